"""Periods among other words: which tokens they cover, lists, and months that are also verbs."""

import pytest

from bot.query.period import (
    Day,
    FinancialYear,
    Latest,
    Month,
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
    YearToDate,
)
from bot.question.periods import find_periods

MAY = Month(5)
LAST_YEAR = Previous(Unit.YEAR)

# A question with its periods between brackets, and what they are.
QUESTIONS: list[tuple[str, list[Period]]] = [
    ("how many agency workers did blackpool have [in july 2020]", [Month(7, 2020)]),
    ("staff long-term sick in devon [at the end of march 2024] please", [Day(31, 3, 2024)]),
    ("caseload [year to sept 23] vs [yr to date]", [YearEnding(9, 2023), YearToDate()]),
    ("sickness [22/23] v [23/24]", [FinancialYear(2022), FinancialYear(2023)]),
    ("[2017] and [2018] agency rates side by side", [Year(2017), Year(2018)]),
    ("grievances [q2 2023/24] by month", [Quarter(2, 2023)]),
    ("vacancies , [31 march 2024] , devon", [Day(31, 3, 2024)]),
    ("was it lower [last year] than [in 2018]", [LAST_YEAR, Year(2018)]),
    ("is it higher than [2018]", [Year(2018)]),
    ("rates [in july] and in assessment", [Month(7)]),
    ("25 in assessment [jul 23]", [Month(7, 2023)]),
    ("top 3 [july 2023]", [Month(7, 2023)]),
    ("over 50 % [in 2018]", [Year(2018)]),
    ("[2018] staff turnover", [Year(2018)]),
    ("[now] below national", [Latest()]),
    ("[current] caseload", [Latest()]),
    ("compared to [july 23]", [Month(7, 2023)]),
    ("[this year] vs [last financial year 22/23]", [This(Unit.YEAR), FinancialYear(2022)]),
    (
        "did caseloads fall [between march 2019 and july 2020] or rise",
        [Span(Month(3, 2019), Month(7, 2020))],
    ),
    ("is it down [since july] , please", [Since(Month(7))]),
    # "may" and "march"
    ("[in may] we lost three", [MAY]),
    ("agency rate devon [may]", [MAY]),
    ("agency rate devon [may] please", [MAY]),
    ("and [may]", [MAY]),
    ("what about [may] ?", [MAY]),
    ("how does it compare to [may] in devon", [MAY]),
    ("better than [may] in devon", [MAY]),
    ("managers vs [may] in devon", [MAY]),
    ("[may] figures for devon", [MAY]),
    ("the [march] data for devon", [Month(3)]),
    ("[march] vacancies devon", [Month(3)]),
    ("[dec] agency rate devon", [Month(12)]),
    ("vacancies [march]", [Month(3)]),
    ("[april] and [may] in devon", [Month(4), MAY]),
    ("[may] and [june] in devon", [MAY, Month(6)]),
    ("[march] , [may] and [june] rates", [Month(3), MAY, Month(6)]),
    ("[march] v [may]", [Month(3), MAY]),
    ("may i have the rate [for may] please", [MAY]),
    ("may we see [may 2023]", [Month(5, 2023)]),
    # a year that is said once
    ("[may] and [june 2023] in devon", [Month(5, 2023), Month(6, 2023)]),
    ("[jan] , [feb] and [march 2024]", [Month(1, 2024), Month(2, 2024), Month(3, 2024)]),
    ("[december] and [january 2024]", [Month(12, 2023), Month(1, 2024)]),
    ("[july] and [march 2024]", [Month(7, 2023), Month(3, 2024)]),
    ("[march] v [feb 2024]", [Month(3, 2024), Month(2, 2024)]),
    ("[dec] vs [jan 2024]", [Month(12, 2023), Month(1, 2024)]),
    ("[q1] and [q2 2023/24]", [Quarter(1, 2023), Quarter(2, 2023)]),
    ("[q4] and [q1 2023/24]", [Quarter(4, 2022), Quarter(1, 2023)]),
    ("[q2] v [q1 2023/24]", [Quarter(2, 2023), Quarter(1, 2023)]),
    ("[31 march] and [30 april 2024]", [Day(31, 3, 2024), Day(30, 4, 2024)]),
    ("[july] and [august last year]", [Within(Month(7), LAST_YEAR), Within(Month(8), LAST_YEAR)]),
    ("[july 2023] and [august]", [Month(7, 2023), Month(8)]),
    ("[last year] and [june 2023]", [LAST_YEAR, Month(6, 2023)]),
    ("[july] agency rate and [march 2024]", [Month(7), Month(3, 2024)]),
    ("[q2 2022/23] [q2 2023/24]", [Quarter(2, 2022), Quarter(2, 2023)]),
    (
        "[july last year] [march this year]",
        [Within(Month(7), LAST_YEAR), Within(Month(3), This(Unit.YEAR))],
    ),
    (
        "agency rate [july] [august] and [september 2023]",
        [Month(7, 2023), Month(8, 2023), Month(9, 2023)],
    ),
    ("[29 feb] and [march 2023]", [Day(29, 2), Month(3, 2023)]),
    (
        "[q3 last year] v [this year]",
        [Within(Quarter(3), LAST_YEAR), Within(Quarter(3), This(Unit.YEAR))],
    ),
    ("[july last year] and [this year]", [Within(Month(7), LAST_YEAR), This(Unit.YEAR)]),
    # words that a table put together must not take from each other
    ("vacancies [july 2023] - 15 staff", [Month(7, 2023)]),
    ("[2018] to 25 managers", [Year(2018)]),
    ("[2018] - 25 managers", [Year(2018)]),
    ("over budget [last week] [april 2024] devon", [Previous(Unit.WEEK), Month(4, 2024)]),
    ("are we above [last year]", [LAST_YEAR]),
    ("more than [last year]", [LAST_YEAR]),
    ("[july 2023] / [2018]", [Month(7, 2023), Year(2018)]),
    ("[july 2023] [of 2024]", [Month(7, 2023), Year(2024)]),
    ("12 - [july 2023]", [Month(7, 2023)]),
    ("[last month] [q2]", [Previous(Unit.MONTH), Quarter(2)]),
    ("[this quarter] [2018]", [This(Unit.QUARTER), Year(2018)]),
    ("[2023] [2024]", [Year(2023), Year(2024)]),
]


@pytest.mark.parametrize(("marked", "periods"), QUESTIONS)
def test_periods_are_found_where_they_stand(marked: str, periods: list[Period]) -> None:
    words = marked.replace("[", "").replace("]", "").split()
    found = find_periods(words)
    assert [span.period for span in found] == periods
    for span in reversed(found):
        words[span.start : span.end] = [f"[{' '.join(words[span.start : span.end])}]"]
    assert " ".join(words) == marked


@pytest.mark.parametrize("token", ["mar24-now", "jan-foo", "2018-2019-2020-foo", "x" * 500])
def test_a_token_is_covered_whole_or_not_at_all(token: str) -> None:
    assert all((span.start, span.end) == (0, 1) for span in find_periods([token]))
