"""Which words stood in the way of an answer."""

from datetime import date

import pytest

from bot.pipeline import Muster
from bot.teaching.blocking import blocking, noted
from db.words import Noted

TODAY = date(2024, 6, 11)


@pytest.mark.parametrize(
    ("question", "blocked"),
    [
        ("turnover in the Court team", ["court"]),
        ("how many blue door staff", ["blue door"]),
        ("vacancies in Wibble and Wobble", ["wibble", "wobble"]),
        ("turnover in the R2D2 team", ["r2d2"]),
        ("agency rte in Blu-Dor team", ["rte", "blu dor"]),
        ("attrishuns in Assessment", ["attrishun"]),
        ("attrishun rate in the blue door", ["attrishun", "blue door"]),
    ],
)
def test_strange_words_are_told_and_those_side_by_side_as_one(
    muster: Muster, question: str, blocked: list[str]
) -> None:
    assert [one.spelling for one in blocking(muster.ask(question, TODAY))] == blocked


@pytest.mark.parametrize(
    "question",
    [
        "agency rate in Assessment",
        "how is Jane Smith doing",
        "who won the football",
        "agency rate for social workers in Devon 47",
        "",
    ],
)
def test_an_answer_or_another_refusal_has_none(muster: Muster, question: str) -> None:
    assert blocking(muster.ask(question, TODAY)) == ()


def test_in_a_thread_words_alone_are_a_question(muster: Muster) -> None:
    replied = muster.ask("and in Court?", TODAY)
    assert blocking(replied) == ()
    assert blocking(replied, in_thread=True) == (Noted("court", "Court"),)


@pytest.mark.parametrize("question", ["why is Gemma off, is it stress", "what is the weather"])
def test_what_takes_up_no_question_is_another_topic_in_a_thread_too(
    muster: Muster, question: str
) -> None:
    assert blocking(muster.ask(question, TODAY), in_thread=True) == ()


def test_a_word_is_kept_as_it_was_typed() -> None:
    assert noted("Blue Doors") == Noted("blue door", "Blue Doors")


@pytest.mark.parametrize("written", ["47", "", "a b c d e", "x" * 41])
def test_what_is_no_name_is_not_kept(written: str) -> None:
    assert noted(written) is None
