"""What a workspace's own figures say together that they should not: sums that do not hold."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bot.answer.held.facts import Facts
from bot.answer.values import Figure
from seed.identities.breaks import ADDED, TOGETHER, Cell, breaks

_MOST = 12
"""Figures of one answer that are looked at; of more, each is told with its own question."""


def broken(figures: Sequence[Figure], facts: Facts) -> Iterator[str]:
    """Every identity that a loaded figure takes part in and that does not hold.

    It is looked at when it is told, so that it holds of what is there: figures come and go.
    """
    own = [one for one in figures if one.loaded and one.value is not None][:_MOST]
    if not own:
        return
    cells = {_cell(one) for one in own}
    metrics = facts.directory.metrics
    added = {one.metric.key for one in own if metrics[one.metric.key].unit in ADDED}
    values = _beside(own, facts, metrics.keys())
    for one in breaks(values, added, _parents(facts)):
        if cells.intersection(one.cells):
            yield one.text


def _beside(own: Iterable[Figure], facts: Facts, known: Collection[str]) -> Mapping[Cell, float]:
    """The loaded figures of the metrics that stand in one identity with some."""
    metrics = {one.metric.key for one in own}
    related = {key for some in TOGETHER if metrics.intersection(some) for key in some}
    wanted = (metrics | related).intersection(known)
    organisations = {one.organisation.key for one in own}
    series = [one for one in facts.series(wanted, organisations) if one.kind == "actual"]
    found = {}
    for some in facts.figures(series).values():
        for one in some:
            if one.loaded and one.value is not None and not one.qualifier:
                found[_cell(one)] = one.value
    return found


def _parents(facts: Facts) -> Mapping[str, str | None]:
    teams = facts.directory.teams
    return {key: one.parent for key, one in teams.items() if not one.covers}


def _cell(one: Figure) -> Cell:
    team = one.team.key if one.team else ""
    return Cell(one.metric.key, one.organisation.key, team, one.role_group.key, one.period.key)
