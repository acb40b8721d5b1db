"""Which held figures a period means: its own, or points inside it, and never a neighbour."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer.held.periods import concrete, fitting, is_stretch
from bot.answer.values import Figure, HeldPeriod, Name
from bot.query.period import (
    CensusYear,
    Day,
    FinancialYear,
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
    Year,
    YearEnding,
    YearToDate,
)

TODAY = date(2024, 6, 11)
NAME = Name("n", "N")


def held(key: str, type_: str, start: date | None, end: date | None) -> Figure:
    """Give a figure of a period; its value is of no account."""
    period = HeldPeriod(type_, key, start, end)
    return Figure(0, NAME, NAME, None, NAME, "actual", "%", period, 1.0, "1", "reported", "neutral")


def month(number: int, year: int) -> Figure:
    """Give a figure of a month; its last day is the 28th, which is enough to tell it."""
    last = {1: 31, 2: 29, 3: 31, 7: 31, 10: 31, 12: 31}.get(number, 30)
    return held(f"{year}-{number:02}", "month", date(year, number, 1), date(year, number, last))


JULY, OCTOBER, DECEMBER = month(7, 2023), month(10, 2023), month(12, 2023)
MARCH = held("2024-03-31", "day", date(2024, 3, 31), date(2024, 3, 31))
TO_DATE = held("2023-10..2024-03", "year_to_date", date(2023, 10, 1), date(2024, 3, 31))
YEAR = held("2023/24", "financial_year", date(2023, 4, 1), date(2024, 3, 31))
LAST_YEAR = held("2022", "year", date(2022, 1, 1), date(2022, 12, 31))
CENSUS = held("2018", "census_year", date(2017, 10, 1), date(2018, 9, 30))
SPRING = held("2023-05..2023-06", "each_month", date(2023, 5, 1), date(2023, 6, 30))
LONG = held("2019-01..2020-08", "span", date(2019, 1, 1), date(2020, 8, 31))
UNDATED = held("undated", "undated", None, None)
SERIES = [UNDATED, CENSUS, LONG, LAST_YEAR, SPRING, JULY, OCTOBER, DECEMBER, YEAR, TO_DATE, MARCH]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Month(7, 2023), [JULY]),
        (Month(3, 2024), [MARCH]),  # the last day of a month stands for it
        (Month(8, 2023), []),
        (Month(5, 2023), [SPRING]),  # said of each of its months
        (Day(31, 3, 2024), [MARCH]),
        (Day(30, 3, 2024), []),
        (Day(15, 7, 2023), []),  # a month says nothing of its days
        (FinancialYear(2023), [YEAR]),  # itself, and not the points inside
        (FinancialYear(2022), []),
        (Quarter(3, 2023), [OCTOBER, DECEMBER]),
        (Year(2022), [LAST_YEAR]),
        (Year(2018), [CENSUS]),  # "2018" in the DfE's files is the year to 30 September
        (Year(2023), [SPRING, JULY, OCTOBER, DECEMBER]),
        (CensusYear(2018), [CENSUS]),
        (Span(Month(10, 2023), Month(3, 2024)), [TO_DATE]),
        (Span(Month(10, 2023), Month(12, 2023)), [OCTOBER, DECEMBER]),
        (Since(Month(1, 2019)), [LONG]),
        (Since(Month(10, 2023)), [OCTOBER, DECEMBER, MARCH]),
        (Until(Month(12, 2018)), [CENSUS]),
        (Undated(), [UNDATED]),
        (YearToDate(), [TO_DATE]),
        (Latest(), [YEAR, TO_DATE, MARCH]),
        (Past(Unit.MONTH, 20), [SPRING, JULY, OCTOBER, DECEMBER, MARCH]),
    ],
)
def test_a_period_means(asked: Period, found: list[Figure]) -> None:
    assert fitting(SERIES, asked, TODAY, {}) == found


def test_a_count_over_so_many_months_answers_for_so_many_months() -> None:
    quarter = held("2024-03..2024-06", "span", date(2024, 3, 11), date(2024, 6, 30))
    assert fitting([quarter], Past(Unit.MONTH, 3), TODAY, {}) == [quarter]
    assert fitting([quarter], Past(Unit.MONTH, 12), TODAY, {}) == []


def test_estimates_are_the_latest_only_where_nothing_surer_is_held() -> None:
    estimate = replace(month(6, 2024), status="approximate")
    assert fitting([MARCH, estimate], Latest(), TODAY, {}) == [MARCH]
    assert fitting([estimate], Latest(), TODAY, {}) == [estimate]


def test_the_latest_of_undated_figures_is_all_of_them() -> None:
    assert fitting([UNDATED, UNDATED], Latest(), TODAY, {}) == [UNDATED, UNDATED]


@pytest.mark.parametrize(
    ("asked", "figures", "meant"),
    [
        (Month(7), [MARCH], Month(7, 2023)),
        (Month(5), [MARCH], Month(5, 2024)),
        (Month(7), [LONG], Month(7, 2020)),  # in a report of 2020 nobody asks for 2023
        (Day(31, 3), [MARCH], Day(31, 3, 2024)),
        (YearEnding(9), [MARCH], YearEnding(9, 2023)),
        (Quarter(1), [MARCH], Quarter(1, 2024)),
        (Quarter(4), [MARCH], Quarter(4, 2023)),
        (Month(7, 2021), [MARCH], Month(7, 2021)),
        (Since(Month(7)), [MARCH], Since(Month(7, 2023))),
        (Until(Month(7)), [MARCH], Until(Month(7, 2023))),
        (Span(Month(7), Month(10)), [MARCH], Span(Month(7, 2023), Month(10, 2023))),
        (
            Since(Span(Month(7), Month(10))),
            [MARCH],
            Since(Span(Month(7, 2023), Month(10, 2023))),
        ),
        (Latest(), [], Latest()),
    ],
)
def test_a_period_without_a_year_is_the_latest_one(
    asked: Period, figures: list[Figure], meant: Period
) -> None:
    assert concrete(asked, figures, TODAY) == meant


@pytest.mark.parametrize("asked", [Quarter(1, 2023), Since(Month(7)), This(Unit.FINANCIAL_YEAR)])
def test_a_stretch_may_hold_several_points(asked: Period) -> None:
    assert is_stretch(asked)


@pytest.mark.parametrize("asked", [Month(7, 2023), Latest(), Previous(Unit.MONTH)])
def test_a_moment_holds_one(asked: Period) -> None:
    assert not is_stretch(asked)
