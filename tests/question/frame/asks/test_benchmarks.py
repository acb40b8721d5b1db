"""A figure is held against England, a region or a target, or that figure itself is asked for."""

import pytest

from bot.pipeline import Knowledge
from bot.query.period import Month
from bot.query.query import Against, Intent, Kind
from tests.question.asking import understood

HELD_AGAINST = {
    "is the agency rate in Devon above England": Against.ENGLAND,
    "agency rate in Devon v the national average": Against.ENGLAND,
    "agency rate, Devon and England": Against.ENGLAND,
    "turnover in Cambridgeshire against the region": Against.REGION,
    "turnover in Cambridgeshire and the East of England": Against.REGION,
    "agency rate in Devon against statistical neighbours": Against.NEIGHBOURS,
    "sickness rate in CYPF compared with the benchmark": Against.ANY,
    "caseload in Assessment against target": Against.TARGET,
    "is the caseload in Assessment within target": Against.TARGET,
    "is the caseload in Assessment above the target": Against.TARGET,
    "caseload in Assessment, is it under the target of 25": Against.TARGET,
}


@pytest.mark.parametrize(("text", "against"), HELD_AGAINST.items())
def test_what_a_figure_is_held_against(known: Knowledge, text: str, against: Against) -> None:
    asked = understood(known, text)

    assert (asked.intent, asked.against) == (Intent.BENCHMARK, against)
    assert asked.conditions == ()
    assert not {"england", "east_of_england"} & {place[0] for place in asked.places}


def test_a_vague_subject_is_held_against_by_its_rate(known: Knowledge) -> None:
    asked = understood(known, "is agency in Devon above the national average")

    assert asked.metrics[0][0] == "agency_rate"


def test_the_year_of_the_benchmark_is_not_that_of_the_figure(known: Knowledge) -> None:
    text = "agency rate in Devon in July 2023 alongside the 2023 national figure"

    assert understood(known, text).periods == (Month(7, 2023),)


def test_englands_figure_by_itself(known: Knowledge) -> None:
    asked = understood(known, "national agency rate")

    assert asked.intent is Intent.FIGURE
    assert asked.places == (("england",),)


def test_a_regions_figure_by_itself(known: Knowledge) -> None:
    assert understood(known, "regional turnover rate for Cambridgeshire").places == (
        ("east_of_england",),
    )
    assert len(understood(known, "regional turnover rate").places[0]) > 1


def test_the_figure_of_another_benchmark_by_itself(known: Knowledge) -> None:
    assert understood(known, "benchmark for the sickness rate").kind is Kind.BENCHMARK


def test_neighbours_are_always_held_against(known: Knowledge) -> None:
    asked = understood(known, "agency rate of our statistical neighbours")

    assert asked.against is Against.NEIGHBOURS


def test_a_target_by_itself(known: Knowledge) -> None:
    asked = understood(known, "caseload target in Assessment")

    assert (asked.intent, asked.kind) == (Intent.FIGURE, Kind.TARGET)


def test_a_team_of_england_is_no_benchmark(known: Knowledge) -> None:
    asked = understood(known, "sickness rate, Local government workers, Local government, England")

    assert asked.intent is Intent.FIGURE
