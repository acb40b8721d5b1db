"""Everything held on a place or a group of people."""

from bot.answer.held.facts import Facts, Series
from bot.answer.held.lines import lines_of
from bot.answer.held.periods import latest
from bot.answer.honesty.caveats import caveats_of
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Figure, NoFigures, Outcome
from bot.query.query import Query


def everything_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The latest actual figure of each metric at the place, in the order of its report."""
    series = [
        one
        for choice in query.places
        for key in choice
        for one in facts.series_of(key.partition("/")[0])
        if one.kind == "actual" and one.place == key and _for_group(one, query)
    ]
    figures: list[Figure] = [
        one
        for line in lines_of(facts, series)
        for one in latest(line.figures)
        if one.value is not None
    ]
    if not figures:
        return nothing_held(query, (), facts)
    figures.sort(key=lambda one: one.id)
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(query, (), facts),
        figures=tuple(figures),
        caveats=caveats_of(figures, facts),
    )


def _for_group(series: Series, query: Query) -> bool:
    return not query.role_groups or any(series.role_group in choice for choice in query.role_groups)
