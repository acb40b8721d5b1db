"""What is held nearest to what was asked and is not held."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from bot.answer.held.cells import cells_of, held_lines
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of, widest, widest_roles
from bot.answer.held.periods import concrete, latest
from bot.answer.values import Figure
from bot.query.calendar import resolve
from bot.query.period import Period
from bot.query.query import Kind, Query

_ACTUAL = frozenset({"actual"})
_OTHER = frozenset({"change", "planned", "forecast"})
_TARGET = frozenset({"target"})


def lines_asked(query: Query, facts: Facts) -> list[Line]:
    """The lines a query means, whatever times they are held at."""
    return [line for cell in cells_of(query) for line in held_lines(cell, query, facts)]


def nearest(query: Query, facts: Facts) -> list[Figure]:
    """What lies nearest: the same place at its latest, else the council, else another metric."""
    if lines := lines_asked(query, facts):
        bodies = facts.directory.kinds
        councils = [line for line in lines if bodies[line.organisation] == "council"]
        return _at_nearest(lines if query.places else councils, query, facts)
    for metrics, kinds in _wider(query, facts):
        if found := _at_place(metrics, kinds, query, facts):
            return found
        if found := _in_councils(metrics, kinds, query, facts):
            return found
    return []


def _at_nearest(lines: Iterable[Line], query: Query, facts: Facts) -> list[Figure]:
    """The figure of each line that stands nearest to the time asked about, else its latest."""
    if len(query.periods) != 1:
        return _latest(lines)
    held = [[one for one in line.figures if one.value is not None] for line in lines]
    return [_nearest_of(figures, query.periods[0], facts) for figures in held if figures]


def _nearest_of(figures: Sequence[Figure], asked: Period, facts: Facts) -> Figure:
    interval = resolve(concrete(asked, figures, facts.today), facts.today, facts.directory.events)
    day = interval.end or interval.start
    if day is None:
        return latest(figures)[-1]
    return min(figures, key=lambda one: abs((one.period.end or date.min) - day))


def _at_place(
    metrics: Collection[str], kinds: frozenset[str], query: Query, facts: Facts
) -> list[Figure]:
    """The latest figures of some metrics at the very place asked about, and for its group."""
    places = {key for choice in query.places for key in choice}
    groups = {key for choice in query.role_groups for key in choice}
    series = [
        one
        for one in facts.series(metrics)
        if one.place in places and one.kind in kinds and (not groups or one.role_group in groups)
    ]
    return _latest(lines_of(facts, series))


def _wider(query: Query, facts: Facts) -> Iterator[tuple[Collection[str], frozenset[str]]]:
    """Where else to look, nearest first: metrics and kinds of figure."""
    directory = facts.directory
    same = {key for choice in query.metrics for key in choice}
    subjects = {directory.metrics[key].subject for key in same}
    related = {key for subject in subjects for key in directory.subjects[subject]}
    if query.kind is Kind.TARGET:
        yield from ((same, _TARGET), (related, _TARGET))
    yield from ((same, _ACTUAL), (same, _OTHER), (related, _ACTUAL))


def _in_councils(
    metrics: Collection[str], kinds: frozenset[str], query: Query, facts: Facts
) -> list[Figure]:
    """The latest figures of some metrics in the councils asked about, of their widest groups."""
    councils = {key.partition("/")[0] for choice in query.places for key in choice}
    series = [
        one for one in facts.series(metrics) if one.organisation in councils and one.kind in kinds
    ]
    wide = widest(lines_of(facts, series), facts.directory)
    return _latest(widest_roles(wide, facts.directory))


def _latest(lines: Iterable[Line]) -> list[Figure]:
    return [one for line in lines for one in latest(line.figures) if one.value is not None]
