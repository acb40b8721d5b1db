"""Figures of a file and of the store as the rule sees them, and what adds up to what."""

from bot.loading.statements import Statement
from bot.query.directory import Directory
from db.catalogue import Metric, Nature
from db.loads.export import HeldRow
from db.vocabulary import Kind, Status
from seed.disclosure.cells import Cell, Shape, State


def shape_of(directory: Directory) -> Shape:
    """What adds up to what among the names of a store."""
    teams, metrics = directory.teams.values(), directory.metrics.values()
    return Shape(
        teams={one.key: one.parent for one in teams},
        role_groups={key: one.parent for key, one in directory.role_groups.items()},
        covers={one.key: one.covers for one in teams if one.covers},
        flows=frozenset(one.key for one in metrics if one.nature is Nature.FLOW),
        made_of={one.key: _made_of(one, directory) for one in metrics},
    )


def _made_of(metric: Metric, directory: Directory) -> frozenset[str]:
    """The counts that a rate divides, and divides by.

    Where no formula names them, every count of its subject over the same sort of time may be one.
    """
    parts = {part for one in metric.formulas for part in one.numerator}
    parts |= {part for one in metric.formulas for either in one.denominator for part in either}
    if parts or (metric.unit != "%" and " per " not in metric.unit):
        return frozenset(parts)
    same = (directory.metrics[key] for key in directory.subjects[metric.subject])
    return frozenset(
        one.key for one in same if one.nature is metric.nature and one.key != metric.key
    )


def cell_of(one: Statement, state: State) -> Cell:
    """A figure of a file."""
    return Cell(
        one.metric,
        one.organisation,
        one.team or "",
        one.role_group,
        one.when.key,
        one.when.start,
        one.when.end,
        one.value,
        one.unit,
        one.kind,
        one.qualifier,
        one.numerator,
        one.denominator,
        state,
    )


def held_cell(one: HeldRow, state: State) -> Cell:
    """A figure that is held."""
    hidden = one.status == Status.SUPPRESSED and state is not State.PUBLIC
    return Cell(
        one.metric,
        one.organisation,
        one.team,
        one.role_group,
        one.period,
        one.period_start,
        one.period_end,
        one.value,
        one.unit,
        Kind(one.kind),
        one.qualifier,
        one.numerator,
        one.denominator,
        State.HIDDEN if hidden else state,
    )
