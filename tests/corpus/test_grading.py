"""The grader looks: whatever is planted in an answer or an expectation, it finds."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.pipeline import Muster
from tests.corpus.grading import LABELS, Grade, grade
from tests.corpus.questions import Question, ask, every_question, read_file

RATE: dict[str, Any] = {
    "organisation": "Devon County Council",
    "team": "Assessment",
    "role_group": "social_workers",
    "metric": "agency_rate",
    "period": "2024-03-31",
    "value": 69,
    "value_text": "69%",
    "unit": "%",
}
ENGLAND: dict[str, Any] = RATE | {
    "organisation": "England",
    "team": None,
    "period": "2023-09-30",
    "value": 17.8,
    "value_text": "17.8%",
    "name": "England",
    "verdict": "above",
    "difference": 51.2,
}
ANSWER: dict[str, Any] = {
    "outcome": "answered",
    "figures": [RATE],
    "options": [],
    "change": None,
    "benchmark": None,
    "text": "Agency rate: 69%.",
}


def due(**expect: Any) -> Question:
    return Question(
        "x", "figure", "agency rate", date(2024, 6, 11), {"outcome": "answered"} | expect
    )


def answer(**parts: Any) -> dict[str, Any]:
    return deepcopy(ANSWER | parts)


def test_the_answer_that_is_due_is_right() -> None:
    assert grade(answer(), due(**RATE)) == (Grade.RIGHT, "")


@pytest.mark.parametrize("name", LABELS)
def test_another_label_or_value_is_a_wrong_figure(name: str) -> None:
    result, why = grade(answer(figures=[RATE | {name: "other"}]), due(**RATE))

    assert result is Grade.WRONG
    assert "other" in why


def test_a_figure_beside_the_one_due_is_wrong() -> None:
    assert grade(answer(figures=[RATE, RATE | {"value": 46}]), due(**RATE))[0] is Grade.WRONG
    assert grade(answer(figures=[RATE, RATE]), due(**RATE))[0] is Grade.WRONG


def test_a_figure_where_none_is_due_is_wrong() -> None:
    refusal = due(outcome="no_data")

    assert grade(answer(outcome="no_data"), refusal)[0] is Grade.WRONG
    assert grade(answer(figures=[], options=[RATE]), refusal)[0] is Grade.WRONG


def test_a_number_that_must_not_be_said_is_wrong() -> None:
    refusal = due(outcome="declined", must_not_contain=["69%"])

    assert grade(answer(outcome="declined", figures=[]), refusal)[0] is Grade.WRONG
    assert grade(answer(outcome="declined", figures=[], text="169%"), refusal)[0] is Grade.RIGHT


def test_no_figure_and_another_outcome_are_missed() -> None:
    assert grade(answer(figures=[]), due(**RATE))[0] is Grade.MISSED
    assert grade(answer(outcome="ambiguous"), due(**RATE))[0] is Grade.MISSED
    assert grade(answer(text=" "), due(**RATE)) == (Grade.MISSED, "says nothing")


def test_words_that_must_be_said_are_missed() -> None:
    asked = replace(due(outcome="definition"), must_mention=("Full-time", "equivalent"))
    defined = answer(outcome="definition", figures=[], text="A full time post.")

    assert grade(defined, asked) == (Grade.MISSED, "does not say equivalent")


def test_options_are_all_due_and_no_others() -> None:
    both = {"options": [{"value": 69}, {"value": 46}]}
    expected = due(**RATE | both | {"outcome": "ambiguous"})
    shown = [RATE, RATE | {"value": 46}]

    assert grade(answer(outcome="ambiguous", figures=[], options=shown), expected)[0] is Grade.RIGHT
    for options, result in ((shown[:1], Grade.MISSED), ([*shown, ENGLAND], Grade.WRONG)):
        given = answer(outcome="ambiguous", figures=[], options=options)
        assert grade(given, expected)[0] is result


def test_a_ranking_keeps_its_order_but_for_ties() -> None:
    teams = [{"team": "A", "value": 3}, {"team": "B", "value": 3}, {"team": "C", "value": 1}]
    ranked = due(**RATE | {"list": teams, "order": "desc"})
    a, b, c = (RATE | team for team in teams)

    assert grade(answer(figures=[a, b, c]), ranked)[0] is Grade.RIGHT
    assert grade(answer(figures=[b, a, c]), ranked)[0] is Grade.RIGHT
    assert grade(answer(figures=[a, c, b]), ranked)[0] is Grade.MISSED


def test_things_compared_stand_in_the_order_asked() -> None:
    teams = [{"team": "A"}, {"team": "B"}]
    compared = due(**RATE | {"list": teams, "order": "asked"})
    a, b = (RATE | team for team in teams)

    assert grade(answer(figures=[a, b]), compared)[0] is Grade.RIGHT
    assert grade(answer(figures=[b, a]), compared)[0] is Grade.MISSED


CHANGE: dict[str, Any] = {
    "from": RATE | {"period": "2023-07", "value": 76},
    "to": RATE,
    "direction": "down",
    "value": -7,
}
CHANGED = RATE | {
    "from": {"period": "2023-07", "value": 76},
    "to": {},
    "direction": "down",
    "difference": -7,
}


@pytest.mark.parametrize(
    "planted",
    [
        {"from": RATE},
        {"to": RATE | {"value": 70}},
        {"direction": "up"},
        {"value": -7.1},
    ],
)
def test_a_change_has_both_its_ends_its_way_and_its_size(planted: dict[str, Any]) -> None:
    ends = [CHANGE["from"], CHANGE["to"]]

    assert grade(answer(figures=ends, change=CHANGE), due(**CHANGED))[0] is Grade.RIGHT
    assert grade(answer(figures=ends), due(**CHANGED)) == (Grade.MISSED, "has no change")
    changed = answer(figures=ends, change=CHANGE | planted)
    assert grade(changed, due(**CHANGED))[0] is Grade.WRONG


@pytest.mark.parametrize(
    "planted",
    [
        {"value": 17.9},
        {"name": "region"},
        {"verdict": "below"},
        {"difference": 0},
        {"difference": None},
    ],
)
def test_a_benchmark_has_its_name_its_verdict_and_its_difference(planted: dict[str, Any]) -> None:
    held_against = due(**RATE, benchmark=ENGLAND)

    assert grade(answer(benchmark=ENGLAND), held_against)[0] is Grade.RIGHT
    assert grade(answer(), held_against) == (Grade.MISSED, "has no benchmark")
    assert grade(answer(benchmark=ENGLAND | planted), held_against)[0] is Grade.WRONG


def test_a_wrong_expectation_planted_in_the_corpus_is_found(muster: Muster) -> None:
    answers = [(one, ask(muster, one)) for one in read_file("understood") if _is_one(one)]
    right = [(one, given) for one, given in answers if grade(given, one)[0] is Grade.RIGHT]
    assert len(right) > 100

    for one, given in right:
        planted = replace(one, expect=one.expect | {"value": one.expect["value"] + 1})
        assert grade(given, planted)[0] is Grade.WRONG, one.id


def _is_one(question: Question) -> bool:
    """Whether one figure is due."""
    return "value" in question.expect and not {"list", "from"} & question.expect.keys()


def test_another_outcome_planted_in_the_corpus_is_found(muster: Muster) -> None:
    for one in every_question():
        planted = replace(one, expect=one.expect | {"outcome": "planted"})
        assert grade(ask(muster, planted), planted)[0] is not Grade.RIGHT, one.id
