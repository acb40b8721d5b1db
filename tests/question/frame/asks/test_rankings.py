"""Rankings, lists and series: what they go over, in which order, and how far."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Dimension, Intent, Order, Why
from tests.question.asking import refused, understood

TEAM, MONTH = Dimension.TEAM, Dimension.MONTH
COUNCIL, ROLE = Dimension.ORGANISATION, Dimension.ROLE_GROUP

RANKED: dict[str, tuple[Dimension, Order, int | None]] = {
    "which Devon team has the highest agency rate": (TEAM, Order.HIGHEST, 1),
    "lowest agency rate in Devon": (TEAM, Order.LOWEST, 1),
    "best permanent rate in Devon": (TEAM, Order.BEST, 1),
    "who has the worst agency rate": (COUNCIL, Order.WORST, 1),
    "who has the worst agency rate in Devon": (TEAM, Order.WORST, 1),
    "which council has the most leavers": (COUNCIL, Order.HIGHEST, 1),
    "which month had the highest agency rate in Devon": (MONTH, Order.HIGHEST, 1),
    "which role has the most vacancies in Blackpool": (ROLE, Order.HIGHEST, 1),
    "rank Devon teams by agency rate": (TEAM, Order.HIGHEST, None),
    "Devon teams by agency rate, worst first": (TEAM, Order.WORST, None),
    "Devon teams by agency rate, lowest first": (TEAM, Order.LOWEST, None),
    "top 3 Devon teams for agency rate": (TEAM, Order.HIGHEST, 3),
    "rank Assessment, Children & Families and Corporate Parenting by agency rate": (
        *(TEAM, Order.HIGHEST, None),
    ),
}


@pytest.mark.parametrize(("text", "ranking"), RANKED.items())
def test_a_ranking(
    known: Knowledge, text: str, ranking: tuple[Dimension, Order, int | None]
) -> None:
    asked = understood(known, text)

    assert asked.intent is Intent.RANK
    assert (asked.by, asked.order, asked.limit) == ranking


@pytest.mark.parametrize(
    "text",
    [
        "which is higher, the agency rate in Assessment or in Children & Families",
        "highest agency rate: Assessment or Children & Families",
    ],
)
def test_of_two_things_named_both_are_told(known: Knowledge, text: str) -> None:
    asked = understood(known, text)

    assert asked.intent is Intent.FIGURE
    assert len(asked.places) == 2


def test_the_most_of_a_metric_that_has_a_maximum_is_that_maximum(known: Knowledge) -> None:
    asked = understood(known, "the most an agency social worker is paid per hour in Devon")

    assert asked.intent is Intent.FIGURE
    assert asked.metrics == (("hourly_pay_max",),)


LISTED: dict[str, Dimension] = {
    "agency rate by team in Devon": TEAM,
    "agency rate for each Devon team": TEAM,
    "each agency rate in Devon": TEAM,
    "agency rate by council": COUNCIL,
    "vacancies by role in Blackpool": ROLE,
    "which Devon teams are over 50% agency": TEAM,
    "months with over 20 vacancies in Devon": MONTH,
    "student placements by type in Devon": ROLE,
}


@pytest.mark.parametrize(("text", "by"), LISTED.items())
def test_a_list(known: Knowledge, text: str, by: Dimension) -> None:
    asked = understood(known, text)

    assert (asked.intent, asked.by) == (Intent.LIST, by)


@pytest.mark.parametrize(
    "text",
    [
        "agency rate in Devon by month",
        "monthly agency rate in Devon",
        "agency rate in Devon for each month",
        "agency rate in Devon over time",
    ],
)
def test_a_series(known: Knowledge, text: str) -> None:
    assert understood(known, text).intent is Intent.SERIES


@pytest.mark.parametrize(
    "text",
    [
        "vacancies in the Assessment team",
        "list headcount and FTE in Education",
        "each agency rate in Devon and Torbay",
        "agency rate each month, July 2023 and August 2023, in Devon",
    ],
)
def test_things_that_are_named_are_no_list_of_others(known: Knowledge, text: str) -> None:
    assert understood(known, text).intent is Intent.FIGURE


def test_a_team_without_teams_of_its_own_is_gone_over_only_where_asked(known: Knowledge) -> None:
    one = understood(known, "which Assessment teams are over 50% agency")

    assert one.intent is Intent.FIGURE
    assert understood(known, "agency rate by team in Assessment").by is TEAM


def test_one_team_alone_leaves_nothing_to_rank(known: Knowledge) -> None:
    assert refused(known, "highest length of service in Education, Devon").why is Why.CLASH
