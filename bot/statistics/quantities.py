"""Quantities that cannot be mixed up: a wrong pairing is refused by mypy and raises a TypeError.

A rate changes in percentage points, a count in its own unit; only a count changes by per cent.
"""

from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Points:
    """A difference between two rates, in percentage points."""

    value: float


@dataclass(frozen=True, slots=True, order=True)
class PerCent:
    """How much an amount changed, in per cent of what it was; never of a rate."""

    value: float


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """A share of a whole, in per cent."""

    value: float

    def __sub__(self, other: "Rate") -> Points:
        if type(other) is not Rate:
            return NotImplemented
        return Points(self.value - other.value)

    def __add__(self, other: Points) -> "Rate":
        if type(other) is not Points:
            return NotImplemented
        return Rate(self.value + other.value)


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """Whole people, posts, cases or occasions."""

    value: int

    def __sub__(self, other: "Count") -> "Count":
        if type(other) is not Count:
            return NotImplemented
        return Count(self.value - other.value)


@dataclass(frozen=True, slots=True, order=True)
class Fte:
    """Full-time equivalents: hours worked over full-time hours, so no count of people."""

    value: float

    def __sub__(self, other: "Fte") -> "Fte":
        if type(other) is not Fte:
            return NotImplemented
        return Fte(self.value - other.value)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Working or calendar days."""

    value: float

    def __sub__(self, other: "Days") -> "Days":
        if type(other) is not Days:
            return NotImplemented
        return Days(self.value - other.value)


Amount = TypeVar("Amount", Count, Fte, Days)


def relative_change(before: Amount, after: Amount) -> PerCent | None:
    """How much an amount changed of what it was; None where it was nothing.

    Raises:
        TypeError: the two are of different kinds, or are rates.
    """
    if type(before) is not type(after) or not isinstance(before, Count | Fte | Days):
        raise TypeError(f"{after} cannot be given in per cent of {before}")
    if not before.value:
        return None
    return PerCent(100 * (after.value - before.value) / before.value)
