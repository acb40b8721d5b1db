"""A change, with both of its ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer.held.cells import PAPERS, RELEASED, Cell, cells_of, held_lines, kinds_of
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of
from bot.answer.held.periods import concrete, fitting, is_stretch
from bot.answer.honesty.caveats import caveats_of, kept_back
from bot.answer.honesty.trend import trend_of
from bot.answer.nothing import hidden_of, nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Change, Figure, NoFigures, Outcome
from bot.query.period import Latest, Month, Past, Period, Since, Span, Until
from bot.query.query import Kind, Query

_POINT_TYPES = frozenset({"day", "month", "each_month"})


def change_between(
    start: Figure,
    end: Figure,
    between: Sequence[Figure],
    facts: Facts,
    history: Sequence[Figure] = (),
) -> Change:
    """The change from one figure to another, with what may be said of its points.

    `history` are all points to its end, which tell what is usual; without it, those between.
    """
    return Change(start, end, tuple(between), trend_of(history or between, facts))


def change_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The change asked for; where only a published change is held, that."""
    found = [_of_cell(cell, query, facts) for cell in cells_of(query)]
    if not all(found):
        if published := _published(query, facts):
            return published
        found = [
            some or _of_cell(cell, query, facts, RELEASED)
            for cell, some in zip(cells_of(query), found, strict=True)
        ]
    if not all(found):
        return nothing_held(query, hidden_of(query, facts), facts)
    changes = [change for some in found for change in some]
    figures = tuple(figure for one in changes for figure in (one.start, one.end))
    sure = len(changes) == len(cells_of(query))
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, figures, facts),
        figures=figures if sure else (),
        options=() if sure else tuple(one.end for one in changes),
        changes=tuple(changes),
        notes=tuple(kept_back(hidden for one in changes for hidden in one.hidden)),
        caveats=(*caveats_of(figures, facts), *_uneven(changes)),
    )


def _uneven(changes: Sequence[Change]) -> Iterator[str]:
    if any(one.start.period.sort != one.end.period.sort for one in changes):
        yield "The two ends are not of the same sort of time, so they are not like for like."


def _of_cell(
    cell: Cell, query: Query, facts: Facts, sources: Sequence[bool] = PAPERS
) -> list[Change]:
    """The changes of a cell's lines; the metrics it may mean are tried in order."""
    for metric in cell.metric:
        one = Cell((metric,), cell.place, cell.role_group)
        lines = held_lines(one, query, facts, sources)
        changes = [change for line in lines if (change := _of_line(line, query, facts))]
        if changes:
            return changes
    return []


def _of_line(line: Line, query: Query, facts: Facts) -> Change | None:
    valued = [one for one in line.figures if one.value is not None]
    ends = _ends(valued, query.periods, facts)
    if ends is None or ends[0].period.key == ends[1].period.key:
        return None
    start, end = ends
    between = [one for one in valued if _is_between(one, start, end)]
    history = [
        one
        for one in _of_one_sort(valued)
        if one.formula == end.formula and not _is_before(end, one)
    ]
    change = change_between(start, end, between, facts, history)
    hidden = [
        one for one in line.figures if one.status == "suppressed" and not _is_before(end, one)
    ]
    # What is usual cannot be told of a row of which some are kept back.
    return replace(change, hidden=tuple(hidden), trend=None) if hidden else change


def _ends(
    figures: Sequence[Figure], periods: tuple[Period, ...], facts: Facts
) -> tuple[Figure, Figure] | None:
    """The two ends that the periods mean among the figures of a line."""
    if len(periods) == 2:  # noqa: PLR2004 - from the one to the other
        several = any(_has_several(figures, one, facts) for one in periods)
        first, last = _at(figures, periods[0], facts), _at(figures, periods[1], facts)
        return None if several else _in_order(first, last)  # "2023 against 2024": neither is one
    asked = concrete(periods[0], figures, facts.today) if periods else Latest()
    match asked:
        case Since(start=start):
            return _in_order(_at(figures, start, facts), _last(figures))
        case Span(start=start, end=end):
            ends = _in_order(_at(figures, start, facts), _at(figures, end, facts))
            return ends or _in_order(_over(figures, asked, facts), _last(figures))
        case Past():
            inside = fitting(figures, asked, facts.today, facts.directory.events)
            return (inside[0], inside[-1]) if inside else None
        case Latest() | Until():
            return _first_and_last(figures)
        case _:
            return _from_the_one_before(figures, asked, facts)


