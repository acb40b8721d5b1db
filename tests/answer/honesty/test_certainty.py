"""How certain a figure is: the interval of a share of whole people, or why there is none."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer.honesty.significance import certainty_of
from bot.answer.values import Figure
from bot.pipeline import Muster
from bot.query.describe import describe
from bot.reply.sentences import certainty_sentences
from tests.answer.asking import answer_of, text_of

ASKED = (
    "social worker agency rate in Devon with confidence interval",
    "social worker agency rate in Devon, 95% CI",
    "how certain is the social worker agency rate in Devon",
    "margin of error of the social worker agency rate in Devon",
)
FTE = (
    "No interval for the 45%: it counts full-time equivalents, and an interval needs whole people."
)


@pytest.fixture
def six_of_twelve(muster: Muster) -> Figure:
    """Give a rate of six of twelve people."""
    (figure,) = answer_of(muster, "social worker agency rate in Devon").figures
    half = replace(figure, value=50.0, value_text="50%", basis="headcount")
    return replace(half, numerator=6, denominator=12)


@pytest.mark.parametrize("asked", ASKED)
def test_it_is_asked_for_in_many_words(muster: Muster, asked: str) -> None:
    assert [one.value for one in answer_of(muster, asked).figures] == [45]
    assert FTE in text_of(muster, asked)


def test_it_is_asked_of_the_figure_before_and_not_carried_on(muster: Muster) -> None:
    first = "social worker agency rate in Devon"
    assert FTE in text_of(muster, first, "how certain is that?")
    later = text_of(muster, first, "how certain is that?", "and in July 2023")
    assert "52%" in later
    assert "interval" not in later


def test_it_is_told_only_where_it_is_asked_for(muster: Muster) -> None:
    assert "interval" not in text_of(muster, "social worker agency rate in Devon")


def test_whole_people_have_wilsons_interval(six_of_twelve: Figure) -> None:
    told = list(certainty_sentences([certainty_of(six_of_twelve)]))
    assert told == [
        "The 50% (6 of 12 people) has the 95% interval 25.4% to 74.6%, by Wilson.",
        "That is of chance alone: all were counted, so there is no sampling error.",
    ]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"unit": "cases"}, "it is a count or an average"),
        ({"kind": "target"}, "it is a target"),
        ({"basis": "fte"}, "it counts full-time equivalents"),
        ({"numerator": None}, "the numbers it is made of are not held"),
        ({"basis": ""}, "its source does not say whether it counts people"),
        ({"numerator": 2, "denominator": 4}, "it is on fewer than five people"),
        ({"numerator": 5.5}, "its parts are no whole numbers of people"),
        ({"numerator": 13}, "its parts are no whole numbers of people"),
    ],
)
def test_for_all_else_it_is_said_why_there_is_none(
    six_of_twelve: Figure, changed: dict[str, object], reason: str
) -> None:
    found = certainty_of(replace(six_of_twelve, **changed))  # type: ignore[arg-type] # as given
    assert found.interval is None
    assert found.reason.startswith(reason)


def test_figures_without_one_for_one_reason_are_told_together(muster: Muster) -> None:
    asked = "agency rate in Assessment with confidence interval"
    text = text_of(muster, asked, on=date(2024, 6, 11))
    assert "No interval for the 69% or the 46%: it counts full-time equivalents" in text


def test_the_question_says_itself_in_words(muster: Muster) -> None:
    known = muster.knowledge()
    asked = muster.ask(ASKED[0], date(2024, 6, 11)).query
    assert asked
    assert asked.interval
    said = describe(asked, known.directory.names)
    assert muster.ask(said, date(2024, 6, 11)).query == asked
