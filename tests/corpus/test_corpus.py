"""Every question of the corpus is answered as it should be, and none with a wrong figure."""

from collections import Counter
from datetime import date

import pytest

from bot.answer.values import Outcome
from bot.pipeline import Muster
from bot.query.query import NotUnderstood, Why
from seed.questions import FILES
from tests.corpus.grading import Grade, grade
from tests.corpus.questions import ask, every_question, read_file

AT_LEAST = 400
OUTCOMES = {
    "understood": {Outcome.ANSWERED, Outcome.DEFINITION},
    "unclear": {Outcome.AMBIGUOUS},
    "not_understood": {Outcome.NO_DATA, Outcome.NOT_UNDERSTOOD, Outcome.DECLINED},
}
A_FEW_SENTENCES = 300
"""Characters."""


@pytest.mark.parametrize("name", FILES)
def test_every_question_gets_what_is_due(muster: Muster, name: str) -> None:
    graded = [(one, *grade(ask(muster, one), one)) for one in read_file(name)]

    faults = [
        f"{one.id} {result}: {one.question!r} {why}"
        for one, result, why in graded
        if result is not Grade.RIGHT
    ]

    assert not faults, "\n".join(faults)


def test_a_question_that_is_not_understood_gets_a_short_reply_of_its_own(muster: Muster) -> None:
    refused = [
        (one, answer)
        for one in read_file("not_understood")
        if (answer := ask(muster, one))["outcome"] != Outcome.NO_DATA
    ]

    assert [one.id for one, answer in refused if len(answer["text"]) > A_FEW_SENTENCES] == []
    assert len({answer["text"] for _, answer in refused}) > len(Why)


@pytest.mark.parametrize("text", ["agency rate in Assessment " * 1_539, "x" * 40_000, "£" * 40_000])
def test_forty_thousand_characters_are_refused_politely(muster: Muster, text: str) -> None:
    result = muster.ask(text, date(2024, 6, 11)).result

    assert result == NotUnderstood(Why.TOO_LONG)


def test_the_corpus_is_large_and_asks_nothing_twice() -> None:
    asked = Counter((one.context, one.question) for one in every_question())
    ids = Counter(one.id for one in every_question())

    assert asked.total() >= AT_LEAST
    assert [text for text, times in asked.items() if times > 1] == []
    assert [key for key, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_each_file_holds_the_outcomes_of_its_name(name: str) -> None:
    assert {one.expect["outcome"] for one in read_file(name)} == OUTCOMES[name]
