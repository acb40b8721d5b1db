"""A table of counts: its cells, and which of them are the sum of which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

Key: TypeAlias = tuple[str, ...]
"""What tells a cell apart: its team, its people, its period."""

ROUNDING = 1e-6
"""What a sum of figures may be off by and still be one."""


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
    """Counts by key, with what links them.

    `shown` are cells that people have seen, which cannot be hidden any more, `public` those of them
    that are no secret however small. `kept` were hidden before, in an earlier release, and stay
    hidden; `unknown` too, and nothing says what they were.
    """

    counts: Mapping[Key, float]
    sums: tuple[Sum, ...] = ()
    rates: tuple[Rate, ...] = ()
    shown: frozenset[Key] = field(default=frozenset())
    kept: frozenset[Key] = field(default=frozenset())
    public: frozenset[Key] = field(default=frozenset())
    unknown: frozenset[Key] = field(default=frozenset())

    def __post_init__(self) -> None:
        """Refuse a table that does not add up: its hidden cells could not be reasoned about."""
        for one in self.sums:
            if self.unknown.intersection(one.cells):
                continue
            added = sum(self.counts[key] for key in one.parts)
            if abs(self.counts[one.total] - added) > ROUNDING:
                raise ValueError(f"{' '.join(one.total)} is not the sum of its parts")

    def sums_with(self, key: Key) -> list[Sum]:
        """The sums that a cell stands in."""
        return [one for one in self.sums if key in one.cells]

    def apart(self) -> Iterator["Table"]:
        """The tables it falls into where no sum links them: one is solved sooner than all."""
        first: dict[Key, Key] = {key: key for key in (*self.counts, *self.unknown)}
        for one in self.sums:
            whole = _first(first, one.total)
            for key in one.parts:
                first[_first(first, key)] = whole
        cells: dict[Key, dict[Key, float]] = {}
        for key in first:
            found = cells.setdefault(_first(first, key), {})
            if key in self.counts:
                found[key] = self.counts[key]
        sums: dict[Key, list[Sum]] = {}
        for one in self.sums:
            sums.setdefault(_first(first, one.total), []).append(one)
        unknown: dict[Key, set[Key]] = {}
        for key in self.unknown:
            unknown.setdefault(_first(first, key), set()).add(key)
        for one_of, counts in cells.items():
            yield self._part(counts, sums.get(one_of, ()), unknown.get(one_of, ()))

    def _part(self, counts: Mapping[Key, float], sums: Sequence[Sum], of: Iterable[Key]) -> "Table":
        unknown = frozenset(of)
        cells = counts.keys() | unknown
        return replace(
            self,
            counts=counts,
            sums=tuple(sums),
            rates=(),
            shown=self.shown & cells,
            kept=self.kept & cells,
            public=self.public & cells,
            unknown=unknown,
        )


def _first(first: dict[Key, Key], key: Key) -> Key:
    """The cell that stands for all that are linked with this one."""
    while first[key] != key:
        first[key] = key = first[first[key]]
    return key


def by_team_and_period(
    counts: Mapping[Key, float], teams: Sequence[str], periods: Sequence[str], whole: str
) -> tuple[Sum, ...]:
    """The sums of a table of teams by periods with totals for both, named `whole`."""
    return (
        *_rows(counts, teams, [*periods, whole], whole),
        *(Sum((team, whole), tuple((team, one) for one in periods)) for team in (*teams, whole)),
    )


def _rows(
    counts: Mapping[Key, float], teams: Sequence[str], periods: Iterable[str], whole: str
) -> Iterable[Sum]:
    return (
        Sum((whole, period), tuple((team, period) for team in teams))
        for period in periods
        if (whole, period) in counts
    )
