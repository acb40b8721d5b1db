"""What is late, by the rhythm that each series has kept so far."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from bot.query.names import Names
from db.loads.export import HeldRow

_LEAST: Final = 3
"""Figures from which a rhythm is told."""

_GRACE: Final = 1.5
"""Rhythms that may pass until the next figure is late: one, and half of one to publish it."""


class Late(NamedTuple):
    """Series of a council that have one rhythm and ended on one day."""

    organisation: str
    metrics: tuple[str, ...]
    last: date
    every: timedelta
    series: int


def late(rows: Iterable[HeldRow], today: date) -> list[Late]:
    """Give what should have had a new figure by today, longest overdue first."""
    ends: dict[tuple[str, ...], set[date]] = defaultdict(set)
    for row in rows:
        if row.kind == "actual" and row.period_end:
            series = (row.organisation, row.metric, row.team, row.role_group, row.formula)
            ends[series].add(row.period_end)
    grouped: dict[tuple[str, date, timedelta], list[str]] = defaultdict(list)
    for (organisation, metric, *_), found in ends.items():
        days = sorted(found)
        every = _rhythm(days)
        if every and today > days[-1] + every * _GRACE:
            grouped[organisation, days[-1], every].append(metric)
    return sorted(
        (
            Late(organisation, tuple(dict.fromkeys(metrics)), last, every, len(metrics))
            for (organisation, last, every), metrics in grouped.items()
        ),
        key=lambda one: one.last,
    )


def late_line(one: Late, names: Names) -> str:
    """What is late, in a line: "Devon: last 31 March 2024, usually every 30 days: Agency FTE"."""
    metrics = ", ".join(names.metrics[key] for key in one.metrics)
    place, last = names.places[one.organisation], f"{one.last.day} {one.last:%B %Y}"
    return f"{place}: last {last}, usually every {one.every.days} days: {metrics}"


def _rhythm(days: list[date]) -> timedelta | None:
    """The usual time between figures; None where there are too few to tell."""
    if len(days) < _LEAST:
        return None
    gaps = [(after - before).days for before, after in pairwise(days)]
    return timedelta(days=round(median(gaps)))
