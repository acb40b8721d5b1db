"""A figure, and several side by side."""

from datetime import date

import pytest

from bot.answer.values import Outcome
from bot.pipeline import Muster
from tests.answer.asking import DATES, UNITS, UNLIKE, answer_of, by_month, groups, told


def test_a_figure_has_its_parts_its_date_and_its_paragraph(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate for social workers in Assessment")
    [figure] = answer.figures
    assert answer.outcome is Outcome.ANSWERED
    assert answer.understood == "Agency rate, social workers, Assessment, Devon, 31 March 2024"
    assert (figure.value, figure.numerator, figure.denominator) == (69, 27, 39)
    assert (figure.period.key, figure.formula, figure.value_text) == ("2024-03-31", "dfe", "69%")
    assert figure.source.document.startswith("Devon County Council, Children's Scrutiny Committee")
    assert (figure.source.line, "69%" in figure.source.quote) == (474, True)


def test_a_total_is_told_before_its_parts(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate for social workers in Devon")
    assert told(answer.figures) == [("All four services", 45)]


def test_a_place_without_a_total_means_its_parts(muster: Muster) -> None:
    answer = answer_of(muster, "headcount in Devon")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert [value for _, value in told(answer.options)] == [227, 165, 281, 455, 545]


def test_readings_that_differ_are_all_told(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate in Assessment")
    assert (answer.outcome, answer.figures) == (Outcome.AMBIGUOUS, ())
    assert groups(answer.options) == [("social_workers", 69), ("management_and_leadership", 46)]


def test_no_period_is_the_latest_one(muster: Muster) -> None:
    [figure] = answer_of(muster, "agency FTE of social workers in Devon").figures
    assert (figure.period.key, figure.value) == ("2024-03-31", 101.0)


def test_a_month_is_that_month(muster: Muster) -> None:
    [figure] = answer_of(muster, "agency FTE of social workers in Devon in December 2023").figures
    assert (figure.period.key, figure.value) == ("2023-12", 94.0)


def test_nothing_after_today_is_seen(muster: Muster) -> None:
    question = "agency FTE of social workers in Devon"
    [figure] = answer_of(muster, question, on=date(2023, 10, 5)).figures
    assert (figure.period.key, figure.value) == ("2023-10", 97.0)


def test_metrics_asked_together_stand_in_the_order_asked(muster: Muster) -> None:
    answer = answer_of(muster, "permanent FTE and agency FTE of social workers in Assessment")
    assert [(one.metric.key, one.value) for one in answer.figures] == [
        ("permanent_fte", 12.0),
        ("agency_fte", 27.0),
    ]


def test_a_metric_asked_beside_and_not_held_is_named(muster: Muster) -> None:
    question = "agency rate and vacancy rate of social workers in Assessment"
    answer = answer_of(muster, question)
    assert told(answer.figures) == [("Assessment", 69)]
    assert answer.missing == ("Vacancy rate, social workers, Assessment, Devon",)


def test_a_council_asked_beside_and_not_held_is_named(muster: Muster) -> None:
    answer = answer_of(muster, "compare the agency rate in Torbay and Blackpool")
    assert told(answer.figures) == [("Blackpool Council", 20)]
    assert answer.missing == ("Agency rate, Torbay",)


def test_a_month_asked_beside_and_not_held_is_named(muster: Muster) -> None:
    question = "agency FTE of social workers in Devon in January 2022 and March 2024"
    answer = answer_of(muster, question)
    assert told(answer.figures) == [("All four services", 101.0)]
    assert answer.missing == ("Agency FTE, social workers, Devon, January 2022",)


def test_teams_are_compared_like_for_like(muster: Muster) -> None:
    question = "agency rate of social workers in Assessment and Children & Families"
    answer = answer_of(muster, question)
    assert told(answer.figures) == [("Assessment", 69), ("Children & Families", 53)]
    assert UNLIKE not in answer.caveats


def test_rates_over_different_denominators_are_not_like_for_like(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate of managers and social workers in Assessment")
    assert groups(answer.figures) == [("management_and_leadership", 46), ("social_workers", 69)]
    assert UNLIKE in answer.caveats


def test_councils_at_different_dates_are_compared_with_a_warning(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate of Blackpool and Cambridgeshire")
    assert told(answer.figures) == [
        ("Blackpool Council", 20),
        ("Cambridgeshire County Council", 11),
    ]
    assert DATES in answer.caveats
    assert UNLIKE not in answer.caveats  # neither says how it is made


def test_figures_in_different_units_are_compared_with_a_warning(muster: Muster) -> None:
    answer = answer_of(muster, "agency workers in Dudley compared with Blackpool")
    assert [(one.value, one.unit) for one in answer.figures] == [(27.5, "FTE"), (27, "people")]
    assert UNITS in answer.caveats


def test_different_metrics_are_not_held_against_each_other(muster: Muster) -> None:
    answer = answer_of(muster, "agency FTE and permanent rate of social workers in Assessment")
    assert [one.value for one in answer.figures] == [27.0, 31]
    assert not {UNLIKE, UNITS, DATES} & set(answer.caveats)


def test_two_periods_are_told_with_the_change_between_them(muster: Muster) -> None:
    answer = answer_of(muster, "grievances in Devon in March 2023 and March 2024")
    [change] = answer.changes
    assert by_month(answer.figures) == [("2023-03", 4), ("2024-03", 0)]
    assert (change.value, change.unit, change.direction) == (-4, "cases", "down")


def test_a_stretch_of_time_is_told_point_by_point(muster: Muster) -> None:
    answer = answer_of(muster, "grievances in Devon from May 2023 to August 2023")
    assert [one.value for one in (answer.changes[0].start, answer.changes[0].end)] == [3, 4]
    assert by_month(answer.changes[0].between) == [
        ("2023-05", 3),
        ("2023-06", 2),
        ("2023-07", 2),
        ("2023-08", 4),
    ]


def test_a_count_over_a_stretch_is_one_figure(muster: Muster) -> None:
    [figure] = answer_of(muster, "posts filled in Blackpool since January 2019").figures
    assert (figure.value, figure.period.key) == (252, "2019-01..2020-08")


def test_a_follow_up_keeps_what_it_does_not_say(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate for social workers in Assessment", "and managers?")
    assert groups(answer.figures) == [("management_and_leadership", 46)]


def test_everything_is_of_one_time_and_names_what_is_of_others(muster: Muster) -> None:
    answer = answer_of(muster, "everything on social workers in Assessment in Devon")
    assert {one.period.key for one in answer.figures} == {"2024-03-31"}
    assert answer.notes == ("Held of other times too: average caseload.",)


def test_everything_on_a_team_is_each_metric_at_its_latest(muster: Muster) -> None:
    answer = answer_of(muster, "everything on managers in Assessment")
    assert {one.metric.key: one.value for one in answer.figures} == {
        "budgeted_fte": 12,
        "staff_in_post_fte": 10.0,
        "agency_fte": 5.5,
        "agency_rate": 46,
        "permanent_fte": 4.5,
        "permanent_rate": 38,
        "vacancies_fte": 2.0,
    }


@pytest.mark.parametrize(
    ("question", "value", "text"),
    [
        ("unfilled vacancies of social workers in Corporate Parenting, Devon", -1.53, "-1.53"),
        ("vacancies in Management Team, Dudley", 0, "0"),
        ("working days lost to sickness in Devon", 5151, "5151"),
        ("vacancy rate in the East of England in 2018", 16.6, "16.6"),
        ("highest hourly pay of agency social workers in Devon", 44, "up to £44"),
    ],
)
def test_a_value_is_as_it_was_printed(
    muster: Muster, question: str, value: float, text: str
) -> None:
    [figure] = answer_of(muster, question).figures
    assert (figure.value, figure.value_text) == (value, text)
