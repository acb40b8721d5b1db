"""The figures of all councils for one day, made in one way: what a council can be ranked among."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer.held.facts import Facts
from bot.answer.held.periods import concrete, fitting, latest
from bot.answer.held.series import Series
from bot.answer.values import Apart, Figure
from bot.query.period import Period
from bot.statistics.positions import FEWEST_TO_RANK

_FEWEST_PEOPLE = 5
"""Rates on fewer people stand apart: those of the Isles of Scilly are on two from an agency."""


@dataclass(frozen=True, slots=True)
class Peers:
    """One figure for each council that has been released for a day, in the order of the store."""

    figures: tuple[Figure, ...]

    @property
    def ranked(self) -> list[Figure]:
        """Those with a number that says something, lowest first."""
        found = [one for one in self.figures if one.value is not None and not _is_tiny(one)]
        return sorted(found, key=lambda one: one.value or 0.0)

    @property
    def apart(self) -> Apart:
        """Those that are not ranked."""
        return Apart(
            self._those(lambda one: one.status == "low"),
            self._those(lambda one: one.value is None and one.status != "low"),
            self._those(lambda one: one.value is not None and _is_tiny(one)),
        )

    def of(self, organisation: str) -> Figure | None:
        """The figure of a council."""
        return next((one for one in self.figures if one.organisation.key == organisation), None)

    def _those(self, wanted: Callable[[Figure], bool]) -> tuple[Figure, ...]:
        return tuple(one for one in self.figures if wanted(one))


def _is_tiny(figure: Figure) -> bool:
    return figure.denominator is not None and figure.denominator < _FEWEST_PEOPLE


def peers_at(metric: str, period: Period | None, facts: Facts) -> Peers | None:
    """All councils at a period, or at the latest one; None where too few have been released."""
    series = _of_councils(metric, facts)
    ends = _releases(series, metric, facts)
    wanted = [concrete(period, ends, facts.today)] if period and ends else []
    found = fitting(ends, wanted[0], facts.today, facts.directory.events) if wanted else ends
    last = latest([one for one in found if one.edition])
    end = last[-1].period.end if last else None
    return _peers(metric, series, end, facts) if end else None


def peers_beside(figure: Figure, facts: Facts) -> Peers | None:
    """All councils at the release that is nearest in time to a figure."""
    series = _of_councils(figure.metric.key, facts)
    ends = [one.period.end for one in _releases(series, figure.metric.key, facts)]
    near = min((end for end in ends if end), key=lambda end: _days(end, figure), default=None)
    return _peers(figure.metric.key, series, near, facts) if near else None


def _days(end: date, figure: Figure) -> tuple[int, date]:
    """The days to a figure; of two as near the earlier release."""
    return (abs((figure.period.end - end).days) if figure.period.end else 0, end)


def _of_councils(metric: str, facts: Facts) -> list[Series]:
    kinds = facts.directory.kinds
    return [
        one
        for one in facts.series([metric])
        if one.kind == "actual" and not one.team and kinds[one.organisation] == "council"
    ]


def _releases(series: Sequence[Series], metric: str, facts: Facts) -> list[Figure]:
    """One place's released figures, which tell the days of all: the nation's, else a council's."""
    kinds = facts.directory.kinds
    nations = [one for one in facts.series([metric]) if kinds[one.organisation] == "nation"]
    for some in (nations, series[:1]):
        found = [one for figures in facts.figures(some).values() for one in figures]
        if released := [one for one in found if one.edition]:
            return released
    return []


def _peers(metric: str, series: Sequence[Series], end: date, facts: Facts) -> Peers | None:
    """All councils' figures of one day, read once for all who are ranked among them."""
    return facts.once(("peers", metric, end), lambda: _read(series, end, facts))


def _read(series: Iterable[Series], end: date, facts: Facts) -> Peers | None:
    released = [one for one in facts.figures_at(series, end) if one.edition]
    ways = [_way(one) for one in released]
    if not ways:
        return None
    way = max(dict.fromkeys(ways), key=ways.count)
    alike = tuple(one for one in released if _way(one) == way)
    return Peers(alike) if len(alike) >= FEWEST_TO_RANK else None


def _way(figure: Figure) -> tuple[str, str, str, str]:
    """How a figure is made and counted."""
    return figure.formula, figure.role_group.key, figure.basis, figure.unit
