"""Intervals against those of OHID's PHEindicatormethods, and the exact rule for small groups."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.statistics.intervals.confidence import Confidence
from bot.statistics.intervals.proportions import (
    Standing,
    at_least,
    at_most,
    compare,
    exact,
    wilson,
)
from bot.statistics.intervals.rates import event_interval, rate_interval
from tests.shared import shared

LEVELS = {Confidence.P95: "95_0cl", Confidence.P99_8: "99_8cl"}
ENGLAND = 0.178


@pytest.fixture(scope="module")
def golden() -> dict[str, Any]:
    text = shared("spc", "golden_ci_public.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_proportions_as_in_fingertips(golden: dict[str, Any]) -> None:
    for case in golden["proportions"]:
        for level, column in LEVELS.items():
            wanted = (case[f"lower{column}"], case[f"upper{column}"])
            assert wilson(case["x"], case["n"], level) == pytest.approx(wanted, rel=1e-9)


def test_rates_as_in_fingertips(golden: dict[str, Any]) -> None:
    for case in golden["rates"]:
        for level, column in LEVELS.items():
            wanted = (case[f"lower{column}"], case[f"upper{column}"])
            got = rate_interval(case["x"], case["n"], 100, level)
            assert got == pytest.approx(wanted, rel=1e-9)


def test_funnels_as_in_fingertips(golden: dict[str, Any]) -> None:
    for case in golden["funnels"]:
        counts = list(zip(case["numerator"], case["denominator"], strict=True))
        pooled = sum(case["numerator"]) / sum(case["denominator"])
        assert [funnel(*count, pooled) for count in counts] == case["significance"]


def funnel(count: int, total: int, pooled: float) -> str:
    for level, said in ((Confidence.P99_8, "0.001"), (Confidence.P95, "0.025")):
        lower, upper = wilson(count, total, level)
        if not lower <= pooled <= upper:
            return f"{'High' if lower > pooled else 'Low'} ({said})"
    return "Not significant"


@pytest.mark.parametrize(
    ("total", "higher_from", "lower_to"),
    [(6, 4, None), (12, 6, None), (20, 8, 0), (30, 11, 1), (50, 15, 3), (100, 27, 10)],
)
def test_what_a_small_group_needs_to_differ_from_england(
    total: int, higher_from: int, lower_to: int | None
) -> None:
    standings = [compare(count, total, ENGLAND) for count in range(total + 1)]
    assert standings.index(Standing.HIGHER) == higher_from
    lower = [count for count, one in enumerate(standings) if one is Standing.LOWER]
    assert max(lower, default=None) == lower_to


def test_wilson_alone_would_call_5_of_12_different() -> None:
    assert wilson(5, 12).lower > ENGLAND
    assert compare(5, 12, ENGLAND) is Standing.SIMILAR


@pytest.mark.parametrize(
    ("count", "total"), [(5.5, 12), (3, 4), (-1, 12), (13, 12), (math.nan, 12), (math.inf, 12)]
)
def test_what_is_no_count_of_people_is_not_tested(count: float, total: float) -> None:
    assert compare(count, total, ENGLAND) is Standing.UNTESTED


def test_what_is_no_proportion_is_refused() -> None:
    for interval in (wilson, exact):
        with pytest.raises(ValueError, match="no proportion"):
            interval(5, 4)
    with pytest.raises(ValueError, match="no count"):
        event_interval(-1)
    with pytest.raises(ValueError, match="no exposure"):
        rate_interval(1, 0)


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_exact_interval_is_where_the_chance_is_a_fortieth(pair: tuple[int, int]) -> None:
    count, total = pair
    lower, upper = exact(count, total)
    assert 0 <= lower <= count / total <= upper <= 1
    if count:
        assert binomial(range(count, total + 1), total, lower) == pytest.approx(0.025)
    if count < total:
        assert binomial(range(count + 1), total, upper) == pytest.approx(0.025)


@given(
    st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.floats(0.001, 0.999),
)
def test_tails_are_sums_of_chances(pair: tuple[int, int], share: float) -> None:
    count, total = pair
    assert at_most(count, total, share) == pytest.approx(
        binomial(range(count + 1), total, share), rel=1e-9, abs=1e-12
    )
    assert at_least(count, total, share) == pytest.approx(
        binomial(range(count, total + 1), total, share), rel=1e-9, abs=1e-12
    )


def binomial(counts: range, total: int, share: float) -> float:
    return math.fsum(
        math.comb(total, count) * share**count * (1 - share) ** (total - count) for count in counts
    )


def test_tails_of_many_thousands() -> None:
    assert at_least(7173, 40293, ENGLAND) == pytest.approx(0.4953, abs=5e-3)
    lower, upper = exact(7173, 40293)
    assert lower < ENGLAND < upper
