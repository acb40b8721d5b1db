"""A figure among those of other councils: its place, and its statistical neighbours."""

from dataclasses import dataclass

from bot.answer.values.figures import Figure


@dataclass(frozen=True, slots=True)
class Apart:
    """Councils that a ranking leaves out, by why: each figure is theirs.

    `low` are above zero and round to it, `missing` have no figure, `tiny` count too few people for
    their rate to say anything.
    """

    low: tuple[Figure, ...] = ()
    missing: tuple[Figure, ...] = ()
    tiny: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The rank of a figure counted from the `lowest` or the highest; quartile 1 holds the lowest.

    `bounds` are lower quartile, median and upper quartile of all ranked.
    """

    figure: Figure
    rank: int
    of: int
    lowest: bool
    quartile: int
    bounds: tuple[float, float, float]
    apart: Apart


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The statistical neighbours a figure is held against, by one model.

    `figures` are theirs, closest first; `without` those of whom there is no number.
    """

    model: str
    figures: tuple[Figure, ...]
    without: tuple[Figure, ...] = ()
    unknown: int = 0

    @property
    def values(self) -> list[float]:
        """The numbers, lowest first."""
        return sorted(one.value for one in self.figures if one.value is not None)
