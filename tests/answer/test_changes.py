"""A change, with both of its ends."""

import pytest

from bot.answer.values import Change, Outcome
from bot.pipeline import Muster
from tests.answer.asking import REVISED, answer_of, by_month, groups, nothing_of, told


def change_of(muster: Muster, *texts: str) -> Change:
    """Give the one change of an answer."""
    [change] = answer_of(muster, *texts).changes
    return change


def test_a_rate_changes_in_points_and_never_in_per_cent_of_itself(muster: Muster) -> None:
    change = change_of(muster, "how has the agency rate of social workers in Devon changed")
    assert by_month((change.start, change.end)) == [("2023-07", 52), ("2024-03-31", 45)]
    assert (change.value, change.unit, change.relative) == (-7, "percentage points", None)
    assert change.direction == "down"


def test_both_ends_keep_their_own_denominator(muster: Muster) -> None:
    change = change_of(muster, "how has the agency rate of social workers in Devon changed")
    assert (change.start.denominator, change.end.denominator) == (218, 225)


@pytest.mark.parametrize(
    ("question", "ends", "value", "unit", "relative"),
    [
        (
            "change in agency FTE of social workers in Devon",
            (113.6, 101.0),
            -12.6,
            "FTE",
            -11.091549,
        ),
        ("change in sickness days lost in Devon", (5522, 5151), -371, "days", -6.718580),
        ("change in long term sick in Devon", (22, 13), -9, "people", -40.909091),
        ("change in caseload in Blackpool", (24, 21), -3, "cases per worker", -12.5),
        (
            "change in unfilled vacancies of social workers in Devon",
            (8.21, 28.36),
            20.15,
            "FTE",
            None,
        ),
    ],
)
def test_all_else_changes_in_its_own_unit(
    muster: Muster,
    question: str,
    ends: tuple[float, float],
    value: float,
    unit: str,
    relative: float | None,
) -> None:
    change = change_of(muster, question)
    assert (change.start.value, change.end.value) == ends
    assert (change.value, change.unit) == (value, unit)
    if relative is not None:
        assert change.relative == relative


def test_a_change_from_nothing_has_no_relative(muster: Muster) -> None:
    change = change_of(muster, "change in grievances in Devon from February 2024 to March 2024")
    assert (change.value, change.direction, change.relative) == (0, "same", None)


def test_it_begins_at_the_month_that_is_said(muster: Muster) -> None:
    question = "how has the agency rate of social workers in Devon changed since October 2023"
    change = change_of(muster, question)
    assert (change.start.period.key, change.start.value) == ("2023-10", 45)
    assert [key for key, _ in by_month(change.between)] == [
        *("2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03-31"),
    ]


def test_ends_named_backwards_are_put_in_order(muster: Muster) -> None:
    question = (
        "agency FTE of social workers in Devon: March 2024 compared with December 2023, change"
    )
    change = change_of(muster, question)
    assert by_month((change.start, change.end)) == [("2023-12", 94.0), ("2024-03-31", 101.0)]


def test_one_month_is_the_change_into_it(muster: Muster) -> None:
    change = change_of(muster, "change in agency FTE of social workers in Devon in January 2024")
    assert by_month((change.start, change.end)) == [("2023-12", 94.0), ("2024-01", 99.6)]


def test_the_last_months_are_the_points_inside_them(muster: Muster) -> None:
    question = "how has agency FTE of social workers in Devon moved over the past 6 months"
    change = change_of(muster, question)
    assert by_month((change.start, change.end)) == [("2023-12", 94.0), ("2024-03-31", 101.0)]


def test_points_and_averages_stand_in_different_rows(muster: Muster) -> None:
    change = change_of(muster, "change in caseload in the whole front door in Devon")
    assert {one.period.type for one in (change.start, change.end)} == {"month"}


def test_a_year_begins_with_its_first_month(muster: Muster) -> None:
    change = change_of(muster, "how have grievances in Devon changed since 2023")
    assert by_month((change.start, change.end)) == [("2023-03", 4), ("2024-03", 0)]


def test_ends_of_different_sorts_of_time_are_not_like_for_like(muster: Muster) -> None:
    question = "change in caseload in Assessment in Devon since 2022"
    change = change_of(muster, question)
    assert by_month((change.start, change.end)) == [("2022", 31.83), ("2023-10..2024-04", 19.19)]
    assert not change.is_like_for_like
    assert answer_of(muster, question).caveats[-1] == (
        "The two ends are not of the same sort of time, so they are not like for like."
    )


def test_each_group_that_is_counted_apart_has_its_change(muster: Muster) -> None:
    answer = answer_of(muster, "how has the agency rate in Devon changed since July 2023")
    assert (answer.outcome, answer.figures) == (Outcome.AMBIGUOUS, ())
    assert groups(answer.options) == [("social_workers", 45), ("management_and_leadership", 33)]
    assert [change.value for change in answer.changes] == [-7, -11]


def test_has_it_improved_is_asked_of_the_thread(muster: Muster) -> None:
    change = change_of(
        muster, "agency rate for social workers in Devon", "has it improved since July?"
    )
    assert by_month((change.start, change.end)) == [("2023-07", 52), ("2024-03-31", 45)]


def test_ends_made_differently_are_not_like_for_like(muster: Muster) -> None:
    question = "change in the agency rate in Cambridgeshire from 2017 to 2018"
    change = change_of(muster, question)
    assert (change.start.value, change.end.value) == (16, 11.2)
    assert not change.is_like_for_like
    [caveat] = [one for one in answer_of(muster, question).caveats if "headline" in one]
    assert caveat.startswith("The report calls this Cambridgeshire's; it equals England's headline")


def test_a_change_published_without_its_ends_is_quoted(muster: Muster) -> None:
    answer = answer_of(muster, "how has the agency rate in Torbay changed")
    [figure] = answer.figures
    assert (figure.kind, figure.value, figure.value_text) == ("change", -23, "by 23%")
    assert answer.changes == ()
    assert answer.caveats[0].startswith("The report does not say whether this is per cent")


def test_one_point_is_no_change(muster: Muster) -> None:
    nothing = nothing_of(muster, "change in headcount in SEND in Devon")
    assert nothing.understood == "Change in headcount, SEND, Devon"
    assert told(nothing.near) == [("SEND", 165)]


def test_an_end_that_is_not_held_is_no_change(muster: Muster) -> None:
    question = "change in agency rate of social workers in Devon from May 2022 to March 2024"
    assert told(nothing_of(muster, question).near) == [("All four services", 45)]
    into = "change in agency FTE of social workers in Devon in May 2022"
    assert told(nothing_of(muster, into).near) == [("All four services", 113.6)]  # July 2023


def test_a_change_says_nothing_of_england(muster: Muster) -> None:
    answer = answer_of(muster, "how has the agency rate of social workers in Devon changed")
    assert answer.benchmarks == ()
    assert REVISED not in answer.caveats
