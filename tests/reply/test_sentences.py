"""The sentences beside a figure."""

from dataclasses import replace

import pytest

from bot.answer.values import Benchmark, Calculated, Figure, Verdict
from bot.reply.sentences import (
    benchmark_sentences,
    calculated_sentence,
    change_listing,
    change_sentences,
    worth_sentences,
)
from tests.reply.figures import (
    ENGLAND,
    FOUR,
    FTE,
    JULY,
    MANAGERS_RATE,
    RATE,
    STANDING,
    change,
)

BEFORE = replace(RATE, id=10, value=76.0, value_text="76%", period=JULY, denominator=40.0)
FTE_BEFORE = replace(FTE, id=11, value=30.0, value_text="30.0", period=JULY)
NATIONAL = replace(
    RATE,
    id=12,
    organisation=ENGLAND,
    team=None,
    kind="benchmark",
    value=17.8,
    value_text="17.8%",
    numerator=None,
    denominator=None,
)
TOTAL = replace(RATE, id=13, team=FOUR, value=45.0, value_text="45%", formula="budget")
ON_DFE = Calculated(RATE.metric, "dfe", RATE.formula_words, 51.373, 101.0, 196.6, (FTE,), TOTAL)


def above(of: Figure, against: Figure = NATIONAL, difference: float = 51.2) -> Benchmark:
    """Give a figure above its benchmark."""
    return Benchmark("England", against, of, Verdict.ABOVE, difference)


def test_a_change_has_both_ends_with_their_parts() -> None:
    assert list(change_sentences(change(BEFORE, RATE), ())) == [
        "Down 7 percentage points: 76% (27 of 40, July 2023) to 69% (27 of 39, 31 March 2024).",
        "Lower is better here, so that is better.",
    ]


def test_a_relative_change_stands_beside_its_unit() -> None:
    [moved, _] = change_sentences(change(FTE_BEFORE, FTE), ())
    assert moved == "Down 3 FTE (10%): 30.0 FTE (July 2023) to 27.0 FTE (31 March 2024)."


def test_a_change_from_nothing_has_no_per_cent() -> None:
    none = replace(FTE_BEFORE, value=0.0, value_text="0")
    [moved, _] = change_sentences(change(none, FTE), ())
    assert moved == "Up 27 FTE: 0 FTE (July 2023) to 27.0 FTE (31 March 2024)."


@pytest.mark.parametrize(
    ("direction", "value", "said"),
    [
        ("decrease", 60.0, ["Lower is better here, so that is better."]),
        ("decrease", 80.0, ["Lower is better here, so that is worse."]),
        ("increase", 60.0, ["Higher is better here, so that is worse."]),
        ("increase", 80.0, ["Higher is better here, so that is better."]),
        ("neutral", 80.0, []),
        ("decrease", 76.0, []),
    ],
)
def test_better_or_worse_is_said_where_the_metric_has_a_direction(
    direction: str, value: float, said: list[str]
) -> None:
    end = replace(RATE, value=value, value_text="", direction=direction)
    assert list(change_sentences(change(BEFORE, end), ()))[1:] == said


def test_no_change_is_said_so() -> None:
    end = replace(RATE, value=76.0, value_text="76%")
    assert next(iter(change_sentences(change(BEFORE, end), ()))).startswith("No change: 76% (")


@pytest.mark.parametrize(
    "start",
    [
        replace(BEFORE, formula="budget"),
        replace(BEFORE, period=replace(JULY, type="year")),
    ],
)
def test_ends_made_differently_are_not_judged(start: Figure) -> None:
    assert len(list(change_sentences(change(start, RATE), ()))) == 1


def test_ends_that_do_not_say_how_they_are_made_are_not_judged() -> None:
    start, end = replace(BEFORE, formula="unstated"), replace(RATE, formula="unstated")
    assert len(list(change_sentences(change(start, end), ()))) == 1


def test_what_lies_between_is_told_where_it_is_not_shown() -> None:
    middle = replace(RATE, id=14, value=70.0, value_text="70%")
    moved = change(BEFORE, RATE, BEFORE, middle, RATE)
    few = "; 3 points are too few to tell a real change from chance."
    assert list(change_sentences(moved, ()))[1:] == [
        "In between: 31 March 2024 70%.",
        "The largest step was 6 percentage points down, July 2023 to 31 March 2024.",
        "Highest 76% (July 2023), lowest 69% (31 March 2024).",
        f"Lower is better here, so that is better{few}",
    ]
    assert len(list(change_sentences(moved, (middle,)))) == 4


def test_thirteen_points_may_tell_a_trend() -> None:
    row = [replace(RATE, id=at, value=70.0) for at in range(20, 31)]
    words = " ".join(change_sentences(change(BEFORE, RATE, BEFORE, *row, RATE), row))
    assert "too few" not in words


