"""A follow-up that ranks, lists or totals lets go of the one team or month asked about before."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Dimension, Intent, Order
from tests.question.asking import understood

RATE = "agency rate for social workers in Assessment, Devon"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("which team is lowest", Order.LOWEST),
        ("and the lowest?", Order.LOWEST),
        ("who has the most", Order.HIGHEST),
        ("top 3 teams", Order.HIGHEST),
    ],
)
def test_a_ranking_goes_over_the_whole_council(known: Knowledge, text: str, order: Order) -> None:
    asked = understood(known, RATE, text)

    assert (asked.intent, asked.by, asked.order) == (Intent.RANK, Dimension.TEAM, order)
    assert asked.places == (("devon",),)


def test_a_list_of_teams_goes_over_the_whole_council(known: Knowledge) -> None:
    asked = understood(known, RATE, "by team")

    assert (asked.intent, asked.places) == (Intent.LIST, (("devon",),))


@pytest.mark.parametrize("text", ["when was it lowest", "highest month?", "by month"])
def test_what_goes_over_months_goes_over_all_of_them(known: Knowledge, text: str) -> None:
    asked = understood(known, "grievances in September 2023", text)

    assert asked.periods == ()


@pytest.mark.parametrize("text", ["and the total?", "and overall?", "in total"])
def test_the_total_is_the_councils(known: Knowledge, text: str) -> None:
    assert understood(known, RATE, text).places == (("devon",),)


def test_a_ranking_of_councils_leaves_the_place_behind(known: Knowledge) -> None:
    asked = understood(known, RATE, "which council is highest")

    assert (asked.by, asked.places) == (Dimension.ORGANISATION, ())


def test_the_number_behind_a_rate_is_its_count(known: Knowledge) -> None:
    asked = understood(known, RATE, "as FTE, not a rate")

    assert asked.metrics == (("agency_fte",),)


def test_a_group_of_teams_is_ranked_within(known: Knowledge) -> None:
    asked = understood(known, "headcount in Social Care, Devon", "which team is biggest")

    assert asked.by is Dimension.TEAM
