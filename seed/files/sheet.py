"""A CSV file as rows that know their line."""

import csv
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from seed.files.faults import FileFaultsError, at
from seed.tables import Fault

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Line(NamedTuple):
    """One row: the line it starts on, and its cells by column, without the space around them."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file read whole; `faults` are rows that have not the heading's number of cells."""

    file: str
    sha256: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]


def read_sheet(path: Path) -> Sheet:
    """Read a CSV file with a heading.

    Raises:
        FileFaultsError: it is not text in UTF-8, has no heading, or is not CSV.
        OSError: it cannot be read.
    """
    data = path.read_bytes()
    text = _decoded(path.name, data)
    rows = _rows(path.name, text)
    if not rows:
        raise FileFaultsError(path.name, [Fault("line 1", "the file is empty")])
    (_, heading), *body = rows
    columns = tuple(cell.strip() for cell in heading)
    _check_heading(path.name, columns)
    faults = [
        Fault(at(number), f"{len(cells)} cells where the heading has {len(columns)}")
        for number, cells in body
        if len(cells) != len(columns)
    ]
    lines = [
        Line(number, dict(zip(columns, map(str.strip, cells), strict=True)))
        for number, cells in body
        if len(cells) == len(columns)
    ]
    digest = hashlib.sha256(data).hexdigest()
    return Sheet(path.name, digest, columns, tuple(lines), tuple(faults))


def _decoded(file: str, data: bytes) -> str:
    if data.startswith(_UTF_16):
        raise FileFaultsError(file, [Fault("line 1", "the text is UTF-16; save it as UTF-8")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        fault = Fault(at(line), f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8")
        raise FileFaultsError(file, [fault]) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise FileFaultsError(file, [Fault(at(line), "the file is no text")])
    return text


def _rows(file: str, text: str) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line it starts on."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise FileFaultsError(file, [Fault(at(start), f"it is not CSV: {error}")]) from error
    return rows


def _check_heading(file: str, columns: tuple[str, ...]) -> None:
    twice = [name for name, count in Counter(columns).items() if count > 1]
    if twice:
        faults = [Fault("line 1", f"the column {name!r} is there twice") for name in twice]
        raise FileFaultsError(file, faults)
