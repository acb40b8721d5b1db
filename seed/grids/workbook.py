"""A workbook as sheets, in the child alone: some files abort the library that reads them."""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from posixpath import join, normpath
from typing import Any
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from seed.grids.archive import check_extent, parts_of
from seed.grids.grid import Cell, Mark, letters_to_column
from seed.grids.kinds import RefusedError
from seed.grids.limits import Limits

_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_REFERENCE = re.compile(rb'(?:^|\s)r="([A-Z]+)(\d+)"')
_STYLE = re.compile(rb'(?:^|\s)s="(\d+)"')
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BUILT_IN = {9: Mark.PERCENT, 10: Mark.PERCENT, 17: Mark.MONTH}
"""Number formats that every workbook has without saying so: 0%, 0.00%, mmm-yy."""


def sheets_of(data: bytes, limits: Limits) -> Iterator[dict[str, Any]]:
    """Each sheet as the child tells it: name, hidden, rows, marks.

    Raises:
        RefusedError: it is no workbook, or not safe to open.
    """
    parts = parts_of(data, limits)
    files = _files(parts)
    if len(files) > limits.sheets:
        raise RefusedError(f"The workbook has {len(files)} sheets; {limits.sheets} are read.")
    for name, file in files.items():
        check_extent(name, parts.get(file, b""), limits)
    formats = _formats(parts.get("xl/styles.xml", b""))
    for name, hidden, sheet in _opened(data):
        part = parts.get(files.get(name, ""), b"")
        rows = [[_plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        _fill_merged(rows, sheet.merged_cell_ranges or [])
        marks = [(row, column, mark) for row, column, mark in _marks(part, formats)]
        yield {"name": name, "hidden": hidden, "rows": rows, "marks": marks}


def notes_on(data: bytes, limits: Limits) -> Iterator[str]:
    """What one should know of a workbook."""
    parts = parts_of(data, limits)
    if b"vbaProject" in parts.get("[Content_Types].xml", b""):
        yield "The workbook holds macros; they were not run."
    if any(name.startswith("xl/externalLinks/") for name in parts):
        yield "The workbook links to other files; they were not opened."
    if any(b"<f" in part for name, part in parts.items() if name.startswith("xl/worksheets/")):
        yield "Formulas were not calculated; their values are those the file was saved with."


def _opened(data: bytes) -> Iterator[tuple[str, bool, CalamineSheet]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for meta in book.sheets_metadata:
            hidden = meta.visible is not SheetVisibleEnum.Visible
            yield meta.name, hidden, book.get_sheet_by_name(meta.name)
    except (CalamineError, ValueError) as error:
        raise RefusedError(f"The workbook is damaged: {error}.") from error


def _plain(cell: Any) -> Cell:
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time(0) else cell.isoformat(" ")
    if isinstance(cell, time | timedelta):
        return str(cell)
    found: Cell = cell
    return found


def _fill_merged(rows: list[list[Cell]], ranges: list[Any]) -> None:
    """Write a text that spans cells into each of them; a number is one figure and not several."""
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        text = rows[top][left]
        if not isinstance(text, str) or not text:
            continue
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = text


def _files(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each sheet, by its name."""
    targets = {
        one.attrib.get("Id", ""): normpath(join("xl", one.attrib.get("Target", "")).lstrip("/"))
        for one in _tree(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    }
    sheets = _tree(parts["xl/workbook.xml"]).iter()
    return {
        one.attrib.get("name", ""): targets.get(_link(one), "")
        for one in sheets
        if one.tag.endswith("}sheet")
    }


def _link(sheet: ET.Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _formats(styles: bytes) -> list[Mark | None]:
    """What each cell style says of its cells, by its number."""
    if not styles:
        return []
    tree = _tree(styles)
    own = {
        int(one.attrib["numFmtId"]): _format(one.attrib.get("formatCode", ""))
        for one in tree.iter()
        if one.tag.endswith("}numFmt") and one.attrib.get("numFmtId", "").isdigit()
    }
    known: dict[int, Mark | None] = {**_BUILT_IN, **own}
    cells = next((one for one in tree.iter() if one.tag.endswith("}cellXfs")), ())
    return [known.get(int(one.attrib.get("numFmtId", "0"))) for one in cells]


def _format(code: str) -> Mark | None:
    plain = _QUOTED.sub("", code).lower()
    if "%" in plain:
        return Mark.PERCENT
    is_month = "m" in plain and "y" in plain and not set("dhs") & set(plain)
    return Mark.MONTH if is_month else None


def _marks(part: bytes, formats: list[Mark | None]) -> Iterator[tuple[int, int, Mark]]:
    for attributes, content in _CELL.findall(part):
        mark = _mark(attributes, content, formats)
        found = _REFERENCE.search(attributes) if mark else None
        if mark and found:
            yield int(found[2]) - 1, letters_to_column(found[1].decode()), mark


def _mark(attributes: bytes, content: bytes, formats: list[Mark | None]) -> Mark | None:
    if b't="e"' in attributes:
        return Mark.ERROR
    if b"<f" in content and b"<v>" not in content:
        return Mark.UNCALCULATED
    style = _STYLE.search(attributes)
    number = int(style[1]) if style and content else -1
    return formats[number] if 0 <= number < len(formats) else None


def _tree(xml: bytes) -> ET.Element:
    try:
        return ET.fromstring(xml)  # noqa: S314 - no DOCTYPE has come this far
    except ET.ParseError as error:
        raise RefusedError(f"The workbook is damaged: {error}.") from error
