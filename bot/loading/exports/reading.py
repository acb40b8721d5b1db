"""An export read again: keys as they stand, nothing matched and nothing asked."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.loading.exports.layout import COLUMNS, plain
from bot.loading.statements import Reading, Refused, Statement, When, Where
from bot.query.directory import Directory
from db.vocabulary import Basis, Kind, PeriodType, Status
from seed.grids import Cell, Sheet, Workbook


def read_export(book: Workbook, sheet: Sheet, directory: Directory) -> Reading:
    """Read a sheet that Muster wrote; a row that was changed so that it fits nothing is refused."""
    reading = Reading(book.file, book.sha256, rows=len(sheet.rows) - 1)
    for number, row in enumerate(sheet.rows[1:], 2):
        cells = {name: _text(cell) for name, cell in zip(COLUMNS, row, strict=False)}
        try:
            reading.statements.append(_statement(cells, Where(sheet.name, number, 0), directory))
        except (KeyError, ValueError) as fault:
            where = Where(sheet.name, number, _column(fault, cells))
            text = cells.get(COLUMNS[where.column], "")
            reason = "it is no export of Muster's any more"
            reading.refused.append(Refused(where, COLUMNS[where.column], text[:80], reason))
    return reading


def _statement(cells: Mapping[str, str], where: Where, directory: Directory) -> Statement:
    team, formula = cells["team"] or None, cells["formula"] or None
    metric = directory.metrics[cells["metric"]]
    if formula and formula not in {one.key for one in metric.formulas}:
        raise KeyError(formula)
    if team and directory.teams[team].organisation != cells["organisation"]:
        raise KeyError(team)
    return Statement(
        where=where,
        metric=metric.key,
        organisation=directory.organisations[cells["organisation"]].key,
        team=team,
        role_group=directory.role_groups[cells["role_group"]].key,
        when=_when(cells),
        value=_number(cells["value"]),
        text=plain(cells["value_text"]),
        status=Status(cells["status"]),
        formula=formula,
        kind=Kind(cells["kind"]),
        basis=Basis(cells["basis"]),
        unit=plain(cells["unit"]),
        numerator=_number(cells["numerator"]),
        denominator=_number(cells["denominator"]),
        qualifier=plain(cells["qualifier"]),
    )


def _when(cells: Mapping[str, str]) -> When:
    return When(
        PeriodType(cells["period_type"]),
        plain(cells["period"]),
        _day(cells["period_start"]),
        _day(cells["period_end"]),
        plain(cells["period_label"]),
    )


def _column(fault: Exception, cells: Mapping[str, str]) -> int:
    """The column of the cell that a fault is about, as far as it says."""
    said = str(fault.args[0]) if fault.args else ""
    found: Sequence[int] = [
        at for at, name in enumerate(COLUMNS) if cells.get(name) and cells[name] in said
    ]
    return found[-1] if found else 0


def _text(cell: Cell) -> str:
    return repr(cell) if isinstance(cell, float) else str(cell)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None
