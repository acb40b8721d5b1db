"""Where a figure stands among others: rank, quartile, bounds. None is a figure that is not held."""

import math
from collections.abc import Sequence
from statistics import quantiles
from typing import NamedTuple

FEWEST_TO_RANK = 5
"""Among fewer figures no rank is told."""


class Position(NamedTuple):
    """A rank from one end, shared by equal figures ("1, 2, 2, 4"), and of how many."""

    rank: int
    of: int


def rank(value: float, others: Sequence[float | None], *, highest_first: bool) -> Position | None:
    """The rank of a figure among others, which include it; None among fewer than five."""
    held = [other for other in others if other is not None]
    if len(held) < FEWEST_TO_RANK:
        return None
    before = sum(1 for other in held if (other > value if highest_first else other < value))
    return Position(before + 1, len(held))


def quantiles_of(
    values: Sequence[float | None], parts: int, *, invert: bool = True
) -> list[int | None]:
    """The quantile of each value, counted from the highest, or not inverted from the lowest.

    Equal values share one, that of their lowest rank (PHEindicatormethods: phe_quantile). None for
    what is not held, and for all where there are fewer values than parts.
    """
    held = sorted(value for value in values if value is not None)
    if len(held) < parts:
        return [None] * len(values)
    if invert:
        held = [-value for value in reversed(held)]
    first: dict[float, int] = {}
    for place, value in enumerate(held, start=1):
        first.setdefault(value, place)
    sign = -1 if invert else 1
    return [
        None if value is None else _quantile(first[sign * value], len(held), parts)
        for value in values
    ]


def quartile_bounds(values: Sequence[float | None]) -> tuple[float, float, float] | None:
    """Lower quartile, median and upper quartile, interpolated with both ends; None under four."""
    held = [value for value in values if value is not None]
    if len(held) < 4:  # noqa: PLR2004 - quarters need four
        return None
    lower, median, upper = quantiles(held, n=4, method="inclusive")
    return lower, median, upper


def _quantile(place: int, count: int, parts: int) -> int:
    return max(math.floor(parts + 1 - math.ceil((count + 1 - place) / (count / parts))), 1)
