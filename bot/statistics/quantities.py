"""Quantities that cannot be mixed up: a wrong pairing is refused by mypy and raises a TypeError.

A rate changes in percentage points, a count in its own unit; only a count changes by per cent.
"""

from dataclasses import dataclass
from typing import TypeAlias, TypeVar


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


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount in any other unit: pounds an hour, months, cases per worker."""

    value: float
    unit: str

    def __sub__(self, other: "Measure") -> "Measure":
        if type(other) is not Measure or other.unit != self.unit:
            return NotImplemented
        return Measure(self.value - other.value, self.unit)


Quantity: TypeAlias = Rate | Count | Fte | Days | Measure
Moved: TypeAlias = Points | Count | Fte | Days | Measure
Amount = TypeVar("Amount", Count, Fte, Days, Measure)

_AMOUNTS = (Count, Fte, Days, Measure)
_COUNTED = frozenset({"people", "posts", "cases", "occasions"})


def quantity(value: float, unit: str) -> Quantity:
    """A number in its unit, as the catalogue names units."""
    if unit == "%":
        return Rate(value)
    if unit == "FTE":
        return Fte(value)
    if unit == "days":
        return Days(value)
    if unit in _COUNTED and value == int(value):
        return Count(int(value))
    return Measure(value, unit)


def alike(before: Quantity, after: Quantity, unit: str) -> tuple[Quantity, Quantity]:
    """Two quantities of a unit as ones of one kind: where one has half a person, neither counts."""
    match before, after:
        case (Count(), Measure()) | (Measure(), Count()):
            return Measure(before.value, unit), Measure(after.value, unit)
    return before, after


def moved(before: Quantity, after: Quantity) -> Moved:
    """How far a quantity moved: a rate in points, all else in its own unit.

    Raises:
        TypeError: the two are of different kinds or units.
    """
    match before, after:
        case Rate(), Rate():
            return after - before
        case Count(), Count():
            return after - before
        case Fte(), Fte():
            return after - before
        case Days(), Days():
            return after - before
        case Measure(), Measure():
            return after - before
    raise TypeError(f"{before} and {after} have no difference")


def relative_change(before: Amount, after: Amount) -> PerCent | None:
    """How much an amount changed of what it was; None where it was nothing.

    Raises:
        TypeError: the two are of different kinds or units, or are rates.
    """
    unlike = type(before) is not type(after) or not isinstance(before, _AMOUNTS)
    if unlike or _unit(before) != _unit(after):
        raise TypeError(f"{after} cannot be given in per cent of {before}")
    if not before.value:
        return None
    return PerCent(100 * (after.value - before.value) / before.value)


def relatively(before: Quantity, after: Quantity) -> PerCent | None:
    """How much any quantity changed of what it was; None from nothing, and for a rate.

    Raises:
        TypeError: the two are of different kinds or units.
    """
    match before, after:
        case Rate(), Rate():
            return None
        case Count(), Count():
            return relative_change(before, after)
        case Fte(), Fte():
            return relative_change(before, after)
        case Days(), Days():
            return relative_change(before, after)
        case Measure(), Measure():
            return relative_change(before, after)
    raise TypeError(f"{before} and {after} have no relation")


def _unit(amount: object) -> str:
    return amount.unit if isinstance(amount, Measure) else ""
