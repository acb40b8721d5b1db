"""How far apart the dates of a series are, and how one of them is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median_low


@dataclass(frozen=True, slots=True)
class Spacing:
    """The words for one step of a series and for several; `is_monthly` dates need no day."""

    one: str
    many: str
    is_monthly: bool = False

    def count(self, number: int) -> str:
        """So many of them: "13 months"."""
        return f"{number} {self.one if number == 1 else self.many}"

    def said(self, day: date) -> str:
        """A date: "July 2023", or "31 July 2023" where the day matters."""
        return f"{day:%B %Y}" if self.is_monthly else f"{day.day} {day:%B %Y}"

    def at(self, day: date) -> str:
        """When it was: "in July 2023", "on 31 July 2023"."""
        return f"{'in' if self.is_monthly else 'on'} {self.said(day)}"


_POINTS = Spacing("point", "points")
_MONTHS = Spacing("month", "months", is_monthly=True)
_SPACINGS = {
    range(1, 2): Spacing("day", "days"),
    range(7, 8): Spacing("week", "weeks"),
    range(28, 32): _MONTHS,
    range(89, 93): Spacing("quarter", "quarters"),
    range(365, 367): Spacing("year", "years"),
}


def spacing_of(dates: Sequence[date]) -> Spacing:
    """The spacing that most steps of the series have; a single point tells none."""
    steps = [(after - before).days for before, after in pairwise(dates)]
    if not steps:
        return _POINTS
    usual = median_low(steps)
    return next((found for days, found in _SPACINGS.items() if usual in days), _POINTS)
