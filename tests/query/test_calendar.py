"""Which days a period covers, asked on Tuesday 11 June 2024 unless a test says otherwise."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.query.calendar import Interval, lies_ahead, resolve
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
from tests.query.period_values import PERIODS

TODAY = date(2024, 6, 11)
EVENTS = {"reshape": date(2023, 9, 1)}
LAST_YEAR = Previous(Unit.YEAR)
LAST_FY = Previous(Unit.FINANCIAL_YEAR)
LAST_CENSUS = Previous(Unit.CENSUS_YEAR)

# Period, first day, last day; "…" is open.
DATED: list[tuple[Period, str]] = [
    (Day(31, 3, 2024), "2024-03-31 2024-03-31"),
    (Month(2, 2024), "2024-02-01 2024-02-29"),
    (Month(12, 2023), "2023-12-01 2023-12-31"),
    (Quarter(1, 2023), "2023-04-01 2023-06-30"),
    (Quarter(4, 2023), "2024-01-01 2024-03-31"),
    (FinancialYear(2022), "2022-04-01 2023-03-31"),
    (Year(2018), "2018-01-01 2018-12-31"),
    (CensusYear(2018), "2017-10-01 2018-09-30"),
    (YearEnding(9, 2023), "2022-10-01 2023-09-30"),
]

BARE: list[tuple[Period, str]] = [
    (Day(11, 6), "2024-06-11 2024-06-11"),
    (Day(12, 6), "2023-06-12 2023-06-12"),
    (Day(29, 2), "2024-02-29 2024-02-29"),
    (Month(6), "2024-06-01 2024-06-30"),
    (Month(7), "2023-07-01 2023-07-31"),
    (Month(3), "2024-03-01 2024-03-31"),
    (Quarter(1), "2024-04-01 2024-06-30"),
    (Quarter(2), "2023-07-01 2023-09-30"),
    (Quarter(4), "2024-01-01 2024-03-31"),
    (YearEnding(3), "2023-04-01 2024-03-31"),
    (YearEnding(9), "2022-10-01 2023-09-30"),
]

TOLD_BY_TODAY: list[tuple[Period, str]] = [
    (Latest(), "… 2024-06-11"),
    (YearToDate(), "… 2024-06-11"),
    (Undated(), "… …"),
    (This(Unit.DAY), "2024-06-11 2024-06-11"),
    (This(Unit.WEEK), "2024-06-10 2024-06-16"),
    (This(Unit.MONTH), "2024-06-01 2024-06-30"),
    (This(Unit.QUARTER), "2024-04-01 2024-06-30"),
    (This(Unit.YEAR), "2024-01-01 2024-12-31"),
    (This(Unit.FINANCIAL_YEAR), "2024-04-01 2025-03-31"),
    (This(Unit.CENSUS_YEAR), "2023-10-01 2024-09-30"),
    (Previous(Unit.DAY), "2024-06-10 2024-06-10"),
    (Previous(Unit.WEEK), "2024-06-03 2024-06-09"),
    (Previous(Unit.MONTH), "2024-05-01 2024-05-31"),
    (Previous(Unit.MONTH, 6), "2023-12-01 2023-12-31"),
    (Previous(Unit.QUARTER), "2024-01-01 2024-03-31"),
    (LAST_FY, "2023-04-01 2024-03-31"),
    (LAST_CENSUS, "2022-10-01 2023-09-30"),
    (LAST_YEAR, "2023-01-01 2023-12-31"),
    (Ago(Unit.YEAR), "2023-06-01 2023-06-30"),
    (Ago(Unit.YEAR, 2), "2022-06-01 2022-06-30"),
    (Ago(Unit.MONTH, 3), "2024-03-01 2024-03-31"),
    (Ago(Unit.WEEK, 2), "2024-05-27 2024-06-02"),
    (Ago(Unit.DAY, 11), "2024-05-31 2024-05-31"),
    (Ago(Unit.FINANCIAL_YEAR), "2023-04-01 2024-03-31"),
    (Past(Unit.MONTH, 6), "2023-12-01 2024-05-31"),
    (Past(Unit.MONTH, 12), "2023-06-01 2024-05-31"),
    (Past(Unit.YEAR, 1), "2023-01-01 2023-12-31"),
    (Past(Unit.QUARTER, 2), "2023-10-01 2024-03-31"),
    (Past(Unit.WEEK, 2), "2024-05-27 2024-06-09"),
    (Past(Unit.DAY, 3), "2024-06-08 2024-06-10"),
    (Within(Month(7), LAST_YEAR), "2023-07-01 2023-07-31"),
    (Within(Month(3), LAST_YEAR), "2023-03-01 2023-03-31"),
    (Within(Month(3), LAST_FY), "2024-03-01 2024-03-31"),
    (Within(Month(12), LAST_CENSUS), "2022-12-01 2022-12-31"),
    (Within(Month(3), This(Unit.YEAR)), "2024-03-01 2024-03-31"),
    (Within(Day(31, 3), LAST_YEAR), "2023-03-31 2023-03-31"),
    (Within(Day(29, 2), LAST_YEAR), "2023-02-28 2023-02-28"),
    (Within(Quarter(4), LAST_YEAR), "2024-01-01 2024-03-31"),
    (Within(Quarter(2), LAST_FY), "2023-07-01 2023-09-30"),
    (Event("reshape"), "2023-09-01 2023-09-01"),
    (Event("unknown"), "… …"),
    (Future(), "2024-06-12 …"),
]

LONGER: list[tuple[Period, str]] = [
    (Span(Month(7, 2023), Month(3, 2024)), "2023-07-01 2024-03-31"),
    (Span(Month(7), Month(3)), "2023-07-01 2024-03-31"),
    (Span(Month(1), Month(3)), "2024-01-01 2024-03-31"),
    (Span(Month(3), Month(3)), "2024-03-01 2024-03-31"),
    (Span(Month(7), Month(8)), "2023-07-01 2023-08-31"),
    (Span(Day(1, 4), Day(31, 3)), "2023-04-01 2024-03-31"),
    (Span(Quarter(3), Quarter(1, 2023)), "2022-10-01 2023-06-30"),
    (Span(Month(7), Within(Month(9), LAST_YEAR)), "2023-07-01 2023-09-30"),
    (Span(Month(7), Latest()), "2023-07-01 2024-06-11"),
    (Span(Month(7, 2023), Latest()), "2023-07-01 2024-06-11"),
    (Span(Ago(Unit.YEAR), Previous(Unit.MONTH)), "2023-06-01 2024-05-31"),
    (Span(This(Unit.YEAR), LAST_YEAR), "2023-01-01 2024-12-31"),
    (Span(Month(3, 2024), Month(7, 2023)), "2023-07-01 2024-03-31"),
    (Span(Event("reshape"), Month(3, 2024)), "2023-09-01 2024-03-31"),
    (Span(Year(2027), Latest()), "… 2027-12-31"),
    (Since(Month(7)), "2023-07-01 2024-06-11"),
    (Since(Event("reshape")), "2023-09-01 2024-06-11"),
    (Since(Event("unknown")), "… 2024-06-11"),
    (Since(Year(2027)), "2027-01-01 …"),
    (Until(Month(3, 2024)), "… 2024-03-31"),
    (Until(Month(12)), "… 2023-12-31"),
    (Until(Latest()), "… 2024-06-11"),
]


def _interval(days: str) -> Interval:
    start, end = (None if day == "…" else date.fromisoformat(day) for day in days.split())
    return Interval(start, end)


@pytest.mark.parametrize(("period", "days"), [*DATED, *BARE, *TOLD_BY_TODAY, *LONGER])
def test_a_period_covers_these_days_on_11_june_2024(period: Period, days: str) -> None:
    assert resolve(period, TODAY, EVENTS) == _interval(days)


@pytest.mark.parametrize(("period", "days"), DATED)
@pytest.mark.parametrize("today", [date(1990, 1, 1), date(2100, 12, 31)])
def test_a_dated_period_is_the_same_on_every_day(period: Period, days: str, today: date) -> None:
    assert resolve(period, today) == _interval(days)


@pytest.mark.parametrize(
    ("today", "period", "days"),
    [
        (date(2024, 7, 1), Month(7), "2024-07-01 2024-07-31"),
        (date(2024, 6, 30), Month(7), "2023-07-01 2023-07-31"),
        (date(2024, 1, 15), Quarter(4), "2024-01-01 2024-03-31"),
        (date(2024, 1, 15), Quarter(1), "2023-04-01 2023-06-30"),
        (date(2024, 3, 31), LAST_FY, "2022-04-01 2023-03-31"),
        (date(2024, 2, 28), Day(29, 2), "2020-02-29 2020-02-29"),
        (date(2104, 1, 1), Day(29, 2), "2096-02-29 2096-02-29"),
        (date(2024, 1, 31), Past(Unit.MONTH, 1), "2023-12-01 2023-12-31"),
        (date(2024, 2, 10), Within(Quarter(4), LAST_YEAR), "2023-01-01 2023-03-31"),
    ],
)
def test_what_today_tells_changes_with_today(today: date, period: Period, days: str) -> None:
    assert resolve(period, today) == _interval(days)


def test_the_month_before_the_latest_is_found_by_asking_on_another_day() -> None:
    latest = resolve(Month(7), TODAY).start
    assert latest == date(2023, 7, 1)
    assert resolve(Month(7), date(2023, 6, 30)) == _interval("2022-07-01 2022-07-31")


AHEAD = [
    Future(),
    Year(2027),
    Month(7, 2024),
    Until(Year(2027)),
    Since(Year(2027)),
    Span(Year(2018), Year(2027)),
    Within(Month(7), This(Unit.YEAR)),
]
NOT_AHEAD = [
    Latest(),
    Undated(),
    Month(7),
    Year(2024),
    Until(Year(2024)),
    Until(Month(3, 2024)),
    Since(Month(7)),
    Span(Year(2018), Year(2024)),
    This(Unit.FINANCIAL_YEAR),
    Past(Unit.MONTH, 6),
    Event("unknown"),
]


@pytest.mark.parametrize("period", AHEAD)
def test_a_period_that_begins_after_today_lies_ahead(period: Period) -> None:
    assert lies_ahead(period, TODAY, EVENTS)


@pytest.mark.parametrize("period", NOT_AHEAD)
def test_a_period_that_has_begun_does_not_lie_ahead(period: Period) -> None:
    assert not lies_ahead(period, TODAY, EVENTS)


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(PERIODS, DAYS)
@example(Day(1, 1), date(2100, 1, 1))
def test_any_period_has_days_that_run_forward(period: Period, today: date) -> None:
    days = resolve(period, today, EVENTS)
    assert days.start is None or days.end is None or days.start <= days.end


@given(PERIODS, DAYS)
def test_whether_any_period_lies_ahead_is_known(period: Period, today: date) -> None:
    assert lies_ahead(period, today, EVENTS) in {True, False}


@given(st.integers(1, 12), DAYS)
def test_a_bare_month_has_begun_and_is_the_latest(month: int, today: date) -> None:
    start = resolve(Month(month), today).start
    assert start is not None
    assert start.month == month
    assert 0 <= (today.year * 12 + today.month) - (start.year * 12 + start.month) < 12
