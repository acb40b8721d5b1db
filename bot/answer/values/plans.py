"""What it would take to move a rate, in whole people."""

from dataclasses import dataclass

from bot.answer.values.comparisons import Benchmark
from bot.answer.values.figures import Calculated, Figure
from bot.query.query import Condition, Lever


@dataclass(frozen=True, slots=True)
class Effect:
    """The rate once so many people are moved by one lever, made of its parts anew."""

    lever: Lever
    people: int
    numerator: float
    denominator: float

    @property
    def value(self) -> float:
        """The rate in per cent."""
        return 100 * self.numerator / self.denominator


@dataclass(frozen=True, slots=True)
class Plan:
    """What each lever does to a figure: the fewest people that reach the `goal`, or a number given.

    `basis` is the figure on another formula where the goal's asks for it; `benchmark` is where the
    goal comes from. `idle` levers do not move this rate, `short` ones cannot reach the goal with
    the people there are. `vacancies` are the unfilled ones there are to recruit to, and `reason`
    says why nothing can be worked out.
    """

    figure: Figure
    effects: tuple[Effect, ...] = ()
    goal: Condition | None = None
    basis: Calculated | None = None
    benchmark: Benchmark | None = None
    idle: tuple[Lever, ...] = ()
    short: tuple[Lever, ...] = ()
    vacancies: float | None = None
    reached: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pay:
    """What an hour costs: at most by an agency, and from least to most by a permanent contract."""

    agency: Figure
    least: Figure
    most: Figure
