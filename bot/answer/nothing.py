"""Understood, but nothing is held: why, and what lies nearest."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.answer.dates import say_held
from bot.answer.held.cells import cells_of, held_lines
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of, widest, widest_roles
from bot.answer.held.periods import concrete, latest
from bot.answer.honesty.caveats import caveats_of
from bot.answer.honesty.formulas import calculate
from bot.answer.understood import understood
from bot.answer.values import Calculated, Figure, HeldPeriod, NoFigures, Reason
from bot.query.calendar import resolve
from bot.query.query import Query

_MOST_NEAR = 3


class HasBlanks(Protocol):
    """What was found for a part of a query."""

    @property
    def blanks(self) -> tuple[Figure, ...]:
        """Figures without a value."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Figures with one."""


def nothing_held(query: Query, found: Sequence[HasBlanks], facts: Facts) -> NoFigures:
    """The reply that names what is missing and gives no figure for it."""
    blanks = [one for part in found for one in part.blanks]
    known = [one for part in found for one in part.figures]
    reason, detail = _reason(query, blanks, facts)
    near = known or _near(query, facts)
    return NoFigures(
        query,
        reason,
        understood(query, blanks[:1], facts),
        detail,
        tuple(dict.fromkeys(near))[:_MOST_NEAR],
        _calculated(query, facts),
        caveats_of(blanks[:1], facts),
    )


def _reason(query: Query, blanks: Sequence[Figure], facts: Facts) -> tuple[Reason, str]:
    if blanks:
        blank = blanks[0]
        return (Reason.BLANK if blank.status == "blank" else Reason.NO_VALUE), blank.value_text
    if missing := [key for choice in query.places for key in choice if not _exists(key, facts)]:
        return Reason.NO_SUCH_TEAM, facts.directory.names.place(missing[0])
    if last := _not_in_yet(query, facts):
        return Reason.NOT_IN_YET, say_held(last)
    return Reason.NOT_HELD, ""


def _exists(key: str, facts: Facts) -> bool:
    return key in facts.directory.teams or key in facts.directory.organisations


def _not_in_yet(query: Query, facts: Facts) -> HeldPeriod | None:
    """The last period of a series that a question runs ahead of: due, but not loaded."""
    if not query.periods:
        return None
    for line in _lines(query, facts):
        last = latest(line.figures)[-1].period
        asked = concrete(query.periods[-1], line.figures, facts.today)
        start = resolve(asked, facts.today, facts.directory.events).start
        if start and last.end and last.type in {"month", "day"} and start > last.end:
            return last
    return None


def _lines(query: Query, facts: Facts) -> list[Line]:
    return [line for cell in cells_of(query) for line in held_lines(cell, query, facts)]


def _near(query: Query, facts: Facts) -> list[Figure]:
    """What lies nearest: the same place at its latest, else the council, else another metric."""
    if lines := _lines(query, facts):
        return [one for line in lines for one in latest(line.figures) if one.value is not None]
    return _same_place(query, facts) or _same_subject(query, facts)


def _same_place(query: Query, facts: Facts) -> list[Figure]:
    """The same metrics elsewhere in the councils asked about, whatever the role group."""
    councils = _councils(query)
    keys = {key for choice in query.metrics for key in choice}
    series = [
        one
        for one in facts.series(sorted(keys))
        if one.organisation in councils and one.kind in {"actual", "change", "planned"}
    ]
    return _latest_of(lines_of(facts, series), facts)


def _same_subject(query: Query, facts: Facts) -> list[Figure]:
    """Other metrics of the same subject in the councils asked about."""
    directory = facts.directory
    councils = _councils(query)
    subjects = {directory.metrics[key].subject for choice in query.metrics for key in choice}
    keys = sorted({key for subject in subjects for key in directory.subjects[subject]})
    if not councils or not keys:
        return []
    series = [
        one for one in facts.series(keys) if one.organisation in councils and one.kind == "actual"
    ]
    return _latest_of(lines_of(facts, series), facts)


def _councils(query: Query) -> set[str]:
    return {key.partition("/")[0] for choice in query.places for key in choice}


def _latest_of(lines: Iterable[Line], facts: Facts) -> list[Figure]:
    wide = widest_roles(widest(list(lines), facts.directory), facts.directory)
    return [one for line in wide for one in latest(line.figures) if one.value is not None]


def _calculated(query: Query, facts: Facts) -> tuple[Calculated, ...]:
    """A rate nobody published, worked out where its parts are: Dudley's agency rate."""
    if query.periods or len(query.metrics) != 1 or len(query.places) != 1:
        return ()
    metric, place = query.metrics[0][0], query.places[0][0]
    groups = query.role_groups[0] if query.role_groups else ("social_workers",)
    if metric not in facts.directory.metrics:
        return ()
    found = [calculate(metric, "dfe", place, group, facts) for group in groups[:1]]
    return tuple(one for one in found if one)
