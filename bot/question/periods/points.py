"""The first table: words that name a moment or a length of time by themselves."""

from typing import Final

from bot.query.period import (
    Ago,
    CensusYear,
    Day,
    FinancialYear,
    Future,
    Latest,
    Month,
    Past,
    Previous,
    Quarter,
    This,
    Undated,
    Unit,
    Within,
    Year,
    YearToDate,
)
from bot.question.periods.grammar import CLOSED, NOT_A_PERIOD, Made, Rule, Table, always, itself
from bot.question.periods.parts import quarter_of_year
from bot.question.periods.tokens import full_year


def _day(day: int, month: Month, year: int | None = None) -> Day:
    return Day(day, month.month, None if year is None else full_year(year))


def _day_after_month(month: Month, day: int, year: int | None = None) -> Day:
    return _day(day, month, year)


def _day_in_numbers(day: int, month: int, year: int) -> Day:
    return Day(day, month, full_year(year))


def _month(month: Month, year: int | None = None) -> Month:
    return Month(month.month, None if year is None else full_year(year))


def _financial_year(ending: int) -> FinancialYear:
    """FY24 ends in March 2024."""
    return FinancialYear(full_year(ending) - 1)


def _two_years(first: int, second: int) -> Made:
    """FY 23-24; any other two numbers are not a year."""
    follows = (first + 1) % 100 == second
    return FinancialYear(full_year(first)) if follows else NOT_A_PERIOD


def _quarter_of_two_years(quarter: int, first: int, second: int) -> Made:
    year = _two_years(first, second)
    return Quarter(quarter, year.year) if isinstance(year, FinancialYear) else NOT_A_PERIOD


def _past(count: int, unit: Unit) -> Past:
    return Past(unit, count)


def _ago(count: int, unit: Unit) -> Ago:
    return Ago(unit, count)


DATES: Final = (
    Rule("31 March 2024", "<day> of? <month> comma? <year>", _day),
    Rule("31-Mar-2024", "<day> dash|slash <month> dash|slash <year>", _day),
    Rule("31-03-2024", "<day> dash <month-number> dash <year>", _day_in_numbers),
    Rule("03-2024", "<01-09> dash <2018>", Month),
    Rule("7 / 2023", "<month-number> slash <2018>", Month),
    Rule("31st of March", "<day> of? <month>", _day),
    Rule("first of April", "<second> of <month>", _day),
    Rule("March 31st 2024", "<month> the? <day> comma? <2018>", _day_after_month),
    Rule("July 23", "<month> of|comma|dash|slash? <year>", _month),
    Rule("last July", "last <month> <year>?", _month),
    Rule("2023 July", "<2018> <month>", lambda year, month: _month(month, year)),
    Rule("March 31st", "<month> the? <31st>", _day_after_month),
    Rule("March 31", "<month> <30-31>", _day_after_month),
    Rule("July 5", "<july> <1-9>", _day_after_month),
    Rule("this July", "this <july>", lambda month: Within(month, This(Unit.YEAR))),
    Rule("July", "<july>", itself),
)

YEARS_AND_QUARTERS: Final = (
    Rule("Q2 2023", "<quarter> of|in? <year>", quarter_of_year),
    Rule("2023 Q2", "<2018> <quarter>", lambda year, quarter: quarter_of_year(quarter, year)),
    Rule("second quarter", "<quarter>", Quarter),
    Rule("Q2 23-24", "<quarter> <22-23>", lambda quarter, year: Quarter(quarter, year.year)),
    Rule("Q2 23 - 24", "<quarter> <yy> dash <yy>", _quarter_of_two_years),
    Rule("2023/24", "year? <2023/24>", itself),
    Rule("FY 2023/24", "fy|financial year? ending? <loose-fy>", itself),
    Rule("2023/24 financial year", "<2023/24> fy|financial year?", itself),
    Rule("FY 23 - 24", "fy|financial year? <2018>|<yy> dash|slash <yy>", _two_years),
    Rule("FY24", "fy ending? <year>", _financial_year),
    Rule("financial year ending 2024", "financial year ending <year>", _financial_year),
    Rule("financial year 2024", "financial year <year>", CLOSED),
    Rule("2024 financial year", "<2018> financial year", CLOSED),
    Rule("academic year 2023/24", "academic year? <2023/24>", CLOSED),
    Rule("2023/24 academic year", "<2023/24> academic year?", CLOSED),
    Rule("census year 2018", "census year? <2018>", CensusYear),
    Rule("2018 census", "<2018> census year?", CensusYear),
    Rule("census date 2018", "census date <2018>", lambda year: Day(30, 9, year)),
    Rule("2018 census date", "<2018> census date", lambda year: Day(30, 9, year)),
    Rule("census date", "census date", always(Day(30, 9))),
    Rule("calendar year 2018", "calendar? year <2018>", Year),
    Rule("2018 calendar year", "<2018> calendar year", Year),
    Rule("2000 days", "<2018> day|week|counted", CLOSED),
    Rule("£2000", "pound <2018>", CLOSED),
    Rule("2018", "<2018>", Year),
)

