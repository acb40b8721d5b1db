"""A figure held against another one: like for like, or not at all and why."""

from dataclasses import replace

import pytest

from bot.answer.honesty.benchmarks import target_of
from bot.answer.honesty.formulas import alike, why_not_alike
from bot.answer.values import Benchmark, Figure, HeldPeriod, Name, Outcome, Verdict
from bot.pipeline import Muster
from tests.answer.asking import REVISED, SHARE, TODAY, UNLIKE, answer_of, nothing_of, told


def benchmark_of(muster: Muster, *texts: str) -> Benchmark:
    """Give the one benchmark of an answer."""
    [benchmark] = answer_of(muster, *texts).benchmarks
    return benchmark


@pytest.fixture(scope="module")
def assessment(muster: Muster) -> Figure:
    """Give the 69% of Assessment."""
    return answer_of(muster, "agency rate for social workers in Assessment").figures[0]


def test_rates_made_alike_are_compared_as_published(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "agency rate for social workers in Assessment vs England")
    assert (benchmark.name, benchmark.figure.value, benchmark.of.value) == ("England", 17.8, 69)
    assert (benchmark.verdict, benchmark.difference) == (Verdict.ABOVE, 51.2)
    assert benchmark.like_for_like is None


def test_a_rate_on_another_basis_is_worked_out_on_the_benchmarks(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "agency rate for social workers in Devon vs England")
    assert benchmark.of.value == 45
    assert benchmark.like_for_like is not None
    assert round(benchmark.like_for_like.value, 1) == 51.4
    assert (benchmark.like_for_like.numerator, benchmark.like_for_like.denominator) == (
        101.0,
        196.6,
    )
    assert round(benchmark.difference or 0, 1) == 33.6


def test_managers_are_not_held_against_social_workers(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "agency rate for managers in Devon compared with England")
    assert (benchmark.verdict, benchmark.difference) == (Verdict.NOT_COMPARABLE, None)
    assert benchmark.reason == "one counts managers, the other social workers"


def test_a_rate_that_does_not_say_how_it_is_made_is_not_comparable(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "agency rate in Cambridgeshire vs England")
    assert benchmark.verdict is Verdict.NOT_COMPARABLE
    assert benchmark.reason == "it is not said how Cambridgeshire County Council's figure is made"


def test_averages_are_not_held_against_a_day(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "caseload in Assessment in Devon vs England")
    assert benchmark.verdict is Verdict.NOT_COMPARABLE
    assert benchmark.reason.startswith("one is the council's own average")


def test_a_council_is_held_against_its_region(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "vacancy rate in Cambridgeshire in 2018 vs the region")
    assert (benchmark.name, benchmark.figure.value) == ("East of England", 16.6)
    assert (benchmark.verdict, benchmark.difference) == (Verdict.BELOW, -2.9)


def test_a_figure_like_its_benchmark_is_the_same(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "agency rate in Cambridgeshire in 2018 vs the region")
    assert (benchmark.verdict, benchmark.difference) == (Verdict.SAME, 0)


def test_a_target_is_the_teams_own(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "is the caseload in Assessment in Devon above target")
    assert (benchmark.name, benchmark.figure.value) == ("target", 25)
    assert (benchmark.verdict, benchmark.difference) == (Verdict.BELOW, -5.81)


def test_a_series_is_told_with_the_target_of_its_own_place_people_and_unit(muster: Muster) -> None:
    benchmark = benchmark_of(muster, "average caseload in Assessment in Devon by year")
    assert (benchmark.name, benchmark.figure.value, benchmark.of.value) == ("target", 25, 19.19)


@pytest.mark.parametrize(
    "question",
    [
        "average caseload in Devon by year",  # Assessment's target is none of the council's
        "agency rate for social workers in Devon by month",  # no target is held
    ],
)
def test_a_series_without_a_target_of_its_own_is_told_alone(muster: Muster, question: str) -> None:
    assert answer_of(muster, question).benchmarks == ()


def test_of_two_targets_that_differ_neither_is_the_target(muster: Muster) -> None:
    """Dudley: "attend at least three to four job events"."""
    targets = answer_of(muster, "target for job events in Dudley").options
    assert {one.value for one in targets} == {3, 4}
    with muster.looking(TODAY) as (_, facts):
        assert target_of(targets[0], facts) == ()


def test_the_benchmark_of_the_time_is_taken(muster: Muster) -> None:
    question = "caseload in the whole front door in Devon in February 2022 vs England"
    benchmark = benchmark_of(muster, question)
    assert benchmark.figure.period.key == "2022-09-30"


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("turnover in Cambridgeshire vs England", "I hold no England figure to set it against."),
        ("is the caseload in Blackpool above target", "I hold no target to set it against."),
        ("turnover in Cambridgeshire vs statistical neighbours", "I hold no figure of statistical"),
    ],
)
def test_without_a_benchmark_the_figure_stands_alone(
    muster: Muster, question: str, note: str
) -> None:
    answer = answer_of(muster, question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.benchmarks == ()
    assert answer.notes[0].startswith(note)


def test_without_a_figure_there_is_nothing_to_hold_against(muster: Muster) -> None:
    nothing = nothing_of(muster, "agency rate in Torbay vs England")
    assert nothing.understood == "Agency rate, Torbay, against England"


def test_what_makes_a_benchmark_unlike_is_no_caveat_of_the_figure(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate for social workers in Devon vs England")
    assert UNLIKE not in answer.caveats
    assert REVISED in answer.caveats


def test_a_plain_figure_is_told_beside_england(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate for social workers in Assessment")
    assert told(answer.figures) == [("Assessment", 69)]
    assert told(one.figure for one in answer.benchmarks) == [("England", 17.8)]


def test_a_figure_of_another_year_is_not(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate in Cambridgeshire in 2018")
    assert told(one.figure for one in answer.benchmarks) == [("East of England", 11.2)]


@pytest.mark.parametrize(
    "question",
    [
        "agency rate for managers in Assessment",  # counts others than England's does
        "agency rate in Blackpool",  # does not say how it is made
        "agency rate for social workers in Assessment, Corporate Parenting and Children & Families",
        "permanent rate target in Dudley",
        "headcount in SEND in Devon",
    ],
)
def test_what_is_not_like_for_like_is_told_alone(muster: Muster, question: str) -> None:
    assert answer_of(muster, question).benchmarks == ()


def test_figures_are_alike_that_are_made_alike(assessment: Figure) -> None:
    assert alike(assessment, assessment)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"role_group": Name("managers", "Managers")},
            "one counts social workers, the other managers",
        ),
        ({"formula": "unstated"}, "it is not said how Devon County Council's figure is made"),
        ({"formula": ""}, "it is not said how Devon County Council's figure is made"),
        (
            {"formula": "budget", "formula_words": "agency FTE ÷ budgeted FTE"},
            f"one is {SHARE}, the other agency FTE ÷ budgeted FTE",
        ),
        ({"basis": "headcount"}, "one counts full-time equivalents, the other heads"),
        (
            {"period": HeldPeriod("financial_year", "2023/24", None, None)},
            "one is of a moment or another sort of time than the other",
        ),
    ],
)
def test_one_difference_is_reason_enough(
    assessment: Figure, changes: dict[str, object], reason: str
) -> None:
    other = replace(assessment, **changes)  # type: ignore[arg-type]  # each is a field's own type
    assert why_not_alike(assessment, other) == reason
    assert not alike(assessment, other)


def test_a_month_and_a_day_are_both_moments(assessment: Figure) -> None:
    month = replace(assessment, period=replace(assessment.period, type="month"))
    assert alike(assessment, month)
