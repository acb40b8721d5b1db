"""What a query means among what is held: kinds of figure, places, role groups."""

from dataclasses import replace

from bot.answer.values import Answer, NoFigures, Reason
from bot.pipeline import Muster
from bot.query.period import FinancialYear
from bot.query.query import Comparison, Condition, Dimension, Intent, Kind, Order, Query, Slot
from tests.answer.asking import TODAY, groups, told

AGENCY = Query(Intent.FIGURE, (("agency_rate",),), (("devon/assessment",),))
CASELOAD = Query(Intent.FIGURE, (("average_caseload",),), (("devon/other_front_door",),))
HEADS = (("heads_of_service",),)


def figures(muster: Muster, query: Query) -> Answer:
    """Give the answer to a query that has figures."""
    result = muster.answer(query, TODAY).result
    assert isinstance(result, Answer), result
    return result


def nothing(muster: Muster, query: Query) -> NoFigures:
    """Give the answer to a query that has none."""
    result = muster.answer(query, TODAY).result
    assert isinstance(result, NoFigures), result
    return result


def test_the_first_metric_that_is_held_is_meant(muster: Muster) -> None:
    query = replace(AGENCY, metrics=(("agency_workers", "agency_fte"),))
    assert {one.metric.key for one in figures(muster, query).options} == {"agency_fte"}


def test_the_first_metric_that_is_held_at_that_time_is_meant(muster: Muster) -> None:
    query = Query(
        Intent.FIGURE,
        (("headcount", "sickness_days_lost"),),
        (("devon/social_care",),),
        periods=(FinancialYear(2022),),
    )
    assert told(figures(muster, query).figures) == [("Social Care", 5522)]


def test_the_first_role_group_that_is_held_is_meant(muster: Muster) -> None:
    query = replace(AGENCY, role_groups=(("heads_of_service", "management_and_leadership"),))
    assert groups(figures(muster, query).figures) == [("management_and_leadership", 46)]


def test_a_group_that_is_only_held_by_its_parts_means_its_parts(muster: Muster) -> None:
    """The deputies are a team's, and the council's own figures go before a team's."""
    managers = (("management_and_leadership",),)
    query = Query(Intent.FIGURE, (("vacancies",),), (("blackpool",),), managers)
    assert set(groups(figures(muster, query).options)) == {
        *(("heads_of_service", 1), ("service_managers", 1), ("practice_development_managers", 1)),
        ("team_managers", 4),
    }


def test_a_list_by_role_of_a_group_is_of_its_parts(muster: Muster) -> None:
    query = Query(
        Intent.LIST,
        (("vacancies",),),
        (("blackpool",),),
        (("management_and_leadership",),),
        by=Dimension.ROLE_GROUP,
    )
    assert "social_workers" not in {one.role_group.key for one in figures(muster, query).figures}
    assert len(figures(muster, query).figures) == 5


def test_teams_are_ranked_by_the_group_asked_about(muster: Muster) -> None:
    query = Query(
        Intent.RANK,
        (("agency_rate",),),
        (("devon",),),
        (("management_and_leadership",),),
        by=Dimension.TEAM,
        order=Order.HIGHEST,
    )
    assert [value for _, value in told(figures(muster, query).figures)] == [57, 46, 28, 0]
    assert nothing(muster, replace(query, role_groups=HEADS)).reason is Reason.NOT_HELD
    over = replace(query, conditions=(Condition(Comparison.OVER, 90, percent=True),))
    assert nothing(muster, over).understood == "Agency rate, managers, Devon, over 90%"


def test_a_group_named_now_is_not_answered_by_another(muster: Muster) -> None:
    assert nothing(muster, replace(AGENCY, role_groups=HEADS)).reason is Reason.NOT_HELD


def test_a_group_named_before_gives_way(muster: Muster) -> None:
    query = replace(AGENCY, role_groups=HEADS, inherited=frozenset({Slot.ROLE_GROUP}))
    assert len(figures(muster, query).options) == 2


def test_what_is_actual_goes_before_what_is_planned(muster: Muster) -> None:
    query = Query(Intent.FIGURE, (("asye_appointed",),), (("torbay",),))
    assert {one.kind for one in figures(muster, query).figures} == {"planned"}


def test_what_is_so_is_no_answer_to_what_is_expected(muster: Muster) -> None:
    assert nothing(muster, replace(CASELOAD, kind=Kind.PLANNED)).reason is Reason.NOT_HELD


def test_a_target_is_no_actual_figure(muster: Muster) -> None:
    query = replace(CASELOAD, kind=Kind.TARGET)
    assert [(one.kind, one.value) for one in figures(muster, query).figures] == [("target", 18)]


def test_a_councils_own_figure_of_the_benchmark(muster: Muster) -> None:
    query = Query(Intent.FIGURE, (("average_caseload",),), (("devon",),), kind=Kind.BENCHMARK)
    assert [(one.kind, one.value) for one in figures(muster, query).figures] == [
        ("benchmark", 16.7)
    ]


def test_a_place_that_nobody_knows_is_said_in_words(muster: Muster) -> None:
    found = nothing(muster, replace(AGENCY, places=(("devon/court_team",),)))
    assert (found.reason, found.detail) == (Reason.NO_SUCH_TEAM, "court team, Devon")


def test_everything_on_a_place_of_which_nothing_is_held(muster: Muster) -> None:
    found = nothing(muster, Query(Intent.EVERYTHING, places=(("south_west",),)))
    assert (found.reason, found.understood) == (Reason.NOT_HELD, "South West")


def test_what_is_no_rate_is_never_over_some_per_cent(muster: Muster) -> None:
    query = Query(
        Intent.LIST,
        (("agency_fte",),),
        (("devon",),),
        (("social_workers",),),
        conditions=(Condition(Comparison.OVER, 50),),
    )
    assert told(figures(muster, query).figures) == [("Children & Families", 53.8)]
    per_cent = replace(query, conditions=(Condition(Comparison.OVER, 50, percent=True),))
    assert told(figures(muster, per_cent).figures) == []
