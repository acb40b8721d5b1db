"""Which held figures a period means.

A figure's own period must be the one asked for, or lie in it as a point. Nothing is taken for a
neighbour: where only the service has a July, a team's July is not held.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from bot.answer.values import Figure, HeldPeriod
from bot.query.calendar import Interval, resolve
from bot.query.period import (
    Ago,
    CensusYear,
    Day,
    FinancialYear,
    Latest,
    Month,
    Past,
    Period,
    Point,
    Previous,
    Quarter,
    Since,
    Span,
    This,
    Undated,
    Unit,
    Until,
    Within,
    Year,
    YearEnding,
    YearToDate,
)

_P = TypeVar("_P", bound=Point)

_POINTS = frozenset({"day", "month", "each_month"})
_STRETCHES = (
    Quarter,
    FinancialYear,
    Year,
    CensusYear,
    YearEnding,
    Span,
    Since,
    Until,
    Past,
    Within,
)
_LONG_UNITS = frozenset({Unit.QUARTER, Unit.FINANCIAL_YEAR, Unit.CENSUS_YEAR, Unit.YEAR})
_UNSURE = frozenset({"approximate", "bound", "not_available"})
_STALE = timedelta(days=366)
"""A series whose last figure is older than this is asked about in its own time."""


def fitting(
    figures: Sequence[Figure], asked: Period, today: date, events: Mapping[str, date]
) -> list[Figure]:
    """The figures whose period is the one asked for; else those of points inside it."""
    match asked:
        case Latest():
            return latest(figures)
        case Undated():
            return [one for one in figures if one.period.type == "undated"]
        case YearToDate():
            return latest([one for one in figures if one.period.type == "year_to_date"])
        case Until(end=end):
            return _until(figures, resolve(end, today, events))
        case Ago(unit=Unit.YEAR):
            found = _within(figures, asked, resolve(asked, today, events))
            return found or _years_before_the_last(figures, asked.count)
        case _:
            return _within(figures, asked, resolve(asked, today, events))


def _years_before_the_last(figures: Sequence[Figure], years: int) -> list[Figure]:
    """Of figures that come once a year, the one so many years before the last."""
    ends = [one.period.end for one in figures if one.period.end]
    days = {(end.month, end.day) for end in ends}
    if len(days) > 1 or len(set(ends)) < 2:  # noqa: PLR2004 - one day tells of no year
        return []
    year = max(ends).year - years
    return [one for one in figures if one.period.end and one.period.end.year == year]


def is_stretch(asked: Period) -> bool:
    """Whether a period may hold several points, which are then a row and not readings."""
    if isinstance(asked, This | Previous):
        return asked.unit in _LONG_UNITS
    return isinstance(asked, _STRETCHES)


def _until(figures: Sequence[Figure], interval: Interval) -> list[Figure]:
    last = interval.end or date.max
    return [one for one in figures if one.period.end and one.period.end <= last]


def _within(figures: Sequence[Figure], asked: Period, interval: Interval) -> list[Figure]:
    exact = [one for one in figures if _is(one.period, asked, interval)]
    exact = exact or _spans_since(figures, asked, interval)
    return exact or [one for one in figures if _point_in(one.period, interval)]


def _spans_since(figures: Sequence[Figure], asked: Period, interval: Interval) -> list[Figure]:
    """Counts over a stretch: "since January 2019" by its start, "last 3 months" by its length.

    One of that length that ended long before the series did is not the last.
    """
    spans = [one for one in figures if one.period.type == "span" and one.period.start]
    if isinstance(asked, Since):
        return [one for one in spans if one.period.start == interval.start]
    if isinstance(asked, Past):
        newest = max((_end(one) for one in figures), default=date.min)
        last = [one for one in spans if newest - _end(one) <= _STALE]
        return latest([one for one in last if abs(_months(one.period) - _months_of(interval)) <= 1])
    return []


def _months(held: HeldPeriod) -> int:
    return _months_of(Interval(held.start, held.end))


def _months_of(interval: Interval) -> int:
    if interval.start is None or interval.end is None:
        return 0
    years = interval.end.year - interval.start.year
    return 12 * years + interval.end.month - interval.start.month + 1


def _is(held: HeldPeriod, asked: Period, interval: Interval) -> bool:
    """Whether a held period is the very one asked for."""
    if held.type == "each_month" and isinstance(asked, Month):
        return _covers(held, interval)
    if isinstance(asked, Year):
        return (
            held.type in {"year", "census_year"}
            and held.end is not None
            and held.end.year == asked.year
        )
    if held.type == "census_year" and not isinstance(asked, CensusYear | YearEnding | Span):
        return False
    return held.start == interval.start and held.end == interval.end


def _covers(held: HeldPeriod, interval: Interval) -> bool:
    if held.start is None or held.end is None or interval.start is None or interval.end is None:
        return False
    return held.start <= interval.start and interval.end <= held.end


def _point_in(held: HeldPeriod, interval: Interval) -> bool:
    """Whether a day or a month lies in the interval; a month is also its first and last day."""
    if held.type not in _POINTS or held.end is None or held.start is None:
        return False
    first, last = interval.start or date.min, interval.end or date.max
    if first == last:
        return held.end == first or (held.type == "month" and held.start == first)
    return first <= held.start and held.end <= last


def latest(figures: Sequence[Figure]) -> list[Figure]:
    """The figures with the latest end; what is unsure or "n/a" only where nothing surer is held.

    Two figures may share that end: a month and the year to date are both told.
    """
    dated = [one for one in figures if one.period.end]
    sure = [one for one in dated if one.status not in _UNSURE] or dated
    if not sure:
        return list(figures)
    last = max(_end(one) for one in sure)
    return [one for one in sure if _end(one) == last]


def _end(figure: Figure) -> date:
    return figure.period.end or date.min


def concrete(asked: Period, figures: Sequence[Figure], today: date) -> Period:
    """The period with the year that a bare month, day or quarter means.

    The latest one not after today; in a series that ended more than a year ago, the latest one that
    it reaches, for nobody asks in 2024 about a March that a report of 2019 could hold.
    """
    ends = [one.period.end for one in figures if one.period.end]
    anchor = max(ends) if ends and today - max(ends) > _STALE else today
    return _with_year(asked, anchor)


def _with_year(asked: Period, anchor: date) -> Period:
    match asked:
        case Since(start=Span(start=start, end=end)):
            return Since(Span(_point(start, anchor), _point(end, anchor)))
        case Since(start=start) if not isinstance(start, Span):
            return Since(_point(start, anchor))
        case Until(end=end):
            return Until(_point(end, anchor))
        case Span(start=start, end=end):
            return Span(_point(start, anchor), _point(end, anchor))
        case _:
            return _point(asked, anchor)  # type: ignore[type-var]  # other periods pass through


def _point(asked: _P, anchor: date) -> _P:
    if isinstance(asked, Month | Day | YearEnding) and asked.year is None:
        start = resolve(asked, anchor).end or anchor
        return replace(asked, year=start.year)
    if isinstance(asked, Quarter) and asked.year is None:
        start = resolve(asked, anchor).start or anchor
        return replace(asked, year=start.year - (start.month < 4))  # noqa: PLR2004 - April
    return asked
