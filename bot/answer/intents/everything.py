"""Everything held on a place or a group of people."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from bot.answer.held.cells import picked
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of
from bot.answer.held.series import Series
from bot.answer.honesty.caveats import caveats_of
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Figure, NoFigures, Outcome
from bot.query.query import Query


def everything_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The actual figures of the place at one time, in the order of its report."""
    series = [
        one
        for choice in query.places
        for key in choice
        for one in facts.series_of(key.partition("/")[0])
        if one.kind == "actual" and one.place == key and _for_group(one, query)
    ]
    held = [one for line in lines_of(facts, series) for one in _at(line, query, facts)]
    if not held:
        return nothing_held(query, (), facts)
    figures = _of_one_time(sorted(held, key=lambda one: one.id))
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(query, (), facts),
        figures=tuple(figures),
        caveats=caveats_of(figures, facts),
        notes=tuple(_others(held, figures)),
    )


def _at(line: Line, query: Query, facts: Facts) -> list[Figure]:
    """A line's figures at the time asked, or its latest."""
    period = query.periods[0] if query.periods else None
    return [one for one in picked(line, period, facts) if one.value is not None]


def _of_one_time(figures: list[Figure]) -> list[Figure]:
    """Those of the time that most of them share, so that what stands side by side is of one day."""
    times = Counter(one.period.key for one in figures)
    shared = max(times, key=lambda key: (times[key], key))
    return [one for one in figures if one.period.key == shared]


def _others(held: Iterable[Figure], figures: Collection[Figure]) -> Iterator[str]:
    """What is held of other times, by name."""
    others = dict.fromkeys(one.metric.within for one in held if one not in figures)
    if others:
        yield f"Held of other times too: {', '.join(others)}."


def _for_group(series: Series, query: Query) -> bool:
    return not query.role_groups or any(series.role_group in choice for choice in query.role_groups)
