"""A part gets its year from what stands beside it: "July 2023/24", "Q2 last year", "Jan to Feb 24".

A maker's None is "these two do not belong together"; `NOT_A_PERIOD` is "they do, but which period
is meant is not certain".
"""

from dataclasses import replace
from typing import Final, TypeGuard

from bot.query.period import (
    YEARS,
    Ago,
    CensusYear,
    Day,
    FinancialYear,
    Future,
    Latest,
    Month,
    Period,
    Point,
    Previous,
    Quarter,
    This,
    Unit,
    Within,
    Year,
    YearToDate,
)
from bot.question.periods.grammar import NOT_A_PERIOD, Made, Rule, Table
from bot.question.periods.tokens import full_year

_APRIL: Final = 4
_OCTOBER: Final = 10


def quarter_of_year(quarter: int, year: int) -> Made:
    """The quarter of the financial year that lies in a calendar year: "Q2 2023".

    Q4 is two things then: January 2023 by the calendar, January 2024 by the financial year.
    """
    return NOT_A_PERIOD if quarter == 4 else Quarter(quarter, full_year(year))  # noqa: PLR2004 - the last


def completed(left: Point, right: Period, *, compared: bool = False) -> Point:
    """`left` with the year that was said only once, after `right`: "Jan" in "Jan to Sept 22".

    What is listed runs forward in time, so "Dec" before "Jan 2024" is December 2023. What is
    `compared` may run back ("March v Feb 2024"), so there the nearer of the two is meant.
    """
    match left, right:
        case ((Month(year=None) | Day(year=None)), (Month(year=int(year)) | Day(year=int(year)))):
            ahead = _place(left) > _place(right)
            nearby = left.month - right.month < 6  # noqa: PLR2004 - half a year
        case Quarter(year=None), Quarter(year=int(year)):
            ahead = left.quarter > right.quarter
            nearby = left.quarter - right.quarter < 2  # noqa: PLR2004 - half a year
        case _:
            return left
    back = ahead and not (compared and nearby)
    return _in_year(left, year - 1 if back else year)


def _in_year(part: Day | Month | Quarter, year: int) -> Point:
    """The part with that year; without one where the year has no 29 February."""
    try:
        return replace(part, year=year)
    except ValueError:
        return part


def _place(part: Day | Month) -> tuple[int, int]:
    """Where in its year a part starts."""
    return part.month, part.day if isinstance(part, Day) else 0


def _together(first: Period, second: Period) -> Made:
    """Two periods with no word between them, or with "of", "in" or a comma."""
    return (
        _said_twice(first, second)
        or _part_of(first, second)
        or (None if isinstance(first, Latest) else _part_of(second, first))
    )


def _said_twice(told: Period, named: Period) -> Made:
    """In "last financial year 22/23", "last quarter Q4", "current Q2" the name is surer.

    "The last quarter of 2023/24" is its fourth, however it is meant.
    """
    match told, named:
        case Previous(Unit.QUARTER, 1), FinancialYear(year):
            return Quarter(4, year)
        case ((This(unit) | Previous(unit)), (FinancialYear() | Year() | CensusYear())):
            return named if unit in YEARS else None
        case ((This(Unit.QUARTER) | Previous(Unit.QUARTER) | Latest()), Quarter()):
            return named
        case ((This(Unit.MONTH) | Previous(Unit.MONTH) | Latest()), Month()):
            return named
        case (YearToDate(), _) | (_, YearToDate()):
            return NOT_A_PERIOD
        case _:
            return None


def _part_of(part: Period, whole: Period) -> Made:
    """A part that bears no year has it from the whole."""
    if not isinstance(part, Day | Month | Quarter) or part.year is not None:
        return None
    match whole:
        case This(unit) | Previous(unit) if unit in YEARS:
            return Within(part, whole)
        case Ago(Unit.YEAR, count):
            return Within(part, Previous(Unit.YEAR, count))
        case Future():
            return whole
        case FinancialYear() | Year() | CensusYear():
            return _dated_part(part, whole)
        case _:
            return None


def _dated_part(part: Day | Month | Quarter, whole: FinancialYear | Year | CensusYear) -> Made:
    match part, whole:
        case Quarter(quarter), Year(year):
            return quarter_of_year(quarter, year)
        case Quarter(), _:
            return replace(part, year=whole.year) if isinstance(whole, FinancialYear) else None
        case ((Day(month=month) | Month(month=month)), FinancialYear(year)):
            return replace(part, year=year if month >= _APRIL else year + 1)
        case ((Day(month=month) | Month(month=month)), CensusYear(year)):
            return replace(part, year=year if month < _OCTOBER else year - 1)
        case _:
            return replace(part, year=whole.year)


def _two_years(first: Period, second: int) -> Made:
    """The financial year of "2023 - 24", typed with spaces."""
    return FinancialYear(first.year) if _follows(first, second) else None


def _from_year_to_year(first: Period, second: int) -> Made:
    """Refuse "2017 to 18": it may be one financial year or two years."""
    return NOT_A_PERIOD if _follows(first, second) else None


def _follows(first: Period, second: int) -> TypeGuard[Year]:
    return isinstance(first, Year) and (first.year + 1) % 100 == second


PARTS: Final = Table(
    Rule("Q2 of 2023/24", "<point> of|in|dash? the? <POINT>", _together),
    Rule("last year (2023/24)", "<POINT> open <POINT> close", _together),
    Rule("March, 2023/24", "<point> comma <POINT>", _together),
    Rule("2023 - 24", "<POINT> dash|slash <yy>", _two_years),
    Rule("2017 to 18", "<POINT> to <yy>", _from_year_to_year),
)
