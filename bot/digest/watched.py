"""What a digest is made from: series as they stand on a day, and what was said of them before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.answer.values import Figure, Trend
from bot.query.query import Condition
from seed.disclosure.rules import Rule

_OF_PEOPLE = frozenset({"people", "FTE", "cases", "occasions"})
_SMALL = Rule()


@dataclass(frozen=True)
class Watched:
    """One series: its figures with a value, oldest first, all made alike.

    `trend` is there from 13 points on; `target` only where it is made as the figures are. `topic`
    is shared by what tells of the same thing (a rate and its numerator); `asked` are the words that
    ask for it.
    """

    key: str
    points: tuple[Figure, ...]
    trend: Trend | None = None
    target: Figure | None = None
    topic: str = ""
    asked: str = ""

    @property
    def last(self) -> Figure:
        """The newest figure."""
        return self.points[-1]

    @property
    def before(self) -> Figure | None:
        """The figure before the newest."""
        return self.points[-2] if len(self.points) > 1 else None

    @cached_property
    def is_small(self) -> bool:
        """Whether its newest two figures stand for so few people that nobody is told unasked."""
        return any(stands_for_few(one) for one in self.points[-2:])

    @cached_property
    def values(self) -> dict[str, str]:
        """Each period's figure as it is remembered."""
        return {one.period.key: _remembered(one) for one in self.points}


@dataclass(frozen=True, slots=True)
class Watching:
    """All that one follow looks at; `lost` are names it follows that are no longer held.

    With `conditions` it is an alert: told when they are met, and nothing else.
    """

    series: tuple[Watched, ...]
    benchmarks: tuple[Watched, ...] = ()
    lost: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What one follow has been told (`told`, by what it is about) and shown (`seen`, by series)."""

    told: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def is_fresh(self, one: Watched) -> bool:
        """Whether the newest figure of a series was not there at the last digest."""
        shown = self.seen.get(one.key, {})
        return bool(one.points) and one.last.period.key not in shown

    def shown_of(self, one: Watched) -> Figure | None:
        """The newest figure of a series that was there at the last digest; else the one before.

        So a crossing is not overlooked where several figures came at once.
        """
        shown = self.seen.get(one.key, {})
        return next(
            (point for point in reversed(one.points) if point.period.key in shown), one.before
        )

    def knows(self, about: str, state: str) -> bool:
        """Whether this was told already and has not changed."""
        return self.told.get(about) == state


def stands_for_few(figure: Figure) -> bool:
    """Whether a figure is a small count, or a rate of one or on few people."""
    if figure.unit in _OF_PEOPLE:
        return figure.value is not None and _SMALL.hides(figure.value)
    small_part = figure.numerator is not None and _SMALL.hides(figure.numerator)
    return small_part or (
        figure.unit == "%"
        and figure.denominator is not None
        and _SMALL.hides_rates_on(figure.denominator)
    )


def newest_end(series: Sequence[Watched]) -> str:
    """The last day of the newest period held of some series, as ISO writes it; "" for none."""
    ends = [one.last.period.end for one in series if one.points]
    return max((end.isoformat() for end in ends if end), default="")


def _remembered(figure: Figure) -> str:
    """A figure's value as text: what a correction changes, and another printing does not."""
    return "" if figure.value is None else f"{figure.value:.12g}"
