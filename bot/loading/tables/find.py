"""Where the tables of a sheet are: lines of text above, rows of headings, rows of cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.loading.cells.numbers import read_number
from bot.loading.tables.headings import Heading, is_telling
from bot.loading.words import Wording
from seed.grids import Cell, Sheet

_MOST_HEADINGS: Final = 3  # rows
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Table:
    """One table: the text above it, its rows of headings and its rows of cells, by index."""

    titles: tuple[str, ...]
    headings: list[int]
    body: list[int] = field(default_factory=list)


def tables_of(sheet: Sheet, wording: Wording) -> list[Table]:
    """The tables of a sheet, from the top.

    A row of headings begins one where none has begun, or after an empty row or a line of text; the
    same headings again within a table are no row of it.
    """
    found: list[Table] = []
    titles: list[str] = []
    apart = True
    for at, row in enumerate(sheet.rows):
        cells = [cell for cell in row if cell != ""]
        if _is_line(cells):
            titles += [str(cells[0])] if cells else []
            apart = True
            continue
        table = found[-1] if found else None
        if table and not table.body and _continues(table, at, cells, wording):
            table.headings.append(at)
        elif table and row == sheet.rows[table.headings[-1]]:
            pass
        elif (apart or not table) and _is_heading(cells, wording):
            found.append(Table(tuple(titles), [at]))
            titles = []
        elif table:
            table.body.append(at)
        apart = False
    return found


def headings_of(sheet: Sheet, table: Table) -> Iterator[Heading]:
    """The heading of each column."""
    width = max(len(sheet.rows[at]) for at in [*table.headings, *table.body[:100]])
    for column in range(width):
        cells = [_at(sheet.rows[at], column) for at in table.headings]
        parts = [_said(cell) for cell in cells if cell != ""]
        filled = [at for at, cell in zip(table.headings, cells, strict=True) if cell != ""]
        nearest = filled[-1] if filled else table.headings[-1]
        mark = sheet.marks.get((nearest, column))
        yield Heading(column, _at(sheet.rows[nearest], column), mark, list(dict.fromkeys(parts)))


def _said(cell: Cell) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell).strip()


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _is_line(cells: Sequence[Cell]) -> bool:
    """Whether a row is empty or a single text, which merged cells repeat."""
    return not cells or (isinstance(cells[0], str) and all(cell == cells[0] for cell in cells))


def _is_heading(cells: Sequence[Cell], wording: Wording) -> bool:
    if any(_is_figure(cell) for cell in cells):
        return False
    telling = sum(is_telling(cell, wording) or _is_year(cell) for cell in cells)
    return telling * 2 >= len(cells) and any(isinstance(cell, str) for cell in cells)


def _continues(table: Table, at: int, cells: Sequence[Cell], wording: Wording) -> bool:
    """Whether a row goes on with the headings above it."""
    if at != table.headings[-1] + 1 or len(table.headings) == _MOST_HEADINGS:
        return False
    named = any(isinstance(cell, str) and wording.words(cell).places for cell in cells)
    return not named and _is_heading(cells, wording)


def _is_figure(cell: Cell) -> bool:
    """Whether a cell can only be a figure, or the reason there is none."""
    if isinstance(cell, bool):
        return True
    if isinstance(cell, float):
        return not _is_year(cell)
    if not isinstance(cell, str) or _is_year(cell):
        return False
    try:
        return read_number(cell) is not None
    except ValueError:
        return False


def _is_year(cell: Cell) -> bool:
    text = f"{cell:g}" if isinstance(cell, float) else cell
    return isinstance(text, str) and bool(_YEAR.fullmatch(text))
