"""From what was said to the days it covers: pure arithmetic, with today as an argument.

A bare "July" is the latest July that has begun, a bare "31 March" the latest 31 March. What is
counted ("last 6 months") is counted in whole units that are over; what is named ("this month")
is whole, although it may not be over yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from bot.query.period import (
    Ago,
    CensusYear,
    Day,
    Event,
    FinancialYear,
    Future,
    Latest,
    Month,
    Past,
    Period,
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

NO_EVENTS: Final[Mapping[str, date]] = MappingProxyType({})

# How many months a unit has, and the month (January is 0) in which one of them starts.
_MONTHS: Final = {
    Unit.MONTH: (1, 0),
    Unit.QUARTER: (3, 0),
    Unit.FINANCIAL_YEAR: (12, 3),
    Unit.CENSUS_YEAR: (12, 9),
    Unit.YEAR: (12, 0),
}
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Interval:
    """From one day to another, both included; None is open."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """When a question was asked, and the events that have a date."""

    today: date
    events: Mapping[str, date]


def resolve(period: Period, today: date, events: Mapping[str, date] = NO_EVENTS) -> Interval:
    """The days that a period covers when it is said on `today`; of any value, never an error.

    A bare month, day or quarter is the latest that has begun by `today`; give another day to
    find the one before it. `Latest` and `YearToDate` end today and leave their start open,
    `Undated` and an event that is not in `events` are open on both sides. `Past` holds whole
    units and ends with the last complete one, so on 11 June "last 6 months" is December to May.
    A span that was said backwards covers the same days.
    """
    asked = _Asked(today, events)
    return _RESOLVERS[type(period)](period, asked)


def lies_ahead(period: Period, today: date, events: Mapping[str, date] = NO_EVENTS) -> bool:
    """Whether the period, or the end of it that was named, begins after `today`.

    "By 2027" and "from 2018 to 2027" do in 2024, "by 2024" and "this year" do not.
    """
    if isinstance(period, Span):
        return any(lies_ahead(point, today, events) for point in (period.start, period.end))
    named = period.end if isinstance(period, Until) else period
    start = resolve(named, today, events).start
    return start is not None and start > today


def _months(index: int, count: int) -> Interval:
    """`count` months from month number `index`, where 12 * 2024 is January 2024."""
    following = index + count
    end = date(following // 12, following % 12 + 1, 1) - timedelta(days=1)
    return Interval(date(index // 12, index % 12 + 1, 1), end)


def _number(day: date) -> int:
    """The number of the month that holds `day`, as `_months` counts."""
    return day.year * 12 + day.month - 1


def _units(unit: Unit, today: date, back: int, count: int = 1) -> Interval:
    """`count` units, the first of which lies `back` units before the one that holds `today`."""
    if unit in _DAYS:
        length = _DAYS[unit]
        first = today - timedelta(days=today.weekday() if unit is Unit.WEEK else 0)
        start = first - timedelta(days=length * back)
        return Interval(start, start + timedelta(days=length * count - 1))
    length, shift = _MONTHS[unit]
    index = (_number(today) - shift) // length * length + shift
    return _months(index - length * back, length * count)


def _latest_month(month: int, today: date) -> int:
    """The number of the latest such month (January is 1) that has begun by `today`."""
    now = _number(today)
    return now - (now - (month - 1)) % 12


def _month_index(month: int, year: int | None, today: date) -> int:
    return _latest_month(month, today) if year is None else year * 12 + month - 1


def _month(period: Month, asked: _Asked) -> Interval:
    return _months(_month_index(period.month, period.year, asked.today), 1)


def _year_ending(period: YearEnding, asked: _Asked) -> Interval:
    return _months(_month_index(period.month, period.year, asked.today) - 11, 12)


def _quarter(period: Quarter, asked: _Asked) -> Interval:
    if period.year is not None:
        return _months(period.year * 12 + 3 * period.quarter, 3)
    return _months(_latest_month(_first_month(period), asked.today), 3)


def _first_month(quarter: Quarter) -> int:
    """The month in which a quarter starts: April is 4."""
    return 3 * quarter.quarter % 12 + 1


def _day(period: Day, asked: _Asked) -> Interval:
    if period.year is None:
        found = _latest_day(period, asked.today)
    else:
        found = date(period.year, period.month, period.day)
    return Interval(found, found)


def _latest_day(period: Day, today: date) -> date:
    """The latest such day by `today`; of 29 February it may lie eight years back."""
    year = today.year
    while (found := _day_in(year, period)) is None or found > today:
        year -= 1
    return found


def _day_in(year: int, period: Day) -> date | None:
    try:
        return date(year, period.month, period.day)
    except ValueError:  # 29 February
        return None


def _within(period: Within, asked: _Asked) -> Interval:
    """The part of the year; quarters are the financial year's, whatever year was said."""
    part, year = period.part, period.year
    if isinstance(part, Quarter):
        start = resolve(replace(year, unit=Unit.FINANCIAL_YEAR), asked.today).start or asked.today
        return _months(_number(start) + 3 * (part.quarter - 1), 3)
    last = resolve(year, asked.today).end or asked.today
    whole = _months(_latest_month(part.month, last), 1)
    return whole if isinstance(part, Month) else _day_of(whole, part.day)


