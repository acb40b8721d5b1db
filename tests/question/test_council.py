"""Where a council is set, a question that names none is about that one."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import NotUnderstood, Query, Unclear, Why
from bot.question.council import in_council
from tests.question.asking import readings, understood


def set_to(known: Knowledge, text: str, council: str) -> Query:
    placed = in_council(understood(known, text), council)
    assert isinstance(placed, Query)
    return placed


def test_a_question_without_a_place_is_about_the_council_that_is_set(known: Knowledge) -> None:
    assert set_to(known, "agency rate", "dudley").places == (("dudley",),)


def test_a_team_of_several_councils_is_that_of_the_one_that_is_set(known: Knowledge) -> None:
    assert set_to(known, "agency rate in corporate parenting", "cambridgeshire").places == (
        ("cambridgeshire/corporate_parenting",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "agency rate in Devon",
        "agency rate in Assessment",  # Dudley has no such team
        "which council has the highest agency rate",
        "what is MASH",
        "help",
        "what do you hold",
    ],
)
def test_what_names_its_place_or_needs_none_is_left_as_it_was_asked(
    known: Knowledge, text: str
) -> None:
    assert set_to(known, text, "dudley") == understood(known, text)


def test_every_reading_is_placed(known: Knowledge) -> None:
    both = readings(known, "leavers and ASYEs")
    placed = in_council(Unclear(both), "blackpool")

    assert isinstance(placed, Unclear)
    assert {one.places for one in placed.readings} == {(("blackpool",),)}


def test_readings_that_the_council_makes_one_are_one(known: Knowledge) -> None:
    anywhere = understood(known, "agency rate")
    there = understood(known, "agency rate in Dudley")

    assert in_council(Unclear((anywhere, there)), "dudley") == there


def test_what_is_not_understood_stays_so() -> None:
    assert in_council(NotUnderstood(Why.EMPTY), "dudley") == NotUnderstood(Why.EMPTY)
