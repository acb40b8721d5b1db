"""Understood, but nothing is held: why, and what lies nearest."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple, Protocol

from bot.answer.dates import say_held
from bot.answer.held.facts import Facts
from bot.answer.held.found import Found, find
from bot.answer.held.periods import concrete, latest
from bot.answer.honesty.caveats import caveats_of
from bot.answer.honesty.formulas import calculate
from bot.answer.nearest import lines_asked, nearest
from bot.answer.understood import asked, label
from bot.answer.values import Calculated, Figure, HeldPeriod, NoFigures, Reason
from bot.query.calendar import resolve
from bot.query.query import Query

_MOST_NEAR = 3
_MOST_PARTS = 13
"""A year of months and the one it is held against."""
_LATE = timedelta(days=366)
"""A time so long ago is not due any more."""

_STATUSES = {"blank": Reason.BLANK, "suppressed": Reason.TOO_FEW}
_SYMBOLS = {
    "low": Reason.LOW,
    "low_reliability": Reason.UNRELIABLE,
    "not_available": Reason.NOT_AVAILABLE,
    "not_applicable": Reason.NOT_APPLICABLE,
}
"""What statistics mean by the symbols that they print instead of a number."""


class Unvalued(NamedTuple):
    """A row of figures none of which has a value."""

    blanks: tuple[Figure, ...]
    figures: tuple[Figure, ...] = ()


class HasFigures(Protocol):
    """What was found for a part of a query."""

    @property
    def blanks(self) -> tuple[Figure, ...]:
        """Figures without a value."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Figures with one."""


def nothing_held(
    query: Query,
    found: Sequence[HasFigures],
    facts: Facts,
    calculated: tuple[Calculated, ...] = (),
) -> NoFigures:
    """The reply that names what is missing and gives no figure for it."""
    blanks = tuple(one for part in found for one in part.blanks)
    known = [one for part in found for one in part.figures]
    reason, detail = _reason(query, blanks, facts)
    calculated = calculated or _calculated(query, facts)
    near = () if calculated else tuple(dict.fromkeys(known or nearest(query, facts)))[:_MOST_NEAR]
    parts = [part for one in calculated for part in one.parts]
    return NoFigures(
        query,
        reason,
        label(blanks[0], facts) if blanks else asked(query, facts),
        detail,
        blanks[:1],
        near,
        calculated,
        caveats_of(blanks[:1], facts, (*parts, *near)),
    )


def only_parts(query: Query, parts: Sequence[Figure], facts: Facts) -> NoFigures:
    """The reply to who asks for a total or an average that nobody published: its parts."""
    near = tuple(parts)[:_MOST_PARTS]
    return NoFigures(
        query,
        Reason.ONLY_PARTS,
        asked(query, facts),
        query.aggregate or "",
        near=near,
        caveats=caveats_of(near, facts),
    )


def hidden_of(query: Query, facts: Facts) -> list[Found]:
    """The parts of a query that are held and kept back."""
    found = find(query, facts)
    return [one for one in found if any(blank.status == "suppressed" for blank in one.blanks)]


def _reason(query: Query, blanks: Sequence[Figure], facts: Facts) -> tuple[Reason, str]:
    if blanks:
        return _of_blank(blanks[0])
    if missing := [key for choice in query.places for key in choice if not _exists(key, facts)]:
        return Reason.NO_SUCH_TEAM, facts.directory.names.place(missing[0])
    if last := _not_in_yet(query, facts):
        return Reason.NOT_IN_YET, say_held(last)
    return Reason.NOT_HELD, _council(query, facts)


def _council(query: Query, facts: Facts) -> str:
    """The one council asked about, as people call it."""
    councils = {key.partition("/")[0] for choice in query.places for key in choice}
    return facts.directory.organisations[councils.pop()].short_name if len(councils) == 1 else ""


def _of_blank(blank: Figure) -> tuple[Reason, str]:
    reason = _STATUSES.get(blank.status, Reason.NO_VALUE)
    if blank.edition:
        reason = _SYMBOLS.get(blank.status, reason)
    return reason, blank.value_text


def _exists(key: str, facts: Facts) -> bool:
    return key in facts.directory.teams or key in facts.directory.organisations


def _not_in_yet(query: Query, facts: Facts) -> HeldPeriod | None:
    """The last period held, where a question runs ahead of it: due, but not loaded."""
    lines = lines_asked(query, facts)
    newest = max(
        (one for line in lines for one in latest(line.figures) if one.period.end),
        key=lambda one: one.period.end or facts.today,
        default=None,
    )
    if newest is None or not query.periods or newest.period.type not in {"month", "day"}:
        return None
    period = concrete(query.periods[-1], [newest], facts.today)
    start = resolve(period, facts.today, facts.directory.events).start
    last = newest.period
    due = start and last.end and start > last.end and facts.today - start <= _LATE
    return last if due else None


def _calculated(query: Query, facts: Facts) -> tuple[Calculated, ...]:
    """A rate nobody published, worked out where its parts are: Dudley's agency rate."""
    if query.periods or query.kind or len(query.metrics) != 1 or len(query.places) != 1:
        return ()
    metric, place = query.metrics[0][0], query.places[0][0]
    group = query.role_groups[0][0] if query.role_groups else "social_workers"
    found = calculate(metric, "dfe", place, group, facts)
    return (found,) if found else ()
