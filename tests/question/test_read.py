"""A text is read as a query, as several, or as none, and says which of its words it read anew."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pipeline import Knowledge
from bot.query.query import Correction, Intent, NotUnderstood, Query, Unclear, Why
from bot.question import Understanding, read
from tests.question.asking import readings, refused, understood


@pytest.mark.parametrize(
    "text", ["", "   ", "?!", "%", "\U0001f600 :tada:", "\u200b\u202e\x00", "-- & --"]
)
def test_a_text_without_a_word_is_empty(known: Knowledge, text: str) -> None:
    assert refused(known, text).why is Why.EMPTY


def test_a_text_longer_than_a_question_is_refused_unread(known: Knowledge) -> None:
    assert read("agency rate " * 3_334, known.lexicon) == Understanding(NotUnderstood(Why.TOO_LONG))


def test_each_word_that_was_read_as_another_is_told(known: Knowledge) -> None:
    understanding = read("agnecy rate in the Asessment team, plaese", known.lexicon)

    assert understanding.corrections == (
        Correction("agnecy", "agency"),
        Correction("Asessment", "assessment"),
        Correction("plaese", "please"),
    )
    assert read("agency rate in Assessment", known.lexicon).corrections == ()


def test_a_typing_error_changes_nothing_of_what_is_understood(known: Knowledge) -> None:
    typed = understood(known, "agnecy raet for socail workres in Assesment")

    assert typed == understood(known, "agency rate for social workers in Assessment")


@pytest.mark.parametrize(
    "text",
    [
        "turnover in the Court team",
        "agency rate in Kent",
        "vacancies in the Adoption team, Devon",
        "agency rate for the Astronauts in Devon",
    ],
)
def test_a_word_written_like_a_name_that_nobody_knows_stands_in_the_way(
    known: Knowledge, text: str
) -> None:
    refusal = refused(known, text)

    assert refusal.why is Why.UNKNOWN_WORDS
    assert len(refusal.words) == 1
    assert refusal.words[0][0].isupper()


@pytest.mark.parametrize(
    "text",
    ["constanta's", "what about constanta's in March", "overheads", "the overheads"],
)
def test_a_word_of_the_dictionary_is_no_typing_error_where_nothing_else_is_named(
    known: Knowledge, text: str
) -> None:
    assert refused(known, text).why in {Why.UNKNOWN_WORDS, Why.OTHER_TOPIC}


def test_beside_a_name_a_word_of_the_dictionary_may_be_a_typing_error(known: Knowledge) -> None:
    understanding = read("permanent employes in Education", known.lexicon)

    assert understanding.corrections == (Correction("employes", "employees"),)


def test_a_word_that_nobody_knows_is_told_to_whoever_looks_the_figure_up(known: Knowledge) -> None:
    assert understood(known, "turnover of ferrets").unread == ("ferrets",)
    assert understood(known, "turnover rate").unread == ()


def test_too_many_strange_words_are_no_question_of_ours(known: Knowledge) -> None:
    refusal = refused(known, "turnover of ferrets stoats weasels and polecats")

    assert refusal.why is Why.UNKNOWN_WORDS
    assert set(refusal.words) >= {"ferrets", "stoats", "weasels", "polecats"}


@pytest.mark.parametrize("text", ["tell me a joke", "weather in Exeter", "asdf qwer zxcv"])
def test_a_text_that_names_nothing_of_ours_is_another_topic(known: Knowledge, text: str) -> None:
    assert refused(known, text).why is Why.OTHER_TOPIC


@pytest.mark.parametrize("text", ["Devon", "managers", "rate", "July", "how many", "what about it"])
def test_a_question_without_a_metric_says_so(known: Knowledge, text: str) -> None:
    assert refused(known, text).why is Why.NO_METRIC


@pytest.mark.parametrize("text", ["new agency rate", "new vacancies in Devon"])
def test_parts_that_do_not_go_together_are_named(known: Knowledge, text: str) -> None:
    refusal = refused(known, text)

    assert refusal.why is Why.CLASH
    assert refusal.words == ("new",)


def test_a_number_that_says_nothing_stands_in_the_way(known: Knowledge) -> None:
    assert refused(known, "Devon 55") == NotUnderstood(Why.UNKNOWN_WORDS, ("55",))
    assert understood(known, "agency rate 55").unread == ("55",)


def test_two_readings_are_both_given(known: Knowledge) -> None:
    both = readings(known, "leavers and ASYEs in Devon")

    assert [len(one.metrics) for one in both] == [2, 1]
    assert [one.role_groups for one in both] == [(), (("newly_qualified",),)]


def test_what_was_understood_keeps_its_tokens_and_covers_for_explaining(known: Knowledge) -> None:
    understanding = read("agency rate?", known.lexicon)

    assert [token.word for token in understanding.tokens] == ["agency", "rate", "?"]
    assert understanding.covers[0].score >= understanding.covers[-1].score


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from("agency rate in Devon % 5 ( ' - <@ & July".split())).map(" ".join)
)
def test_no_text_is_too_strange_to_be_read(known: Knowledge, text: str) -> None:
    reading = read(text, known.lexicon).reading

    assert isinstance(reading, Query | Unclear | NotUnderstood)
    assert reading == read(text, known.lexicon).reading


def test_what_is_asked_first_is_asked_the_same_way_again(known: Knowledge) -> None:
    asked = understood(known, "agency rate in Assessment")

    assert asked.intent is Intent.FIGURE
    assert asked.metrics == (("agency_rate",),)
    assert asked.places == (("devon/assessment",),)
