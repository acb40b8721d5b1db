"""The line that accounts for everything: each series that was looked at counts once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.digest.rules.late import is_late
from bot.digest.watched import Watched


class Standing(StrEnum):
    """How a series stands, in the words of the line; the first that fits counts."""

    EMPTY = "without a figure"
    LATE = "late"
    SMALL = "not looked into (few people)"
    SIGNAL = "with a signal"
    USUAL = "in their usual range"
    TOO_FEW = "with too few figures to tell"


_SAID = (
    *(Standing.USUAL, Standing.SIGNAL, Standing.LATE),
    *(Standing.TOO_FEW, Standing.SMALL, Standing.EMPTY),
)
"""The order in which they are said."""


@dataclass(frozen=True, slots=True)
class Account:
    """How many series were looked at, and how many stand how; `fresh` have a new figure."""

    looked_at: int
    standing: dict[Standing, int]
    fresh: int

    def __str__(self) -> str:
        if not self.looked_at:
            return "No series is held."
        counted = ", ".join(f"{count} {kind}" for kind, count in self.standing.items())
        return f"{self.looked_at} series looked at: {counted}."


def account(series: Iterable[Watched], fresh: int, today: date) -> Account:
    """Count every series once."""
    counts = Counter(_standing(one, today) for one in series)
    in_order = {kind: counts[kind] for kind in _SAID if counts[kind]}
    return Account(counts.total(), in_order, fresh)


def _standing(one: Watched, today: date) -> Standing:
    if not one.points:
        return Standing.EMPTY
    if is_late(one, today):
        return Standing.LATE
    if one.is_small:
        return Standing.SMALL
    if one.trend is None or one.trend.judgement.latest.verdict == "too_few_points":
        return Standing.TOO_FEW
    return Standing.SIGNAL if one.trend.judgement.latest.signal else Standing.USUAL
