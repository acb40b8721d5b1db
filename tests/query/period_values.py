"""Every period that the types can hold, for Hypothesis."""

from hypothesis import strategies as st

from bot.query.period import (
    FIRST_YEAR,
    LAST_YEAR,
    MOST,
    YEARS,
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
from bot.question.periods.parts import completed

_years = st.integers(FIRST_YEAR, LAST_YEAR)
_may_have_year = st.none() | _years
_counts = st.integers(1, MOST)
_units = st.sampled_from(Unit)
_months = st.builds(Month, st.integers(1, 12), _may_have_year)
_quarters = st.builds(Quarter, st.integers(1, 4), _may_have_year)
_dates = st.dates().filter(lambda day: FIRST_YEAR <= day.year <= LAST_YEAR)
_bare_days = st.dates().map(lambda day: Day(day.day, day.month)) | st.just(Day(29, 2))
_days = _bare_days | _dates.map(lambda day: Day(day.day, day.month, day.year))
_bare_parts = (
    _bare_days
    | st.builds(Month, st.integers(1, 12), st.none())
    | st.builds(Quarter, st.integers(1, 4), st.none())
)
_kinds_of_year = st.sampled_from(sorted(YEARS))
_told_years = st.builds(This, _kinds_of_year) | st.builds(Previous, _kinds_of_year, _counts)

SPOKEN_POINTS: st.SearchStrategy[Point] = st.one_of(
    _days,
    _months,
    _quarters,
    st.builds(FinancialYear, _years),
    st.builds(Year, _years),
    st.builds(CensusYear, _years),
    st.builds(YearEnding, st.integers(1, 12), _may_have_year),
    st.just(YearToDate()),
    st.just(Latest()),
    st.builds(This, _units),
    st.builds(Previous, _units, _counts),
    st.builds(Ago, _units, _counts),
    st.builds(Within, _bare_parts, _told_years),
)


def _periods(points: st.SearchStrategy[Point]) -> st.SearchStrategy[Period]:
    return st.one_of(
        points,
        st.builds(Span, points, points),
        st.builds(Since, points),
        st.builds(Until, points),
        st.builds(Past, _units, _counts),
        st.just(Undated()),
        st.just(Future()),
    )


SPOKEN: st.SearchStrategy[Period] = _periods(SPOKEN_POINTS)
"""All but events, whose names are the catalogue's."""

PERIODS: st.SearchStrategy[Period] = _periods(
    SPOKEN_POINTS | st.builds(Event, st.sampled_from(["reshape", "unknown"]))
)


def gets_its_year_from_its_end(period: Period) -> bool:
    """Whether it is a span that the grammar never makes: "July to March 2024" starts in 2023."""
    return isinstance(period, Span) and completed(period.start, period.end) != period.start
