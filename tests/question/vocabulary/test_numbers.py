"""Numbers are read as digits and as words, and nothing else is taken for one."""

import pytest

from bot.question.vocabulary.numbers import number_of

NUMBERS = {
    "50": 50.0,
    "17.8": 17.8,
    "1,234": 1234.0,
    "1,234.5": 1234.5,
    "0": 0.0,
    "three": 3.0,
    "ten": 10.0,
    "twelve": 12.0,
    "thirty": 30.0,
    "half": 50.0,
}


@pytest.mark.parametrize(("word", "number"), NUMBERS.items())
def test_a_number_is_read(word: str, number: float) -> None:
    assert number_of(word) == number


@pytest.mark.parametrize(
    "word", ["one", "rate", "h1", "31st", ".5", ",", "1.2.3", "\u0663", "\u00b2"]
)
def test_nothing_else_is_a_number(word: str) -> None:
    assert number_of(word) is None
