"""Every phrase of the tables is read whole, as its period and nothing else."""

import pytest

from bot.query.period import Period
from bot.question.periods import PeriodSpan, find_periods
from bot.question.text.tokens import tokenise
from tests.question.periods.named_phrases import DATES, MONTHS, QUARTERS, YEARS
from tests.question.periods.told_phrases import AHEAD, LONGER, TOLD_BY_TODAY

CASES = [
    (period, phrase.strip())
    for table in (DATES, MONTHS, QUARTERS, YEARS, TOLD_BY_TODAY, LONGER, AHEAD)
    for period, phrases in table
    for phrase in phrases.split(";")
]


@pytest.mark.parametrize(("period", "phrase"), CASES)
def test_a_phrase_is_read_whole_as_one_period(period: Period, phrase: str) -> None:
    words = phrase.split()
    assert find_periods(words) == [PeriodSpan(0, len(words), period)]


@pytest.mark.parametrize(("period", "phrase"), CASES)
def test_a_phrase_is_read_the_same_at_the_end_of_a_question(period: Period, phrase: str) -> None:
    words = ["agency", "rate", "devon", *phrase.split()]
    assert find_periods(words) == [PeriodSpan(3, len(words), period)]


@pytest.mark.parametrize(("period", "phrase"), CASES)
def test_a_phrase_is_read_the_same_from_the_tokens_of_a_message(
    period: Period, phrase: str
) -> None:
    words = [token.word for token in tokenise(f"Agency rate, Devon, {phrase}")]
    assert find_periods(words) == [PeriodSpan(5, len(words), period)]
