"""Ranks and quartiles."""

import json

from bot.statistics.positions import Position, quantiles_of, quartile_bounds, rank
from tests.shared import shared

RATES = [24.3, 7.1, 7.1, None, 13.0, 14.9, 0.0]


def test_equal_figures_share_a_rank_and_what_is_not_held_has_none() -> None:
    assert rank(7.1, RATES, highest_first=False) == Position(2, 6)
    assert rank(13.0, RATES, highest_first=False) == Position(4, 6)
    assert rank(24.3, RATES, highest_first=True) == Position(1, 6)


def test_few_are_not_ranked() -> None:
    assert rank(1.0, [1.0, 2.0, 3.0, 4.0, None], highest_first=True) is None


def test_quantiles_as_in_fingertips() -> None:
    text = shared("spc", "golden_ci_public.json").read_text(encoding="utf-8")
    for case in json.loads(text)["quantiles"]:
        got = quantiles_of(case["values"], case["nquantiles"], invert=case["invert"])
        assert got == case["quantile"]


def test_quartiles_of_nothing_held() -> None:
    assert quantiles_of([None, None], 4) == [None, None]
    assert quantiles_of([1.0, None, 2.0, 3.0, 4.0], 4, invert=False) == [1, None, 2, 3, 4]


def test_bounds_are_interpolated_with_both_ends() -> None:
    assert quartile_bounds([1.0, 2.0, None, 3.0, 4.0, 5.0]) == (2.0, 3.0, 4.0)
    assert quartile_bounds([1.0, 2.0, 3.0]) is None
