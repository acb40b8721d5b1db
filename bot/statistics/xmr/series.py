"""What a chart is drawn of, checked when made."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from db.catalogue import Direction

MOST = 1e100
"""Beyond this, sums of squares overflow; no figure of a workforce is near it."""

FEWEST_OF_A_BASELINE = 12
"""Limits frozen on fewer points would be trial limits for ever (NHS-R: fix_after_n_points)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a chart is drawn; the defaults are those of Making Data Count's own tools.

    `rebase` are the dates at which limits start anew, `baseline` the number of first points of
    each group that its limits are worked from (None: all), `screen` whether moving ranges that
    are outliers themselves are left out.
    """

    direction: Direction = Direction.NEUTRAL
    target: float | None = None
    rebase: tuple[date, ...] = ()
    baseline: int | None = None
    screen: bool = False

    def __post_init__(self) -> None:
        """Refuse what no chart can be drawn with."""
        if self.target is not None and not _is_figure(self.target):
            raise ValueError("the target is no number that can be charted")
        if self.baseline is not None and self.baseline < FEWEST_OF_A_BASELINE:
            raise ValueError(f"a baseline takes at least {FEWEST_OF_A_BASELINE} points")


@dataclass(frozen=True, slots=True)
class Series:
    """Figures by date, oldest first; None is a gap: expected and not there.

    `is_stock` says whether a figure carries over from one date to the next (people in post), or
    None where that is not known; `is_count` whether it counts events.
    """

    dates: tuple[date, ...]
    values: tuple[float | None, ...]
    settings: Settings = field(default_factory=Settings)
    is_stock: bool | None = None
    is_count: bool = False

    def __post_init__(self) -> None:
        """Refuse points that make no series."""
        if len(self.dates) != len(self.values):
            raise ValueError(f"there are {len(self.dates)} dates for {len(self.values)} values")
        if not self.dates:
            raise ValueError("there are no points")
        _check_dates(self.dates)
        for number, value in enumerate(self.values, start=1):
            if value is not None and not _is_figure(value):
                raise ValueError(f"value {number} is no number that can be charted")

    @classmethod
    def sorted(
        cls,
        dates: Sequence[date],
        values: Sequence[float | None],
        settings: Settings,
        *,
        is_stock: bool | None = None,
        is_count: bool = False,
    ) -> "Series":
        """A series of points that stand in any order.

        Raises:
            ValueError: the points make no series.
        """
        if len(dates) != len(values):
            raise ValueError(f"there are {len(dates)} dates for {len(values)} values")
        rows = sorted(zip(dates, values, strict=True), key=lambda row: row[0])
        in_order, of_them = tuple(row[0] for row in rows), tuple(row[1] for row in rows)
        return cls(in_order, of_them, settings, is_stock, is_count)


def _check_dates(dates: Sequence[date]) -> None:
    if twice := [day for day, count in Counter(dates).items() if count > 1]:
        raise ValueError(f"{twice[0]} is there twice")
    if list(dates) != sorted(dates):
        raise ValueError("the dates are not in order")


def _is_figure(value: float) -> bool:
    return math.isfinite(value) and abs(value) <= MOST