def _day_of(month: Interval, day: int) -> Interval:
    """That day of a month, or its last: 29 February of a year that has only 28."""
    first, last = month.start or date.min, month.end or date.max
    found = min(first + timedelta(days=day - 1), last)
    return Interval(found, found)


def _ago(period: Ago, asked: _Asked) -> Interval:
    if period.unit is Unit.YEAR:  # "a year ago" in June is June
        return _units(Unit.MONTH, asked.today, 12 * period.count)
    return _units(period.unit, asked.today, period.count)


def _event(period: Event, asked: _Asked) -> Interval:
    day = asked.events.get(period.key)
    return Interval(day, day)


def _span(period: Span, asked: _Asked) -> Interval:
    end = resolve(period.end, asked.today, asked.events)
    bare = isinstance(period.start, Day | Month | Quarter | YearEnding) and not period.start.year
    # "July to March", said in June, started in the July before that March.
    reference = end.start if bare and end.start else asked.today
    start = resolve(period.start, reference, asked.events)
    if start.start and end.end and start.start > end.end:
        return Interval(end.start, start.end)
    return Interval(start.start, end.end)


def _since(period: Since, asked: _Asked) -> Interval:
    start = resolve(period.start, asked.today, asked.events).start
    ahead = start is not None and start > asked.today
    return Interval(start, None if ahead else asked.today)


def _until(period: Until, asked: _Asked) -> Interval:
    return Interval(None, resolve(period.end, asked.today, asked.events).end)


_RESOLVERS: Final[Mapping[type[Any], Callable[[Any, _Asked], Interval]]] = {
    Day: _day,
    Month: _month,
    Quarter: _quarter,
    FinancialYear: lambda period, _: _months(period.year * 12 + 3, 12),
    Year: lambda period, _: _months(period.year * 12, 12),
    CensusYear: lambda period, _: _months(period.year * 12 - 3, 12),
    YearEnding: _year_ending,
    YearToDate: lambda _, asked: Interval(None, asked.today),
    Latest: lambda _, asked: Interval(None, asked.today),
    Undated: lambda *_: Interval(None, None),
    This: lambda period, asked: _units(period.unit, asked.today, 0),
    Previous: lambda period, asked: _units(period.unit, asked.today, period.back),
    Ago: _ago,
    Past: lambda period, asked: _units(period.unit, asked.today, period.count, period.count),
    Within: _within,
    Event: _event,
    Span: _span,
    Since: _since,
    Until: _until,
    Future: lambda _, asked: Interval(asked.today + timedelta(days=1), None),
}
