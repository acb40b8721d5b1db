"""Talk around a question is left out, and nothing that could change the question."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Why
from tests.question.asking import refused, understood

QUESTION = "what is the agency rate for social workers in Assessment"

TALK = [
    "Quick one before scrutiny, {}",
    "I am drafting a speech for Thursday's committee. {}?",
    "The chair would like to know: {}?",
    "hi, hope you are enjoying the sunshine; {}",
    "{}? I need it for a slide deck by noon",
    "{} so that I can brief the cabinet member",
    "{}, as we are preparing a bid",
    "{} - I forgot my spreadsheet",
    "(for my appraisal) {}",
    "My colleague wonders {}",
    "item 7, 10 minutes: {}",
]


@pytest.mark.parametrize("around", TALK)
def test_talk_around_a_question_changes_nothing(known: Knowledge, around: str) -> None:
    assert understood(known, around.format(QUESTION)) == understood(known, QUESTION)


KEPT = [
    "The Court team, agency rate",
    "agency rate, I mean for the Night Owls",
    "agency rate (Torquay only, please)",
]


@pytest.mark.parametrize("text", KEPT)
def test_a_stretch_that_could_name_something_is_kept(known: Knowledge, text: str) -> None:
    assert refused(known, text).why in {Why.UNKNOWN_WORDS, Why.PERSON}


def test_a_stretch_that_shows_nothing_of_talk_is_kept(known: Knowledge) -> None:
    assert understood(known, "agency rate in Assessment, ferrets").unread == ("ferrets",)


def test_talk_alone_is_no_question(known: Knowledge) -> None:
    talk = refused(known, "I am drafting a speech, hope you are well")

    assert talk.why in {Why.OTHER_TOPIC, Why.NO_METRIC}


def test_a_claim_in_the_talk_is_no_condition(known: Knowledge) -> None:
    asked = understood(known, f"I was told 55%, which I doubt. {QUESTION}?")

    assert asked.conditions == ()
    assert asked == understood(known, QUESTION)


def test_a_period_in_a_stretch_keeps_it(known: Knowledge) -> None:
    asked = understood(known, "as we said in July 2023, ahead of the bid: agency rate in Devon")

    assert asked.unread or asked.periods
