"""A table of counts: its cells, and which of them are the sum of which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Key: TypeAlias = tuple[str, ...]
"""What tells a cell apart: its team, its period, its metric."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A cell that is the sum of others: a service of its teams, a year of its months."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def cells(self) -> tuple[Key, ...]:
        """All of them, the total first."""
        return (self.total, *self.parts)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate that is shown beside the counts it is made of."""

    key: Key
    numerator: Key
    denominator: Key


@dataclass(frozen=True, slots=True)
class Table:
    """Whole numbers by key, with what links them.

    `shown` are cells that are public already and `kept` those hidden before, in an earlier release:
    the first cannot be hidden any more, the second stay hidden.
    """

    counts: Mapping[Key, int]
    sums: tuple[Sum, ...] = ()
    rates: tuple[Rate, ...] = ()
    shown: frozenset[Key] = field(default=frozenset())
    kept: frozenset[Key] = field(default=frozenset())

    def __post_init__(self) -> None:
        """Refuse a table that does not add up: its hidden cells could not be reasoned about."""
        for one in self.sums:
            if self.counts[one.total] != sum(self.counts[key] for key in one.parts):
                raise ValueError(f"{' '.join(one.total)} is not the sum of its parts")

    def sums_with(self, key: Key) -> list[Sum]:
        """The sums that a cell stands in."""
        return [one for one in self.sums if key in one.cells]


def by_team_and_period(
    counts: Mapping[Key, int], teams: Sequence[str], periods: Sequence[str], whole: str
) -> tuple[Sum, ...]:
    """The sums of a table of teams by periods with totals for both, named `whole`."""
    return (
        *_rows(counts, teams, [*periods, whole], whole),
        *(Sum((team, whole), tuple((team, one) for one in periods)) for team in (*teams, whole)),
    )


def _rows(
    counts: Mapping[Key, int], teams: Sequence[str], periods: Iterable[str], whole: str
) -> Iterable[Sum]:
    return (
        Sum((whole, period), tuple((team, period) for team in teams))
        for period in periods
        if (whole, period) in counts
    )
