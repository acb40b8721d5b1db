"""Figures held against each other: a change, a benchmark."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.answer.values.figures import UNSTATED, Calculated, Figure
from bot.answer.values.standings import Neighbours
from bot.statistics.intervals.proportions import Standing
from bot.statistics.quantities import Moved, Points, Quantity, alike, moved, relatively
from bot.statistics.xmr import Chart, Judgement
from db.catalogue import Direction


@dataclass(frozen=True, slots=True)
class Trend:
    """A series of figures as a chart, and what may be said of its latest point."""

    chart: Chart
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two figures of one series, both ends held.

    `between` are its points from end to end; `trend` is there where they are enough for one.
    `hidden` are figures of its series that are kept back.
    """

    start: Figure
    end: Figure
    between: tuple[Figure, ...] = ()
    trend: Trend | None = None
    hidden: tuple[Figure, ...] = ()

    @property
    def moved(self) -> Moved:
        """How far it went: a rate in points, all else in its own unit."""
        return moved(*self._ends)

    @property
    def value(self) -> float:
        """The size of it."""
        return round(self.moved.value, 6)

    @property
    def unit(self) -> str:
        """What it is counted in; rates change in points, never in per cent of themselves."""
        return "percentage points" if isinstance(self.moved, Points) else self.end.unit

    @property
    def relative(self) -> float | None:
        """The change in per cent of what was before; None for a rate, and from nothing."""
        found = relatively(*self._ends)
        return round(found.value, 6) if found else None

    @property
    def _ends(self) -> tuple[Quantity, Quantity]:
        before, after = self.start.quantity, self.end.quantity
        return (
            alike(before, after, self.end.unit)
            if self.start.unit == self.end.unit
            else (before, after)
        )

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
class Age:
    """How many months older a benchmark is than the figure, and when the next is due.

    `overdue` says that it should be out by now and is not held.
    """

    months: int
    due: date | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Chance:
    """The 95 % interval of a rate, in per cent, and how it stands to its benchmark."""

    lower: float
    upper: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class Certainty:
    """The 95 % interval of a figure, in per cent, by Wilson; or the reason why there is none."""

    figure: Figure
    interval: tuple[float, float] | None = None
    reason: str = ""


class Reasons(StrEnum):
    """What sets two sources of one figure apart."""

    DATE = "another date"
    FORMULA = "another formula"
    SCOPE = "other services"
    PEOPLE = "other people"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Another source that says something else of the same thing; no reasons is unexplained."""

    figure: Figure
    other: Figure
    reasons: tuple[Reasons, ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """A target with a date, and where it stands by the newest figure, published or worked out.

    `months` are those from that figure to the target's date, `months_now` those from today.
    """

    target: Figure
    now: Figure | Calculated
    months: int
    months_now: int

    @property
    def of(self) -> Figure:
        """The figure, or the first part that it is worked out from."""
        return self.now if isinstance(self.now, Figure) else self.now.parts[0]

    @property
    def parts(self) -> tuple[Figure, ...]:
        """The published figures it rests on."""
        return (self.now,) if isinstance(self.now, Figure) else self.now.parts

    @property
    def left(self) -> float:
        """What is to go, below nought where it is to fall."""
        return round((self.target.value or 0.0) - (self.now.value or 0.0), 6)

    @property
    def is_reached(self) -> bool:
        """Whether the target is met, by the direction of its metric."""
        if self.target.direction == Direction.DECREASE:
            return self.left >= 0
        return self.left <= 0


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
    neighbours: Neighbours | None = None
    age: Age | None = None
    chance: Chance | None = None
