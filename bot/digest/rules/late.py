"""Series that are behind their own rhythm."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from bot.digest.rules.finding import Finding, Rule
from bot.digest.rules.words import name
from bot.digest.watched import Watched, Watching
from bot.reply.labels import when

_GAPS = 3
_LATE = 20.0
_SHOWN = 3
_RHYTHMS = {1: "monthly", 3: "quarterly", 12: "yearly"}


def late(watching: Watching, today: date) -> Iterator[Finding]:
    """All series that are late, told as one thing, and anew when another one is."""
    behind = [one for one in watching.series if is_late(one, today)]
    if behind:
        names = "; ".join(f"{name(one.last)}, last {when(one.last)}" for one in behind[:_SHOWN])
        more = f"; and {len(behind) - _SHOWN} more" if len(behind) > _SHOWN else ""
        yield Finding(
            Rule.LATE,
            "late",
            " ".join(sorted(f"{one.key}@{one.last.period.key}" for one in behind)),
            _LATE,
            f"Late: {names}{more}.",
            "two of their usual intervals have passed without a new figure",
            tuple(one.key for one in behind),
            behind[0].asked,
        )


def is_late(one: Watched, today: date) -> bool:
    """Whether two intervals have passed since the newest figure of a series with a rhythm."""
    months = rhythm(one)
    end = one.last.period.end if one.points else None
    return bool(months and end) and today > _month_end(end or today, 2 * months)


def rhythm(one: Watched) -> int:
    """The months between figures where the last three intervals are alike, else 0."""
    ends = [point.period.end for point in one.points[-_GAPS - 1 :] if point.period.end]
    gaps = [_months(after) - _months(before) for before, after in pairwise(ends)]
    regular = len(gaps) == _GAPS and len(set(gaps)) == 1 and gaps[0] in _RHYTHMS
    return gaps[0] if regular else 0


def _months(day: date) -> int:
    return 12 * day.year + day.month


def _month_end(day: date, months: int) -> date:
    """The last day of the month that lies some months after a day's."""
    year, month = divmod(_months(day) + months - 1, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