def _has_several(figures: Sequence[Figure], period: Period, facts: Facts) -> bool:
    """Whether a period is a stretch of time with several points."""
    asked = concrete(period, figures, facts.today)
    found = fitting(figures, asked, facts.today, facts.directory.events)
    return is_stretch(asked) and len(found) > 1


def _in_order(first: Figure | None, last: Figure | None) -> tuple[Figure, Figure] | None:
    if first is None or last is None:
        return None
    return (last, first) if _is_before(last, first) else (first, last)


def _at(figures: Sequence[Figure], period: Period, facts: Facts) -> Figure | None:
    """The figure at one end; of several the first point in time, or none."""
    asked = concrete(period, figures, facts.today)
    found = fitting(figures, asked, facts.today, facts.directory.events)
    if (
        not found
        and isinstance(period, Month)
        and period.year is None
        and facts.today.month == (period.month)
    ):
        last_year = Month(period.month, facts.today.year - 1)  # "more than in June", asked in June
        found = fitting(figures, last_year, facts.today, facts.directory.events)
    if len(found) > 1:
        found = [one for one in found if one.period.type in _POINT_TYPES][:1]
    return found[0] if found else None


def _over(figures: Sequence[Figure], asked: Period, facts: Facts) -> Figure | None:
    """The one figure that is of a stretch of time as a whole."""
    found = fitting(figures, asked, facts.today, facts.directory.events)
    wholes = [one for one in found if one.period.type not in _POINT_TYPES]
    return wholes[0] if len(wholes) == 1 else None


def _last(figures: Sequence[Figure]) -> Figure | None:
    alike = _of_one_sort(figures)
    return alike[-1] if alike else None


def _first_and_last(figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    alike = _of_one_sort(figures)
    return (alike[0], alike[-1]) if len(alike) > 1 else None


def _of_one_sort(figures: Sequence[Figure]) -> list[Figure]:
    """Figures that may stand in one row: points in time, or else averages and totals over times."""
    sure = [one for one in figures if one.period.end and one.status not in {"approximate", "bound"}]
    points = [one for one in sure if one.period.type in _POINT_TYPES]
    return points if len(points) > 1 else [one for one in sure if one not in points] or points


def _from_the_one_before(
    figures: Sequence[Figure], asked: Period, facts: Facts
) -> tuple[Figure, Figure] | None:
    """A single period: the change into it from the figure of the same sort before it."""
    end = _at(figures, asked, facts)
    if end is None:
        return None
    row = [one for one in _of_one_sort(figures) if _is_before(one, end)]
    return (row[-1], end) if row else None


def _is_before(one: Figure, end: Figure) -> bool:
    return bool(one.period.end and end.period.end and one.period.end < end.period.end)


def _is_between(one: Figure, start: Figure, end: Figure) -> bool:
    days = (start.period.end, one.period.end, end.period.end)
    if None in days or one.period.type not in _POINT_TYPES:
        return one in (start, end)
    first, middle, last = days
    return bool(first and middle and last and first <= middle <= last)


def _published(query: Query, facts: Facts) -> Answer | None:
    """A change that a report states without its ends: Torbay's."""
    asked = Query(query.intent, query.metrics, query.places, query.role_groups, kind=Kind.CHANGE)
    figures: list[Figure] = []
    for cell in cells_of(asked):
        series = [
            one
            for one in facts.series(cell.metric)
            if {one.kind} in kinds_of(asked, facts, [one])
            and (cell.place is None or one.place in cell.place or one.organisation in cell.place)
        ]
        if query.places and series:
            figures.extend(one for line in lines_of(facts, series) for one in line.figures)
    if not figures or len(figures) > 1:
        return None
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(query, tuple(figures), facts),
        figures=tuple(figures),
        caveats=caveats_of(figures, facts),
    )
