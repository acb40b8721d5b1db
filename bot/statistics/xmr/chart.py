"""A series with its limits and signals, group by group."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.statistics.xmr.limits import Limits, limits_of
from bot.statistics.xmr.rules import Signal, signals_of
from bot.statistics.xmr.series import Series


@dataclass(frozen=True, slots=True)
class Group:
    """Points between two rebases: from `start` up to, and without, `end`."""

    start: int
    end: int
    limits: Limits
    signals: tuple[tuple[Signal, ...], ...]

    @property
    def limits_by_point(self) -> list[Limits]:
        """The same limits for each of its points."""
        return [self.limits] * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Chart:
    """A series, its groups in order, and the rebase dates that are no dates of the series."""

    series: Series
    groups: tuple[Group, ...]
    unknown_rebases: tuple[str, ...] = ()

    def values_of(self, group: Group) -> Sequence[float | None]:
        """The values of a group."""
        return self.series.values[group.start : group.end]


def draw(series: Series) -> Chart:
    """The chart of a series, in time linear in its points."""
    asked = set(series.settings.rebase)
    starts = [at for at, day in enumerate(series.dates) if at and day in asked]
    edges = [0, *starts, len(series.dates)]
    groups = [_group(series, start, end) for start, end in pairwise(edges)]
    unknown = sorted(asked - set(series.dates))
    return Chart(series, tuple(groups), tuple(day.isoformat() for day in unknown))


def _group(series: Series, start: int, end: int) -> Group:
    values = series.values[start:end]
    limits = limits_of(values[: series.settings.baseline], screen=series.settings.screen)
    return Group(start, end, limits, tuple(signals_of(values, limits)))
