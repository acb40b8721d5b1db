"""Every period can say itself, and the grammar reads the same period from its words."""

import re

import pytest
from hypothesis import assume, example, given

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
from bot.query.period_words import say
from bot.question.periods import PeriodSpan, find_periods
from tests.query.period_values import PERIODS, SPOKEN, gets_its_year_from_its_end

NAMES = {"reshape": "the 2023 reshape", "unknown": "an event"}

SAID: list[tuple[str, Period]] = [
    ("31 March 2024", Day(31, 3, 2024)),
    ("31 March", Day(31, 3)),
    ("July 2023", Month(7, 2023)),
    ("July", Month(7)),
    ("Q2 2023/24", Quarter(2, 2023)),
    ("Q2", Quarter(2)),
    ("2022/23", FinancialYear(2022)),
    ("1999/00", FinancialYear(1999)),
    ("2018", Year(2018)),
    ("census year 2018", CensusYear(2018)),
    ("year to March 2024", YearEnding(3, 2024)),
    ("year to March", YearEnding(3)),
    ("year to date", YearToDate()),
    ("latest", Latest()),
    ("undated", Undated()),
    ("this financial year", This(Unit.FINANCIAL_YEAR)),
    ("last month", Previous(Unit.MONTH)),
    ("last month but one", Previous(Unit.MONTH, 2)),
    ("last month but 2", Previous(Unit.MONTH, 3)),
    ("yesterday", Previous(Unit.DAY)),
    ("a year ago", Ago(Unit.YEAR)),
    ("3 months ago", Ago(Unit.MONTH, 3)),
    ("last 6 months", Past(Unit.MONTH, 6)),
    ("past year", Past(Unit.YEAR, 1)),
    ("July of last year", Within(Month(7), Previous(Unit.YEAR))),
    ("from July 2023 to March 2024", Span(Month(7, 2023), Month(3, 2024))),
    ("from July 2023 to now", Span(Month(7, 2023), Latest())),
    ("since July", Since(Month(7))),
    ("up to now", Until(Latest())),
    ("in the future", Future()),
    ("since the 2023 reshape", Since(Event("reshape"))),
]


@pytest.mark.parametrize(("words", "period"), SAID)
def test_a_period_says_itself(words: str, period: Period) -> None:
    assert say(period, NAMES.__getitem__) == words


@given(PERIODS)
def test_every_period_has_words(period: Period) -> None:
    assert say(period, NAMES.__getitem__).strip()


def tokenise(words: str) -> list[str]:
    return re.findall(r",|[^\s,]+", words.lower())


@given(SPOKEN)
@example(Month(5))
@example(Span(Month(5), Month(3)))
@example(Year(2000))
@example(Until(Year(2000)))
@example(Within(Month(5), Previous(Unit.YEAR, 2)))
def test_what_a_period_says_is_read_as_that_period(period: Period) -> None:
    assume(not gets_its_year_from_its_end(period))
    words = tokenise(say(period, NAMES.__getitem__))
    assert find_periods(words) == [PeriodSpan(0, len(words), period)]


@given(SPOKEN)
def test_it_is_read_the_same_after_the_other_words_of_a_query(period: Period) -> None:
    assume(not gets_its_year_from_its_end(period))
    words = tokenise(f"Agency rate, Devon, {say(period, NAMES.__getitem__)}")
    assert find_periods(words) == [PeriodSpan(5, len(words), period)]
