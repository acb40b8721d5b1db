"""Percentages that may be fractions: told by the whole column, and asked where that does not."""

from collections.abc import Sequence
from typing import Final

from bot.loading.cells.numbers import Number

FRACTION: Final = "fraction"
PERCENT: Final = "percent"


def looks_like_fractions(numbers: Sequence[Number]) -> bool:
    """Whether every plain number lies between -1 and 1, and one strictly between."""
    plain = [one.value for one in numbers if one.value is not None and not one.percent]
    return (
        bool(plain) and max(map(abs, plain)) <= 1 and any(abs(one) not in {0, 1} for one in plain)
    )


def bounds_of(numbers: Sequence[Number]) -> tuple[float, float] | None:
    """The least and the greatest of the numbers that are percentages beyond doubt."""
    sure = [
        one.value
        for one in numbers
        if one.value is not None and one.value != 0 and (one.percent or abs(one.value) > 1)
    ]
    return (min(sure), max(sure)) if sure else None


def is_out_of_place(number: Number, sure: tuple[float, float] | None) -> bool:
    """Whether a number fits the percentages around it only as a fraction: 0.45 among 44 and 46."""
    value = number.value
    if value is None or number.percent or sure is None or not 0 < abs(value) <= 1:
        return False
    least, greatest = sure
    return least / 2 <= value * 100 <= greatest * 2 and value < least / 2