TOLD_BY_TODAY: Final = (
    Rule("this month", "this|current <unit>", This),
    Rule("month to date", "month dash? to dash? date", always(This(Unit.MONTH))),
    Rule("MTD", "month-to-date", always(This(Unit.MONTH))),
    Rule("quarter to date", "quarter dash? to dash? date", always(This(Unit.QUARTER))),
    Rule("QTD", "quarter-to-date", always(This(Unit.QUARTER))),
    Rule("last month", "last <longer-unit>", Previous),
    Rule("last month but one", "last <unit> but <count>", lambda unit, n: Previous(unit, n + 1)),
    Rule("the month before last", "<unit> before last", lambda unit: Previous(unit, 2)),
    Rule("yesterday", "yesterday", always(Previous(Unit.DAY))),
    Rule("3 months ago", "a? <count> <unit> ago", _ago),
    Rule("a year ago", "a <unit> ago", Ago),
    Rule("this time last year", "this|same time|period last <unit>", Ago),
    Rule("this time a year ago", "this|same time|period|month a <unit> ago", Ago),
    Rule("this time 2 years ago", "this|same time|period|month <count> <unit> ago", _ago),
    Rule("same month last year", "this|same month|day last year", always(Ago(Unit.YEAR))),
    Rule("same quarter last year", "this|same week|quarter last year", CLOSED),
    Rule("last 6 months", "last|past|rolling <count> dash? <unit>", _past),
    Rule("a rolling 12 months", "a rolling <count> <unit>", _past),
    Rule("12-month rolling", "<count> dash? <unit> rolling", _past),
    Rule("past year", "past|rolling <unit>", lambda unit: Past(unit, 1)),
    Rule("over the last year", "in|over|for the last year", always(Past(Unit.YEAR, 1))),
    Rule("R12", "rolling-year", always(Past(Unit.MONTH, 12))),
)

NOW_AND_LATER: Final = (
    Rule("right now", "right? latest", always(Latest())),
    Rule("the most recent", "most recent", always(Latest())),
    Rule("the latest month", "latest month", always(Latest())),
    Rule("at the moment", "at the|this moment", always(Latest())),
    Rule("at present", "at present", always(Latest())),
    Rule("current", "current", always(Latest())),
    Rule("year-to-date", "<year-unit> dash? to dash? date", always(YearToDate())),
    Rule("YTD", "year-to-date", always(YearToDate())),
    Rule("this year to date", "this|current <year-unit> to date", always(YearToDate())),
    Rule("so far this year", "so far this|current <year-unit>", always(YearToDate())),
    Rule("this year so far", "this|current <year-unit> so far", always(YearToDate())),
    Rule("last year to date", "last <year-unit> to date", CLOSED),
    Rule("last YTD", "last year-to-date", CLOSED),
    Rule("undated", "undated", always(Undated())),
    Rule("in the future", "in? the? future", always(Future())),
    Rule("next year", "next <unit>", always(Future())),
    Rule("next 6 months", "next <count> <unit>", always(Future())),
    Rule("next March", "next <month> <year>?", always(Future())),
    Rule("in 6 months time", "in <count> <unit> time", always(Future())),
    Rule("in a year's time", "in a <unit> time", always(Future())),
)

# Numbers that would otherwise be read as days: "team 7" is no 7 March.
NUMBERED: Final = (
    Rule("top 3 July 2023", "top <count>", CLOSED),
    Rule("over 5 July 2023", "over|beyond <number> <month> <year>?", CLOSED),
    Rule("fewer than 5 July 2023", "more than <number> <month> <year>?", CLOSED),
    Rule("team 7 March 2024", "numbered 1-9 <month> <year>?", CLOSED),
)

POINTS: Final = Table(*NUMBERED, *DATES, *YEARS_AND_QUARTERS, *TOLD_BY_TODAY, *NOW_AND_LATER)
