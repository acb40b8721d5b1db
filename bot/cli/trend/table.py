"""A series out of a CSV file: a column of dates and one of figures, every fault told at once."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from bot.errors import BadSeriesError
from bot.query.calendar import resolve
from bot.query.period import CensusYear, Day, FinancialYear, Month, Quarter, Year, YearEnding
from bot.question.periods import find_periods
from bot.question.text.tokens import tokenise

_MINUS = "\N{MINUS SIGN}"  # as Word and typists write it
_DASHES = ("-", "\N{EN DASH}", "\N{EM DASH}")
_GAPS = frozenset({"", *_DASHES, "n/a", "na", "null", "none", "..", ":", "c", "z", "x", "u"})
_NUMBER = re.compile(r"£?\s*(?P<digits>-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)\s*(?P<mark>%?)")
_DATED = Day | Month | Quarter | FinancialYear | Year | CensusYear | YearEnding
_ANY_DAY = date(2000, 1, 1)  # what is dated by itself does not depend on today


@dataclass(frozen=True, slots=True)
class Table:
    """A series as it stood in a file."""

    name: str
    unit: str
    dates: Sequence[date]
    values: Sequence[float | None]


def read_table(file: TextIO, column: str | None = None) -> Table:
    """Read the dates of the first column and the figures of another one, by default the second.

    Raises:
        BadSeriesError: rows cannot be read; the message names each.
    """
    rows = _rows(file)
    if not rows:
        raise BadSeriesError("There are no rows.")
    heading, at = _heading(rows[0][1], column)
    rows = rows[1:] if heading else rows
    dates, values, faults = _columns(rows, at)
    if faults:
        raise BadSeriesError(" ".join(faults))
    if not dates:
        raise BadSeriesError("There is a heading and nothing below it.")
    cells = [_cell(row, at) for _, row in rows]
    return Table(heading or "The figures", _unit(cells, values), dates, values)


def day_of(text: str) -> date | None:
    """The first day of a date as people write it: "2023-07", "Jul 23", "Q2 2023/24", "2022/23"."""
    if month := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text.strip()):
        return date(int(month[1]), int(month[2]), 1)
    words = [token.word for token in tokenise(re.sub(r"(?<=[A-Za-z])-(?=\d)", " ", text))]
    found = find_periods(words)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)):
        return None
    period = found[0].period
    if not isinstance(period, _DATED) or period.year is None:
        return None
    return resolve(period, _ANY_DAY).start


def number_of(text: str) -> float | None:
    """A figure as people write it: "45%", "1,234", "£22.50"; None where it is no number."""
    match = _NUMBER.fullmatch(text.strip().replace(_MINUS, "-"))
    digits = match["digits"].replace(",", "") if match else ""
    return float(digits) if digits.strip("-") else None


def _rows(file: TextIO) -> list[tuple[int, list[str]]]:
    try:
        text = file.read()
    except UnicodeDecodeError as error:
        raise BadSeriesError("It is not UTF-8 text.") from error
    if "\0" in text:
        raise BadSeriesError("It is no text.")
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    reader = csv.reader(lines, delimiter=max(",;\t", key=first.count), strict=True)
    try:
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise BadSeriesError(f"Line {reader.line_num}: {error}.") from error


def _heading(first: Sequence[str], column: str | None) -> tuple[str, int]:
    """The name of the figures' column, "" without a heading, and where it stands."""
    if day_of(first[0]) is not None:
        if column is not None:
            raise BadSeriesError(f"There is no heading, so no column {column!r}.")
        return "", 1
    names = [name.strip() for name in first]
    if column is not None and column not in names:
        raise BadSeriesError(f"There is no column {column!r}, but: {', '.join(names)}.")
    at = names.index(column) if column is not None else 1
    return (names[at] if at < len(names) else "") or "The figures", at


def _columns(
    rows: Iterable[tuple[int, Sequence[str]]], at: int
) -> tuple[list[date], list[float | None], list[str]]:
    dates: list[date] = []
    values: list[float | None] = []
    faults: list[str] = []
    for line, row in rows:
        day, cell = day_of(row[0]), _cell(row, at)
        value = number_of(cell)
        if day is None:
            faults.append(f"Line {line}: {row[0]!r} is no date.")
        elif value is None and cell.lower() not in _GAPS:
            faults.append(f"Line {line}: {cell!r} is no number.")
        else:
            dates.append(day)
            values.append(value)
    return dates, values, faults


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _unit(cells: Sequence[str], values: Sequence[float | None]) -> str:
    """The unit that is written; "count" where all figures are whole and none is negative."""
    written = {mark for mark in "%£" for cell in cells if mark in cell}
    if written:
        return written.pop() if len(written) == 1 else ""
    held = [value for value in values if value is not None]
    return "count" if held and all(one >= 0 and one.is_integer() for one in held) else ""
