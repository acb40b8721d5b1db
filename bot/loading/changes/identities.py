"""Figures of a file that do not add up, by themselves or with what is held beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.loading.changes.naming import Naming
from bot.loading.statements import Statement
from bot.query.directory import Directory
from db.loads.export import HeldRow
from db.vocabulary import Kind
from seed.identities.breaks import ADDED, TOGETHER, Cell, breaks


def beside(statements: Iterable[Statement]) -> frozenset[str]:
    """The metrics whose held figures are needed to tell whether those of a file add up."""
    given = {one.metric for one in statements}
    return frozenset(key for some in TOGETHER if given.intersection(some) for key in some)


def broken_sums(
    statements: Sequence[Statement],
    held: Iterable[HeldRow],
    naming: Naming,
    directory: Directory,
) -> Iterator[str]:
    """Each identity that figures of a file do not hold, told once, with the figure it is about."""
    given: dict[Cell, Statement] = {
        _cell(one): one
        for one in statements
        if one.kind is Kind.ACTUAL and one.value is not None and not one.qualifier
    }
    values = {_held_cell(one): one.value for one in held if one.value is not None}
    values |= {cell: one.value for cell, one in given.items() if one.value is not None}
    added = {key for key, one in directory.metrics.items() if one.unit in ADDED}
    for one in breaks(values, added, _parents(directory)):
        mine = [given[cell] for cell in one.cells if cell in given]
        if mine:
            yield f"{naming.figure(mine[0])}: {one.text}"


def _parents(directory: Directory) -> Mapping[str, str | None]:
    """The teams with those they are part of, without printed totals that cover others."""
    return {key: one.parent for key, one in directory.teams.items() if not one.covers}


def _cell(one: Statement) -> Cell:
    return Cell(one.metric, one.organisation, one.team or "", one.role_group, one.when.key)


def _held_cell(one: HeldRow) -> Cell:
    return Cell(one.metric, one.organisation, one.team, one.role_group, one.period)
