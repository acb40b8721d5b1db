"""A team is that of the council beside it, and a council beside its team is no place of its own."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Choice
from tests.question.asking import understood

CORPORATE_PARENTING = ("devon/corporate_parenting", "cambridgeshire/corporate_parenting")

PLACES: dict[str, tuple[Choice, ...]] = {
    "Assessment": (("devon/assessment",),),
    "Devon": (("devon",),),
    "Devon and Dudley": (("devon",), ("dudley",)),
    "Assessment, Devon": (("devon/assessment",),),
    "Corporate Parenting": (CORPORATE_PARENTING,),
    "Corporate Parenting, Cambridgeshire": (("cambridgeshire/corporate_parenting",),),
    "Corporate Parenting in Devon and Cambridgeshire": (
        ("devon/corporate_parenting",),
        ("cambridgeshire/corporate_parenting",),
    ),
    "SEND in Devon and Family Solutions in Dudley": (("devon/send",), ("dudley/family_solutions",)),
    "Education and SEND": (("devon/education",), ("dudley/send", "devon/send")),
    "Social Care, Assessment, Devon": (("devon/assessment",),),
    "Children & Families v Corporate Parenting in Devon": (
        ("devon/children_and_families",),
        ("devon/corporate_parenting",),
    ),
}


@pytest.mark.parametrize(("text", "places"), PLACES.items(), ids=str)
def test_places_are_narrowed_to_the_councils_named(
    known: Knowledge, text: str, places: tuple[Choice, ...]
) -> None:
    assert understood(known, f"agency rate, {text}").places == places


def test_a_team_that_the_council_does_not_have_is_a_place_nobody_holds(known: Knowledge) -> None:
    (choice,) = understood(known, "agency rate in Assessment, Dudley").places

    assert choice[0].startswith("dudley/")
    assert choice[0] not in known.directory.teams


def test_compared_places_stay_apart_though_one_holds_the_other(known: Knowledge) -> None:
    asked = understood(known, "vacancies in Assessment compared with Social Care, Devon")

    assert asked.places == (("devon/assessment",), ("devon/social_care",))
