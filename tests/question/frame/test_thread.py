"""A follow-up fills its empty slots from the last answered question of its thread."""

import pytest

from bot.pipeline import Knowledge
from bot.query.period import Day, Month, Period, Since, Year, YearEnding
from bot.query.query import Against, Dimension, Intent, Order, Slot, Why
from tests.question.asking import refused, understood

RATE = "agency rate for social workers in Assessment"


@pytest.mark.parametrize(
    "text", ["and managers?", "what about managers", "managers?", "& the managers"]
)
def test_another_group_is_asked_of_the_same_place(known: Knowledge, text: str) -> None:
    asked = understood(known, RATE, text)

    assert asked == understood(known, "agency rate for managers in Assessment")
    assert asked.inherited == {Slot.METRIC, Slot.PLACE, Slot.PERIOD}


def test_another_council_leaves_the_team_behind(known: Knowledge) -> None:
    asked = understood(known, RATE, "what about Dudley?")

    assert asked.places == (("dudley",),)
    assert asked.role_groups == (("social_workers",),)
    assert Slot.PLACE not in asked.inherited


def test_a_change_is_asked_of_the_same_figure(known: Knowledge) -> None:
    asked = understood(known, RATE, "has it improved since July?")

    assert asked == understood(known, f"change in {RATE} since July")
    assert asked.periods == (Since(Month(7)),)


def test_another_period_keeps_all_else(known: Knowledge) -> None:
    asked = understood(known, "agency FTE in Devon in July 2023", "and in December 2023?")

    assert asked == understood(known, "agency FTE in Devon in December 2023")


def test_the_year_before_is_counted_from_the_thread(known: Knowledge) -> None:
    asked = understood(known, "turnover rate in Cambridgeshire in 2018", "and the year before?")

    assert asked.periods == (Year(2017),)
    assert asked.places == (("cambridgeshire",),)


@pytest.mark.parametrize(
    ("asked_before", "follow_up", "period"),
    [
        ("SW vacancies Devon December 2023", "and the month after", Month(1, 2024)),
        ("SW vacancies Devon January 2024", "and the month before", Month(12, 2023)),
        ("SW vacancies Devon January 2024", "3 months earlier", Month(10, 2023)),
        ("SW vacancies Devon 31 March 2024", "a year earlier", Day(31, 3, 2023)),
        ("turnover in the year ending March 2024", "the year before", YearEnding(3, 2023)),
    ],
)
def test_a_time_is_counted_from_the_thread_s(
    known: Knowledge, asked_before: str, follow_up: str, period: Period
) -> None:
    assert understood(known, asked_before, follow_up).periods == (period,)


@pytest.mark.parametrize("follow_up", ["the year before", "the month before"])
def test_where_the_thread_names_no_time_nothing_is_counted_from_it(
    known: Knowledge, follow_up: str
) -> None:
    assert refused(known, "SW vacancies Devon", follow_up).why is Why.CLASH
    assert refused(known, f"SW vacancies Devon {follow_up}").why is Why.CLASH


def test_a_measure_turns_the_metric(known: Knowledge) -> None:
    asked = understood(known, RATE, "and in FTE?")

    assert asked.metrics == (("agency_fte",),)
    assert asked.places == (("devon/assessment",),)


@pytest.mark.parametrize("text", ["as a rate?", "new short term ones?"])
def test_a_measure_that_the_metric_does_not_have_turns_nothing(known: Knowledge, text: str) -> None:
    assert refused(known, "grievances in July 2023", text).why is Why.CLASH


def test_a_facet_turns_the_metric_where_it_fits(known: Knowledge) -> None:
    asked = understood(known, "grievances in July 2023", "and new ones?")

    assert asked.metrics == (("grievance_cases_new",),)
    assert asked.periods == (Month(7, 2023),)


def test_a_question_with_a_metric_and_a_place_of_its_own_stands_alone(known: Knowledge) -> None:
    asked = understood(known, RATE, "vacancies in Dudley")

    assert asked == understood(known, "vacancies in Dudley")
    assert asked.inherited == frozenset()


