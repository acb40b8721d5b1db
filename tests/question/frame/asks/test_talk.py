"""Questions about words, about what is held, and small talk."""

import pytest

from bot.pipeline import Knowledge
from bot.query.period import Month
from bot.query.query import Intent, Query, Why
from tests.question.asking import refused, understood

DEFINED = {
    "what is MASH": ("mash",),
    "what does EVP mean": ("evp",),
    "EVP?": ("evp",),
    "define ASYE": ("asye",),
    "what is MASH in the Devon report": ("mash",),
    "what's the difference between headcount and FTE": ("headcount", "fte"),
}


@pytest.mark.parametrize(("text", "terms"), DEFINED.items())
def test_a_word_is_explained(known: Knowledge, text: str, terms: tuple[str, ...]) -> None:
    assert understood(known, text) == Query(Intent.DEFINITION, terms=terms)


def test_how_a_metric_is_made_is_explained(known: Knowledge) -> None:
    assert understood(known, "how is the agency rate worked out") == Query(
        Intent.DEFINITION, (("agency_rate",),)
    )


def test_a_metric_without_a_word_in_the_glossary_is_explained(known: Knowledge) -> None:
    assert understood(known, "define job events") == Query(
        Intent.DEFINITION, (("job_events_per_year",),)
    )


def test_a_word_of_no_figure_is_explained_whatever_stands_beside_it(known: Knowledge) -> None:
    assert understood(known, "what is EVP in 2023") == Query(Intent.DEFINITION, terms=("evp",))


def test_the_source_of_what_cannot_be_is_not_told(known: Knowledge) -> None:
    assert refused(known, "source of new vacancies").why is Why.CLASH


@pytest.mark.parametrize(
    "text",
    [
        "what is the agency rate",
        "what is the agency rate in Devon",
        "what is the agency rate in Devon against England",
        "what is headcount in Education in March 2024",
        "what is the highest caseload",
    ],
)
def test_a_term_with_anything_that_asks_for_a_figure_is_a_figure(
    known: Knowledge, text: str
) -> None:
    assert understood(known, text).intent is not Intent.DEFINITION


def test_a_term_of_no_figure_stands_in_the_way_of_one(known: Knowledge) -> None:
    refusal = refused(known, "EVP agency rate")

    assert refusal.why is Why.CLASH
    assert refusal.words == ("Employee Value Proposition",)


def test_a_figure_follows_a_word_of_the_thread(known: Knowledge) -> None:
    asked = understood(known, "agency rate in Assessment", "and what is it for managers?")

    assert asked.intent is Intent.FIGURE


TALK = {
    "what do you hold for Dudley?": Query(Intent.COVERAGE, places=(("dudley",),)),
    "what data do you hold": Query(Intent.COVERAGE),
    "which councils do you cover": Query(Intent.COVERAGE),
    "how recent is the data": Query(Intent.RECENCY),
    "how recent is the agency rate in Devon": Query(
        Intent.RECENCY, (("agency_rate",),), (("devon",),)
    ),
    "everything on managers in Assessment": Query(
        Intent.EVERYTHING, (), (("devon/assessment",),), (("management_and_leadership",),)
    ),
    "everything on Assessment in July 2023": Query(
        Intent.EVERYTHING, (), (("devon/assessment",),), (), (Month(7, 2023),)
    ),
    "source of the agency rate in Assessment": Query(
        Intent.SOURCE, (("agency_rate",),), (("devon/assessment",),)
    ),
    "help": Query(Intent.HELP),
    "what can you do": Query(Intent.HELP),
    "thanks": Query(Intent.THANKS),
    "hello": Query(Intent.GREETING),
}


@pytest.mark.parametrize(("text", "query"), TALK.items())
def test_what_is_held_and_small_talk(known: Knowledge, text: str, query: Query) -> None:
    assert understood(known, text) == query


def test_a_greeting_before_a_question_is_no_small_talk(known: Knowledge) -> None:
    assert understood(known, "hello, agency rate in Assessment please, thanks") == understood(
        known, "agency rate in Assessment"
    )
