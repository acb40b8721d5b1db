"""The third table: where a period starts or ends, and lengths of time that end somewhere."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from bot.query.calendar import resolve
from bot.query.period import (
    YEARS,
    CensusYear,
    Day,
    FinancialYear,
    Future,
    Month,
    Past,
    Period,
    Previous,
    Quarter,
    Since,
    Span,
    This,
    Unit,
    Within,
    Year,
    YearEnding,
)
from bot.question.periods.grammar import CLOSED, NOT_A_PERIOD, Made, Moment, Rule, Table

Dated: TypeAlias = Day | Month | Quarter | FinancialYear | Year | CensusYear | YearEnding

_YEAR: Final = 12  # months
_APRIL: Final = 4
_ANY_DAY: Final = date(2000, 1, 1)  # a dated period covers the same days whenever it is said
_YEAR_ENDS: Final = {
    Unit.YEAR: Day(31, 12),
    Unit.FINANCIAL_YEAR: Day(31, 3),
    Unit.CENSUS_YEAR: Day(30, 9),
}
_YEAR_STARTS: Final = {
    Unit.YEAR: Day(1, 1),
    Unit.FINANCIAL_YEAR: Day(1, 4),
    Unit.CENSUS_YEAR: Day(1, 10),
}


def day_of(day: date) -> Day:
    """The calendar's day as a period.

    Raises:
        ValueError: it lies outside the years that a period may have.
    """
    return Day(day.day, day.month, day.year)


def covered(period: Period) -> tuple[date, date] | None:
    """First and last day of a period that is the same whenever it is said; else None."""
    if not isinstance(period, Dated) or period.year is None:
        return None
    days = resolve(period, _ANY_DAY)
    return (days.start, days.end) if days.start and days.end else None


def end_of(period: Period) -> Made:
    """The last day: "end of March 2024".

    Of a bare February the whole is meant: whether it has 28 days is not known yet.
    """
    if days := covered(period):
        return day_of(days[1])
    match period:
        case Month(month=2):
            return period
        case Month() | Quarter():
            return _without_year(end_of(replace(period, year=2023)))
        case Within(Month() as part, year):
            last = end_of(part)
            return Within(last, year) if isinstance(last, Day) else period
        case _:
            return _end_of_told(period)


def _end_of_told(period: Period) -> Made:
    """The end of what today tells; of a length below a year ("last month") the whole is meant."""
    match period:
        case Previous(unit, 1) if unit in YEARS:
            return _YEAR_ENDS[unit]
        case Previous(unit) if unit not in YEARS:
            return period
        case This() | Future():
            return Future()
        case _:
            return NOT_A_PERIOD


def _start_of(period: Period) -> Made:
    """The first day: "start of 2023/24"."""
    if days := covered(period):
        return day_of(days[0])
    match period:
        case Month() | Quarter():
            return _without_year(_start_of(replace(period, year=2023)))
        case This(unit) if unit in YEARS:
            return _YEAR_STARTS[unit]
        case _:
            return NOT_A_PERIOD


def _since_start(moment: Moment) -> Made:
    return moment if isinstance(moment, Future) else Since(moment)


def _since_this(unit: Unit) -> Since:
    return Since(This(unit))


def _without_year(day: Made) -> Made:
    return replace(day, year=None) if isinstance(day, Day) else day


def _last_of(told: Period, whole: Period) -> Made:
    """The last month of Q2 is September."""
    match told, whole:
        case Previous(Unit.MONTH, 1), (FinancialYear() | Year() | CensusYear() | Quarter()):
            last = end_of(whole)
            return Month(last.month, last.year) if isinstance(last, Day) else None
        case Previous(), (FinancialYear() | Year() | CensusYear() | Quarter() | Month()):
            return NOT_A_PERIOD
        case _:
            return None


def _first_day(ordinal: int, period: Period) -> Made:
    return _start_of(period) if ordinal == 1 else NOT_A_PERIOD


def _month_ended(end: Period) -> Month | None:
    """The month, where it or its last day was said: "year to 31 March" is "year to March"."""
    match end:
        case Month():
            return end
        case Day(day, month, year) if day >= monthrange(year or 2023, month)[1]:
            return Month(month, year)
        case _:
            return None


def _months_to(count: int, end: Period) -> Made:
    """Six months to September 2023 start in April; twelve are a year."""
    last = _month_ended(end)
    if last is None or (last.year is None and count > _YEAR):
        return NOT_A_PERIOD
    if count == _YEAR:
        return YearEnding(last.month, last.year)
    index = (last.year or 2023) * 12 + last.month - count
    return Span(Month(index % 12 + 1, last.year and index // 12), last)


def _year_to(end: Period) -> Made:
    return _months_to(_YEAR, end)


def _unit_to(_: Unit, end: Period) -> Made:
    return _year_to(end)


def _past_to(past: Period, end: Period) -> Made:
    match past:
        case Past(Unit.MONTH, count):
            return _months_to(count, end)
        case Past(Unit.YEAR, count):
            return _months_to(count * _YEAR, end)
        case _:
            return NOT_A_PERIOD


def _past_of(past: Past, whole: Period) -> Made:
    """The last 3 months of a year end with it."""
    end = end_of(whole)
    if past.unit is Unit.MONTH and isinstance(end, Day):
        return _months_to(past.count, end)
    return NOT_A_PERIOD


def _quarter_to(end: Period) -> Made:
    """The quarter to March is the fourth of a financial year that began in the year before."""
    last = _month_ended(end)
    if last is None or last.month % 3:
        return NOT_A_PERIOD
    number = (last.month - 4) // 3 % 4 + 1
    return Quarter(number, last.year and last.year - (last.month < _APRIL))


def _year_end(period: Period) -> Made:
    """Year end 2023/24 is one day; year end 2024 may be any of three."""
    return end_of(period) if isinstance(period, FinancialYear) else NOT_A_PERIOD


EDGES: Final = Table(
    Rule("the end of March 2024", "end dash|of? <point>", end_of),
    Rule("month end March", "month|quarter dash? end dash|of? <point>", end_of),
    Rule("March month end", "<point> month|quarter dash? end", end_of),
    Rule("the last day of March", "last day of <point>", end_of),
    Rule("end of the financial year", "end of? the? <long-unit>", _YEAR_ENDS.__getitem__),
    Rule("financial year end", "<long-unit> dash? end", _YEAR_ENDS.__getitem__),
    Rule("year end 2023/24", "year dash? end dash|of? <point>", _year_end),
    Rule("2023/24 year end", "<POINT> year dash? end", _year_end),
    Rule("the start of 2023", "start dash|of? <point>", _start_of),
    Rule("the first day of March", "<second> day of <point>", _first_day),
    Rule("start of the financial year", "start of? the? <long-unit>", _YEAR_STARTS.__getitem__),
    Rule("since the start of 2023", "since the? start of? <point>", _since_start),
    Rule("since the start of the year", "since the? start of? the? <year-unit>", _since_this),
    Rule("year to 31 March", "<year-unit> to|ending the? end? of? <point>", _unit_to),
    Rule("YE March", "year-ending the? end? of? <point>", _year_to),
    Rule("Y / E March", "y slash e the? end? of? <point>", _year_to),
    Rule("12 months to July", "<count> month to|ending the? end? of? <point>", _months_to),
    Rule("last 6 months to July", "<PAST> to|ending the? end? of? <point>", _past_to),
    Rule("quarter ending June", "quarter to|ending the? end? of? <point>", _quarter_to),
    Rule("month ending June", "month to|ending the? end? of? <point>", _month_ended),
    Rule("week ending 7 June", "week to|ending <point>", CLOSED),
    Rule("the last month of 2023/24", "<POINT> of|in the? <POINT>", _last_of),
    Rule("last 3 months of 2023/24", "<PAST> of|in the? <POINT>", _past_of),
    Rule("the first 3 months of 2024", "<second> <count>? <unit> of|in <point>", CLOSED),
    Rule("mid 2023", "hazy dash? of|in? <point>", CLOSED),
)
