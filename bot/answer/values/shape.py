"""The shape of a row of figures, for its two ends alone mislead."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answer.values.figures import Figure

_FEWEST = 3
"""Points from which there is more than two ends."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Between which two neighbouring points the row moved most, its extremes, its equals.

    `same` are earlier points at which it stood where it stands at its end.
    """

    before: Figure
    after: Figure
    highest: Figure
    lowest: Figure
    same: tuple[Figure, ...]


def shape_of(points: Sequence[Figure]) -> Shape | None:
    """The shape of points in time; None where there are only ends, or nothing moved."""
    held = [one for one in points if one.value is not None]
    if len(held) < _FEWEST:
        return None
    before, after = max(pairwise(held), key=lambda two: abs(_step(*two)))
    if not _step(before, after):
        return None
    return Shape(
        before,
        after,
        max(held, key=_value),
        min(held, key=_value),
        tuple(one for one in held[:-1] if one.value == held[-1].value),
    )


def _step(before: Figure, after: Figure) -> float:
    return _value(after) - _value(before)


def _value(figure: Figure) -> float:
    return figure.value or 0.0
