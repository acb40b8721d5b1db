"""How far it is to a target and how long there is, in numbers alone."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer.values import Figure, Pace
from bot.pipeline import Muster
from bot.reply.sentences import pace_sentences
from db.catalogue import Direction
from tests.answer.asking import answer_of, text_of, told

MARCH_2021 = date(2021, 3, 15)
ASKED = (
    "are we on track for the permanent target in Dudley",
    "Dudley permanent rate against target",
    "permanent target Dudley",
)
CLAIMS = ("trend", "improv", "worsen", "stable", "significant", "on track", "will ")


@pytest.mark.parametrize("asked", ASKED)
def test_a_target_is_told_with_where_it_stands_and_what_is_left(muster: Muster, asked: str) -> None:
    answer = answer_of(muster, asked, on=MARCH_2021)
    assert [value for _, value in told(answer.figures)] == [92]
    assert [round(one.now.value or 0, 1) for one in answer.paces] == [76.0, 87.2]
    text = text_of(muster, asked, on=MARCH_2021)
    assert (
        "Target 92% by 2023. February 2021: 87.2% (87.22 of 100 permanent posts, filled or vacant; "
        "worked out here from published parts): 4.8 points to go and 34 months left then, "
        "0.14 points a month."
    ) in text
    assert "33 months are left today; the newest figure held is of February 2021." in text
    assert "Workforce Data table" in text


def test_no_word_of_a_trend_is_said_of_it(muster: Muster) -> None:
    lines = list(pace_sentences(answer_of(muster, ASKED[0], on=MARCH_2021).paces))
    assert lines
    assert [word for word in CLAIMS if word in "\n".join(lines).lower()] == []


def test_a_time_that_is_over_is_said_to_be(muster: Muster) -> None:
    assert "That time is over; the newest figure held" in text_of(muster, ASKED[0])


def pace(muster: Muster, goal: float, value: float, direction: Direction, months: int) -> Pace:
    """Give a pace of Dudley's target made otherwise."""
    (target,) = answer_of(muster, ASKED[2]).figures
    target = replace(target, value=goal, value_text=f"{goal:g}", direction=direction)
    return Pace(target, replace(target, value=value, value_text=f"{value:g}"), months, months)


@pytest.mark.parametrize(
    ("goal", "value", "direction", "months", "said"),
    [
        (92, 92, Direction.INCREASE, 3, "92%: it is reached."),
        (92, 94, Direction.INCREASE, 3, "94%: it is reached, with 2 points to spare."),
        (20, 17.8, Direction.DECREASE, 3, "it is reached, with 2.2 points to spare."),
        (20, 45, Direction.DECREASE, 10, "25 points to go and 10 months left then, 2.5 points"),
        (92, 90, Direction.INCREASE, 0, "2 points to go when its time was over."),
        (92, 90, Direction.INCREASE, 1, "2 points to go and one month left then"),
    ],
)
def test_what_is_left_by_the_direction_of_the_metric(
    muster: Muster, goal: float, value: float, direction: Direction, months: int, said: str
) -> None:
    first, _ = pace_sentences([pace(muster, goal, value, direction, months)])
    assert said in first


def test_a_target_without_a_date_has_no_pace(muster: Muster) -> None:
    answer = answer_of(muster, "is Assessment caseload on target in Devon")
    assert answer.benchmarks
    assert answer.paces == ()


def test_a_target_is_for_the_people_it_names(muster: Muster) -> None:
    asked = answer_of(muster, "is Assessment caseload on target in Devon")
    targets: list[Figure] = [one.figure for one in asked.benchmarks]
    assert {one.role_group.key for one in targets} == {"social_workers"}
