"""People correct themselves and rule things out, and are taken at their word."""

import pytest

from bot.pipeline import Knowledge
from bot.query.period import Month
from bot.query.query import Why
from tests.question.asking import refused, understood


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("agency rate in Assessment, sorry I mean Education", "agency rate in Education"),
        ("vacancies in Dudley, sorry I meant Devon", "vacancies in Devon"),
        (
            "turnover, sorry I mean vacancy rate, in Cambridgeshire",
            "vacancy rate in Cambridgeshire",
        ),
    ],
)
def test_what_is_taken_back_is_not_asked(known: Knowledge, said: str, meant: str) -> None:
    assert understood(known, said) == understood(known, meant)


def test_a_period_is_taken_back_too(known: Knowledge) -> None:
    asked = understood(known, "vacancies in Devon in August 2023, sorry I meant September 2023")

    assert asked.periods == (Month(9, 2023),)


def test_what_is_not_said_again_stays(known: Knowledge) -> None:
    asked = understood(known, "agency rate in Devon in July 2023, sorry I mean vacancies")

    assert asked.places == (("devon",),)
    assert asked.periods == (Month(7, 2023),)


def test_what_is_ruled_out_is_dropped(known: Knowledge) -> None:
    asked = understood(known, "vacancies in Devon, the managers, not the social workers")

    assert asked.role_groups == (("management_and_leadership",),)


def test_a_not_with_nothing_after_it_drops_nothing(known: Knowledge) -> None:
    assert understood(known, "agency rate in Devon, not") == understood(
        known, "agency rate in Devon"
    )


def test_a_place_that_is_only_ruled_out_is_a_part_left_out(known: Knowledge) -> None:
    assert refused(known, "vacancies not in Assessment").why is Why.PART_LEFT_OUT
