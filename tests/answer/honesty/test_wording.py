"""A word that no name covers is believed only where the figure's own paragraph says it."""

from datetime import date

import pytest

from bot.answer.values import Answer, Outcome
from bot.pipeline import Muster
from bot.query.query import NotUnderstood, Why

TODAY = date(2024, 6, 11)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how many further agency workers were identified as potential candidates to convert", 28),
        ("staff in Devon with 25+ years long service", 101),
    ],
)
def test_the_words_of_the_paragraph_are_believed(
    muster: Muster, question: str, value: float
) -> None:
    result = muster.ask(question, TODAY).result

    assert isinstance(result, Answer)
    assert [one.value for one in result.figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "agency rate in Assessment for bearded people",
        "turnover of the intern social workers in Cambridgeshire",
        "headcount in Education by zodiac",
        "sickness rate in Narnia",
    ],
)
def test_a_word_no_paragraph_says_stands_in_the_way(muster: Muster, question: str) -> None:
    result = muster.ask(question, TODAY).result

    assert isinstance(result, NotUnderstood)
    assert result.why is Why.UNKNOWN_WORDS


@pytest.mark.parametrize(("months", "label"), [("6", "six"), ("12", "twelve")])
def test_of_several_figures_the_one_whose_label_says_it_is_meant(
    muster: Muster, months: str, label: str
) -> None:
    result = muster.ask(f"golden hello in Blackpool after {months} months", TODAY).result

    assert isinstance(result, Answer)
    assert result.outcome is Outcome.ANSWERED
    assert [one.qualifier for one in result.figures] == [f"after {label} months in post"]
