"""Figures held against each other: a change, a benchmark."""

from dataclasses import dataclass
from enum import StrEnum

from bot.answer.values.figures import UNSTATED, Calculated, Figure


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two figures of one series, both ends held."""

    start: Figure
    end: Figure
    value: float
    unit: str
    relative: float | None
    between: tuple[Figure, ...] = ()

    @property
    def direction(self) -> str:
        """Which way it went: up, down or same."""
        return "up" if self.value > 0 else "down" if self.value < 0 else "same"

    @property
    def is_like_for_like(self) -> bool:
        """Whether both ends are made by one formula that is known, over the same sort of time."""
        one_formula = self.start.formula == self.end.formula != UNSTATED
        return one_formula and self.start.period.sort == self.end.period.sort


class Verdict(StrEnum):
    """How a figure stands to its benchmark."""

    ABOVE = "above"
    BELOW = "below"
    SAME = "same"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A figure to hold `of` against; a difference only where both are made alike."""

    name: str
    figure: Figure
    of: Figure
    verdict: Verdict
    difference: float | None
    like_for_like: Calculated | None = None
    reason: str = ""
