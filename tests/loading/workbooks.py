"""Workbooks made for tests: sheets as lists of rows, formats by the names of what is shown."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # it brings no types

FORMATS = {"percent": "0%", "month": "mmm-yy", "day": "dd/mm/yyyy"}

Rows = Sequence[Any]


def workbook(path: Path, sheets: Mapping[str, Rows], hidden: Iterable[str] = ()) -> Path:
    """Write a workbook; a cell may be a pair of a value and the name of its format."""
    book = xlsxwriter.Workbook(str(path))
    formats = {name: book.add_format({"num_format": code}) for name, code in FORMATS.items()}
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                value, shown = cell if isinstance(cell, tuple) else (cell, "")
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, formats[shown or "day"])
                elif value is not None:
                    sheet.write(row, column, value, formats.get(shown))
        if name in hidden:
            sheet.hide()
    book.close()
    return path


def table(path: Path, *rows: str) -> Path:
    """Write a CSV file of these lines."""
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def repacked(path: Path, changes: Mapping[str, bytes]) -> Path:
    """Put other parts into a workbook, or in place of its own."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(path, {**parts, **changes})


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Write an archive of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    path.write_bytes(written.getvalue())
    return path
