"""A file without what is too small to show, decided over it and over what is held already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from bot.loading.disclosure.rules import rules_of
from bot.loading.disclosure.shape import cell_of, held_cell, shape_of
from bot.loading.statements import Reading, Statement, When, Where
from bot.query.directory import Directory
from db.loads.export import HeldRow, held_of
from db.scope import Scope
from db.session import Connection
from db.vocabulary import Basis, Kind, PeriodType, Status
from seed.disclosure.cells import Cell, State
from seed.disclosure.kept import PEOPLE, Kept, kept_back

Figure: TypeAlias = tuple[object, ...]
"""What tells a figure from all others: its series, its period and its qualifier."""

_NOWHERE: Final = Where("", 0, 0)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is held of the same metrics: by the workspace, and as it was published."""

    own: Mapping[Figure, HeldRow]
    public: Mapping[Figure, HeldRow]

    def state_of(self, one: Statement) -> State:
        """What is known already of a figure of a file."""
        figure = (*one.series, one.when.key, one.qualifier)
        own, public = self.own.get(figure), self.public.get(figure)
        if public and public.value == one.value:
            return State.PUBLIC
        if one.status is Status.SUPPRESSED or (own and own.status == Status.SUPPRESSED):
            return State.HIDDEN
        return State.SEEN if own and own.value == one.value else State.NEW


def keep_back(conn: Connection, scope: Scope, reading: Reading, directory: Directory) -> Reading:
    """Give a file's figures with small groups kept back, and what is held that goes with them."""
    rule = rules_of(conn, scope, directory)
    ruled = {one.metric for one in reading.statements if rule(one.metric)}
    if not ruled:
        return reading
    shape = shape_of(directory)
    rates = {key for key, parts in shape.made_of.items() if ruled & parts}
    beside = _beside(conn, scope.workspace, reading.statements, ruled | rates | {*PEOPLE})
    held = list(_held(reading.statements, beside))
    cells = [cell_of(one, beside.state_of(one)) for one in reading.statements]
    cells += [cell for _, cell in held]
    kept = kept_back(cells, shape, rule)
    return _without(reading, kept, [row for row, _ in held], cells)


def _beside(
    conn: Connection, workspace: str, statements: Iterable[Statement], metrics: set[str]
) -> Beside:
    organisations = {one.organisation for one in statements}

    def figures(of: str) -> dict[Figure, HeldRow]:
        return {figure_of(row): row for row in held_of(conn, of, metrics, organisations)}

    return Beside(figures(workspace), figures(""))


def figure_of(row: HeldRow) -> Figure:
    """What tells a figure that is held from all others."""
    return (*_statement(row).series, row.period, row.qualifier)


def _held(statements: Iterable[Statement], beside: Beside) -> Iterator[tuple[HeldRow, Cell]]:
    """What is held and not in the file; a figure of the workspace's own before a published one."""
    told = {(*one.series, one.when.key, one.qualifier) for one in statements}
    for figure, row in beside.own.items():
        if figure not in told:
            yield row, held_cell(row, State.SEEN)
    for figure, row in beside.public.items():
        if figure not in told and figure not in beside.own:
            yield row, held_cell(row, State.PUBLIC)


def _without(
    reading: Reading, kept: Kept, held: Sequence[HeldRow], cells: Sequence[Cell]
) -> Reading:
    count = len(reading.statements)
    statements = [
        _hidden(one) if at in kept.all else one for at, one in enumerate(reading.statements)
    ]
    late = [at for at in sorted(kept.all) if at >= count and cells[at].value is not None]
    statements += [_hidden(_statement(held[at - count])) for at in late]
    notes = [*reading.notes, *_said(kept, cells, len(late))]
    return replace(reading, statements=statements, notes=notes)


def _said(kept: Kept, cells: Sequence[Cell], late: int) -> Iterator[str]:
    """How many figures are hidden, and why; those without a value were before."""
    counted = [
        sum(cells[at].value is not None for at in found)
        for found in (kept.small, kept.others, kept.rates - kept.small - kept.others)
    ]
    if not any(counted):
        return
    why = ("counts from 1 to 4", "others that would tell one", "rates of them or on few people")
    parts = ", ".join(f"{words} ({n})" for n, words in zip(counted, why, strict=True) if n)
    total = sum(counted)
    said = "1 figure is" if total == 1 else f"{total} figures are"
    yield f"{said} kept back for small groups and stored without a value: {parts}."
    if late:
        yield f"{late} of them are held and were shown until now."


def _hidden(one: Statement) -> Statement:
    return one._replace(
        value=None, text="", status=Status.SUPPRESSED, numerator=None, denominator=None
    )


def _statement(row: HeldRow) -> Statement:
    return Statement(
        _NOWHERE,
        row.metric,
        row.organisation,
        row.team or None,
        row.role_group,
        When(
            PeriodType(row.period_type),
            row.period,
            row.period_start,
            row.period_end,
            row.period_label,
        ),
        row.value,
        row.value_text,
        Status(row.status),
        row.formula or None,
        Kind(row.kind),
        Basis(row.basis),
        row.unit,
        row.numerator,
        row.denominator,
        row.qualifier,
    )
