"""The mean and the limits of one group of points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

TO_LIMITS = 2.66
"""Limits lie 2.66 mean moving ranges from the mean: 3 over 1.128, as everybody rounds it."""

TO_NEAR_LIMITS = TO_LIMITS * 2 / 3

SCREEN = 3.267
"""Ranges from here on, in mean moving ranges, are outliers (Nelson 1982)."""

_ROUNDING = 1e-9  # of the distance between the limits
_ROUNDING_OF_VALUES = 1e-12  # of the values: sums of floats are off by a few of their last digits


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean, limits and near limits; None where there are too few points to work them out."""

    mean: float | None
    lower: float | None = None
    upper: float | None = None
    near_lower: float | None = None
    near_upper: float | None = None

    @property
    def width(self) -> float:
        """From the lower to the upper limit; 0 also where there are none."""
        return 0.0 if self.lower is None or self.upper is None else self.upper - self.lower

    @property
    def varies(self) -> bool:
        """Whether the points vary at all; if not, no rule can say anything."""
        return self.mean is not None and self.width > _ROUNDING_OF_VALUES * abs(self.mean)

    def compare(self, value: float, line: float) -> int:
        """1 above the line, -1 below, 0 on it; on it is also what only rounding keeps off it."""
        apart = value - line
        slack = _ROUNDING * self.width
        if -slack <= apart <= slack or abs(apart) <= _ROUNDING_OF_VALUES * max(
            abs(value), abs(line)
        ):
            return 0
        return 1 if apart > 0 else -1


def limits_of(values: Sequence[float | None], *, screen: bool) -> Limits:
    """The limits of a baseline; a gap takes away both moving ranges that touch it."""
    held = [value for value in values if value is not None]
    if not held:
        return Limits(None)
    mean = _mean(held)
    ranges = [
        abs(after - before)
        for before, after in pairwise(values)
        if before is not None and after is not None
    ]
    if not ranges:
        return Limits(mean)
    range_ = _mean(_screened(ranges) if screen else ranges)
    far, near = TO_LIMITS * range_, TO_NEAR_LIMITS * range_
    return Limits(mean, mean - far, mean + far, mean - near, mean + near)


def _screened(ranges: Sequence[float]) -> Sequence[float]:
    """The ranges without outliers, in one pass; of ranges that are all nought, all."""
    most = SCREEN * _mean(ranges)
    return [one for one in ranges if one < most] or ranges


def _mean(values: Sequence[float]) -> float:
    # A plain sum can put equal values off their own mean, which would be a shift.
    return math.fsum(values) / len(values)