def test_several_changes_are_told_apart() -> None:
    managers = replace(MANAGERS_RATE, id=15, value=50.0, value_text="50%", period=JULY)
    told = list(change_listing([change(BEFORE, RATE), change(managers, MANAGERS_RATE)]))
    better = "; lower is better here, so that is better"
    then, now, few = "July 2023", "(27 of 39, 31 March 2024)", "(5.5 of 12, 31 March 2024)"
    assert told == [
        "Agency rate, Assessment (Devon), 31 March 2024. How each moved:",
        f"• Social workers: down 7 percentage points, 76% (27 of 40, {then}) to 69% {now}{better}",
        f"• Managers: down 4 percentage points, 50% (5.5 of 12, {then}) to 46% {few}{better}",
    ]


def test_changes_of_one_thing_have_no_label() -> None:
    told = list(change_listing([change(BEFORE, RATE, *[RATE] * 5), change(BEFORE, RATE)]))
    assert told[1].startswith("• Down 7 percentage points, 76%")
    assert told[-1] == "5 points are too few to tell a real change from chance."


def test_a_benchmark_made_alike_is_told_in_points_no_finer_than_printed() -> None:
    [said] = benchmark_sentences([above(RATE)])
    assert said == "England 17.8% (31 March 2024, same basis): the 69% is 51 points higher."


def test_a_benchmark_of_several_figures_is_told_once() -> None:
    lower = Benchmark(
        "England", NATIONAL, replace(RATE, value=10.2, value_text="10.2%"), Verdict.BELOW, -7.6
    )
    same = Benchmark(
        "England", NATIONAL, replace(RATE, value=17.8, value_text="17.8%"), Verdict.SAME, 0.0
    )
    [said] = benchmark_sentences([lower, same])
    assert said == (
        "England 17.8% (31 March 2024, same basis): the 10.2% is 7.6 points lower; "
        "the 17.8% is the same."
    )


def test_a_target_is_exact() -> None:
    target = replace(
        FTE, kind="target", unit="cases per worker", value=25.0, value_text="25", period=STANDING
    )
    figure = replace(FTE, unit="cases per worker", value=19.19, value_text="19.19")
    pair = Benchmark("target", target, figure, Verdict.BELOW, -5.81)
    assert list(benchmark_sentences([pair])) == ["Target 25: the 19.19 is 5.81 lower."]


def test_a_figure_on_another_basis_is_worked_out_before_it_is_compared() -> None:
    [said] = benchmark_sentences([replace(above(TOTAL, difference=33.573), like_for_like=ON_DFE)])
    assert said == (
        "On the DfE's basis the 45% is 51.4% (101 of 196.6 FTE in post and agency together; "
        "worked out here from published parts): "
        "33.6 points above England's 17.8% (31 March 2024)."
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([46], "the 46%"),
        ([46, 33], "the 46% or the 33%"),
        ([46, 33, 28], "any of these"),
    ],
)
def test_what_is_not_comparable_says_why_once(values: list[float], said: str) -> None:
    reason = "one counts managers, the other social workers"
    pairs = [
        Benchmark(
            "England",
            NATIONAL,
            replace(MANAGERS_RATE, value=value, value_text=f"{value}%"),
            Verdict.NOT_COMPARABLE,
            None,
            reason=reason,
        )
        for value in values
    ]
    assert list(benchmark_sentences(pairs)) == [
        f"England 17.8% (31 March 2024): not comparable with {said}, because {reason}."
    ]


def test_a_rate_nobody_published_says_of_whom_and_when() -> None:
    calculated = replace(ON_DFE, value=23.971, numerator=27.5, denominator=114.72, of=None)
    assert calculated_sentence(calculated) == (
        "On the DfE's basis it is 24.0% (27.5 of 114.72 FTE in post and agency together; "
        "social workers, 31 March 2024; worked out here from published parts)."
    )


def test_a_rate_on_another_basis_names_the_published_one() -> None:
    assert calculated_sentence(ON_DFE) == (
        "On the DfE's basis the 45% of social workers, All four services (Devon), 31 March 2024, "
        "is 51.4% (101 of 196.6 FTE in post and agency together; worked out here from published "
        "parts)."
    )


def test_another_formula_is_another_basis() -> None:
    assert calculated_sentence(replace(ON_DFE, formula="other")).startswith(
        "On another basis the 45%"
    )


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([RATE], ["One full-time person is worth about 2.6 points here."]),
        ([RATE, MANAGERS_RATE], ["One full-time person is worth up to about 8.3 points here."]),
        ([replace(RATE, basis="headcount")], ["One person is worth about 2.6 points here."]),
        ([replace(RATE, denominator=225.0)], []),
        ([FTE], []),
    ],
)
def test_what_one_person_is_worth(figures: list[Figure], said: list[str]) -> None:
    assert list(worth_sentences(figures)) == said
