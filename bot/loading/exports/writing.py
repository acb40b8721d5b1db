"""Exports as CSV and XLSX."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # it brings no types

from bot.loading.exports.layout import COLUMNS, harmless
from db.loads.export import HeldRow

_AS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


def write_csv(path: Path, rows: Iterable[HeldRow]) -> None:
    """Write figures to a CSV file that Excel takes for UTF-8."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([_text(value) for value in row] for row in rows)


def write_xlsx(path: Path, rows: Iterable[HeldRow]) -> None:
    """Write figures to a workbook; every text is one, whatever it begins with."""
    with xlsxwriter.Workbook(str(path), _AS_TEXT) as book:
        sheet = book.add_worksheet("Figures")
        sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, float):
                    sheet.write_number(number, column, value)
                elif value is not None and value != "":
                    sheet.write_string(number, column, _text(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    return value.isoformat() if isinstance(value, date) else harmless(str(value))
