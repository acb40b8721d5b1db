"""How sure an interval is to be, and the search that exact intervals are found by."""

from collections.abc import Callable
from enum import Enum
from statistics import NormalDist
from typing import NamedTuple


class Confidence(Enum):
    """The two levels OHID Fingertips shows; 99.8 % is for many comparisons at once."""

    P95 = 0.95
    P99_8 = 0.998

    @property
    def tail(self) -> float:
        """The chance left on each side."""
        return (1 - self.value) / 2

    @property
    def z(self) -> float:
        """The normal quantile of the level: 1.96 and 3.09."""
        return NormalDist().inv_cdf(1 - self.tail)


class Interval(NamedTuple):
    """From lower to upper, both included."""

    lower: float
    upper: float


def falling_root(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function that falls from above nought to below it is nought, to the last digit."""
    while True:
        middle = (low + high) / 2
        if middle in {low, high}:
            return middle
        if function(middle) > 0:
            low = middle
        else:
            high = middle
