"""The answer contract: one result as one JSON object."""

from dataclasses import replace

import pytest

from bot.answer.values import Answer, Benchmark, NoFigures, Outcome, Reason, Verdict
from bot.pipeline import EXAMPLES, Muster
from bot.query.query import Correction, Intent, NotUnderstood, Query, Why
from bot.reply.contract import contract, figure_fields, outcome_of
from tests.answer.asking import TODAY
from tests.reply.figures import FTE, JULY, MANAGERS_RATE, RATE, STANDING, change

FIELDS = (
    "id",
    "outcome",
    "understood",
    "figures",
    "options",
    "change",
    "benchmark",
    "caveats",
    "text",
)
FIGURE_FIELDS = (
    *("organisation", "team", "role_group", "metric", "period", "period_start", "period_end"),
    *("value", "value_text", "unit", "kind", "formula", "numerator", "denominator", "status"),
    "source",
)
QUERY = Query(Intent.FIGURE, (("agency_rate",),))
ANSWER = Answer(QUERY, Outcome.ANSWERED, "Agency rate", figures=(RATE,), caveats=("Careful.",))


def test_the_fields_are_those_of_the_contract_in_its_order() -> None:
    told = contract("q1", ANSWER)
    assert tuple(told) == FIELDS
    assert tuple(told["figures"][0]) == FIGURE_FIELDS
    assert (told["id"], told["outcome"], told["caveats"]) == ("q1", "answered", ["Careful."])


def test_a_figure_is_told_with_keys_numbers_and_source() -> None:
    told = figure_fields(RATE)
    assert told["organisation"] == "Devon County Council"
    assert (told["team"], told["role_group"], told["metric"]) == (
        *("Assessment", "social_workers", "agency_rate"),
    )
    assert (told["period"], told["period_start"], told["period_end"]) == ("2024-03-31",) * 3
    assert (told["value"], told["numerator"], told["denominator"]) == (69, 27, 39)
    assert all(isinstance(told[name], int) for name in ("value", "numerator", "denominator"))
    assert told["source"] == {
        "document": "Devon County Council, June 2024",
        "section": "3.4",
        "line": 102,
        "quote": "we are at 69%",
    }


def test_what_is_not_known_is_null() -> None:
    told = figure_fields(replace(FTE, team=None, period=STANDING, value=None))
    assert {name for name, value in told.items() if value is None} == {
        *("team", "period", "period_start", "period_end", "value"),
        *("formula", "numerator", "denominator"),
    }


@pytest.mark.parametrize(
    ("kind", "metric"), [("change", "agency_rate_change"), ("target", "agency_rate_target")]
)
def test_a_change_or_target_is_a_quantity_of_its_own(kind: str, metric: str) -> None:
    assert figure_fields(replace(RATE, kind=kind))["metric"] == metric


def test_a_change_has_both_ends() -> None:
    start = replace(RATE, value=76.0, period=JULY)
    told = contract(1, replace(ANSWER, changes=(change(start, RATE),)))["change"]
    assert (told["from"]["value"], told["to"]["value"], told["value"]) == (76, 69, -7)
    assert (told["unit"], told["direction"]) == ("percentage points", "down")


def test_a_benchmark_is_a_figure_with_a_verdict() -> None:
    pair = Benchmark("England", replace(RATE, value=17.8), RATE, Verdict.ABOVE, 51.2345)
    told = contract(1, replace(ANSWER, benchmarks=(pair,)))["benchmark"]
    assert (told["name"], told["value"], told["verdict"]) == ("England", 17.8, "above")
    assert told["difference"] == 51.2


def test_what_is_not_comparable_has_no_difference() -> None:
    pair = Benchmark("England", RATE, MANAGERS_RATE, Verdict.NOT_COMPARABLE, None, reason="…")
    assert contract(1, replace(ANSWER, benchmarks=(pair,)))["benchmark"]["difference"] is None


def test_readings_are_options_and_have_no_benchmark() -> None:
    pair = Benchmark("England", RATE, RATE, Verdict.SAME, 0.0)
    answer = replace(
        ANSWER, outcome=Outcome.AMBIGUOUS, figures=(), options=(RATE,), benchmarks=(pair,)
    )
    told = contract(1, answer)
    assert (told["outcome"], told["figures"], len(told["options"])) == ("ambiguous", [], 1)
    assert told["benchmark"] is None


def test_a_figure_told_beside_is_no_answer() -> None:
    told = contract(1, NoFigures(QUERY, Reason.NOT_HELD, "Agency rate", near=(RATE,)))
    assert (told["outcome"], told["figures"], told["options"]) == ("no_data", [], [])
    assert "Nearest to it I hold:" in told["text"]


@pytest.mark.parametrize(
    ("why", "outcome"),
    [
        (Why.EMPTY, Outcome.NOT_UNDERSTOOD),
        (Why.UNKNOWN_WORDS, Outcome.NOT_UNDERSTOOD),
        (Why.NO_METRIC, Outcome.NOT_UNDERSTOOD),
        (Why.CLASH, Outcome.NOT_UNDERSTOOD),
        (Why.PERSON, Outcome.DECLINED),
        (Why.OTHER_TOPIC, Outcome.DECLINED),
        (Why.COMMAND, Outcome.DECLINED),
        (Why.FORECAST, Outcome.DECLINED),
        (Why.REASON, Outcome.DECLINED),
        (Why.TOO_LONG, Outcome.DECLINED),
    ],
)
def test_not_understood_and_declined_are_two_things(why: Why, outcome: Outcome) -> None:
    assert outcome_of(NotUnderstood(why)) is outcome


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("agency rate for social workers in Assessment", "answered"),
        ("agency rate in Assessment", "ambiguous"),
        ("sickness in Torbay", "no_data"),
        ("what does ASYE mean", "definition"),
        ("what do you hold", "answered"),
        ("help", "definition"),
        ("thanks", "declined"),
        ("hello", "declined"),
        ("sickness of John Smith", "declined"),
        ("agency rate in Plymouth", "not_understood"),
    ],
)
def test_how_a_question_ended(muster: Muster, question: str, outcome: str) -> None:
    replied = muster.ask(question, TODAY)
    told = contract(None, replied.result, replied.understanding.corrections, EXAMPLES)
    assert told["outcome"] == outcome
    assert told["text"]


def test_corrections_are_told_in_the_text() -> None:
    read = (Correction("asessment", "assessment"), Correction("agnecy", "agency"))
    text = contract(1, ANSWER, read)["text"]
    assert "Read “asessment” as “assessment”, “agnecy” as “agency”." in text.splitlines()
