"""What stands in a cell: a number, or one of the Department's symbols; nothing else is guessed."""

import math
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from db.vocabulary import Status

SYMBOLS: Final[Mapping[str, Status]] = {
    "c": Status.SUPPRESSED,
    "k": Status.LOW,
    "low": Status.LOW,
    "u": Status.LOW_RELIABILITY,
    "x": Status.NOT_AVAILABLE,
    ":": Status.NOT_AVAILABLE,
    "z": Status.NOT_APPLICABLE,
}
"""Sources: Explore Education Statistics, symbols of 2024 (c, low, u, x, z) and before (:, k)."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


class Cell(NamedTuple):
    """A cell as it was printed; `value` is None where there is no number."""

    text: str
    status: Status
    value: float | None = None


def read_cell(text: str) -> Cell:
    """Read a cell of a measure.

    Raises:
        ValueError: it is neither a number nor a symbol of the legend.
    """
    if status := SYMBOLS.get(text.lower()):
        return Cell(text, status)
    if not text:
        raise ValueError("the cell is blank")
    if not _NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        legend = ", ".join(SYMBOLS)
        raise ValueError(f"{text!r} is neither a number nor one of the symbols {legend}")
    # Some editions write numbers with the tail of floating point: 16.100000000000001.
    value = round(float(text), 6)
    if value < 0:
        raise ValueError(f"{text} is below nought")
    return Cell(text, Status.REPORTED if value else Status.ZERO, value)