def test_a_metric_alone_is_asked_of_the_same_place(known: Knowledge) -> None:
    asked = understood(known, RATE, "vacancies?")

    assert asked.places == (("devon/assessment",),)
    assert asked.role_groups == (("social_workers",),)


def test_an_and_carries_the_group_and_the_period_over(known: Knowledge) -> None:
    first = "agency rate for social workers in Devon in July 2023"
    asked = understood(known, first, "and the permanent rate in Assessment")

    assert asked.role_groups == (("social_workers",),)
    assert asked.periods == (Month(7, 2023),)


def test_a_team_of_several_councils_is_the_one_of_the_thread(known: Knowledge) -> None:
    asked = understood(known, "agency rate in Cambridgeshire", "and corporate parenting?")

    assert asked.places == (("cambridgeshire/corporate_parenting",),)


def test_a_part_of_a_name_is_a_team_of_the_thread(known: Knowledge) -> None:
    asked = understood(known, "agency rate in Safeguarding north, Cambridgeshire", "the south?")

    assert asked.places == (("cambridgeshire/safeguarding_south",),)


def test_a_part_of_a_name_of_no_team_there_stands_in_the_way(known: Knowledge) -> None:
    assert refused(known, RATE, "and the moon?").why in {Why.UNKNOWN_WORDS, Why.OTHER_TOPIC}


def test_a_comparison_with_england_keeps_the_place(known: Knowledge) -> None:
    asked = understood(known, RATE, "is that above England?")

    assert asked.intent is Intent.BENCHMARK
    assert asked.against is Against.ENGLAND
    assert asked.places == (("devon/assessment",),)


def test_a_ranking_is_asked_again_for_another_group(known: Knowledge) -> None:
    first = "which Devon team has the most social worker vacancies"
    asked = understood(known, first, "and for managers?")

    assert (asked.intent, asked.by, asked.order, asked.limit) == (
        *(Intent.RANK, Dimension.TEAM),
        *(Order.HIGHEST, 1),
    )
    assert asked.role_groups == (("management_and_leadership",),)


def test_a_new_order_ranks_what_was_ranked(known: Knowledge) -> None:
    first = "which month had the highest agency rate for managers in Devon"

    assert understood(known, first, "and the lowest?").by is Dimension.MONTH
    assert understood(known, "which month had the most grievances", "the fewest?").by is (
        Dimension.MONTH
    )
    assert understood(known, first, "and the lowest in Devon?").by is Dimension.MONTH


def test_a_new_period_after_a_change_asks_for_its_figure(known: Knowledge) -> None:
    first = "change in agency rate for social workers in Devon since July 2023"
    asked = understood(known, first, "and in December 2023?")

    assert asked.intent is Intent.FIGURE
    assert asked.periods == (Month(12, 2023),)


def test_a_list_with_a_condition_is_asked_again_for_another_group(known: Knowledge) -> None:
    asked = understood(
        known, "which Devon teams are over 50% agency social workers", "and managers?"
    )

    assert asked.intent is Intent.LIST
    assert [one.number for one in asked.conditions] == [50.0]


def test_a_word_that_names_the_subject_again_takes_the_threads_metric(known: Knowledge) -> None:
    asked = understood(
        known, "budgeted FTE for managers in Assessment", "how many FTE for social workers?"
    )

    assert asked.role_groups == (("social_workers",),)
    assert asked.places == (("devon/assessment",),)


def test_a_weak_word_of_the_same_subject_repeats_the_threads_metric(known: Knowledge) -> None:
    asked = understood(known, "headcount in Education", "how many staff in SEND, Devon?")

    assert asked.metrics == (("headcount",),)
    assert asked.places == (("devon/send",),)


def test_a_thread_without_a_metric_gives_nothing(known: Knowledge) -> None:
    assert refused(known, "what do you hold for Dudley?", "and managers?").why is Why.NO_METRIC
    assert understood(known, "what is MASH", RATE) == understood(known, RATE)


def test_where_a_figure_comes_from_is_asked_of_the_thread(known: Knowledge) -> None:
    asked = understood(known, RATE, "where does that come from?")

    assert asked.intent is Intent.SOURCE
    assert asked.metrics == (("agency_rate",),)
    assert asked.places == (("devon/assessment",),)
    assert asked.role_groups == (("social_workers",),)
