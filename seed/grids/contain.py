"""Having a file read in a process of its own, and taking in what it tells."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BufferedReader
from itertools import chain
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from tempfile import TemporaryFile
from threading import Timer
from typing import Any

from seed.files.faults import FileFaultsError
from seed.grids.grid import Cell, Mark, Sheet, Workbook
from seed.grids.kinds import RefusedError
from seed.grids.limits import Limits
from seed.tables import Fault

_ROOT = Path(__file__).parents[2]
_START = (
    f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from seed.grids.child import main; main()"
)


def read_workbook(path: Path, limits: Limits | None = None) -> Workbook:
    """Read a CSV file or a workbook, whatever it is called.

    Raises:
        FileFaultsError: it is of no kind that is read, damaged, or larger than the limits.
        OSError: it cannot be read.
    """
    limits = limits or Limits()
    try:
        with path.open("rb") as file:
            sha256 = _digest(file, limits)
            notes, sheets = _told(file, limits)
    except RefusedError as refused:
        raise FileFaultsError(path.name, [Fault("the file", str(refused))]) from refused
    return Workbook(path.name, sha256, sheets, notes)


def _digest(file: BufferedReader, limits: Limits) -> str:
    if os.fstat(file.fileno()).st_size > limits.size:
        raise RefusedError(f"The file is larger than {limits.size // 1_000_000} MB.")
    found = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return found


def _told(file: BufferedReader, limits: Limits) -> tuple[tuple[str, ...], tuple[Sheet, ...]]:
    """What the child tells of a file, or why it could not."""
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, json.dumps(limits.told())]
    with (
        TemporaryFile() as complaints,
        subprocess.Popen(  # noqa: S603 - this Python
            command, stdin=file, stdout=subprocess.PIPE, stderr=complaints, env={}
        ) as child,
    ):
        watch = Timer(limits.seconds, child.kill)
        watch.start()
        try:
            lines = _lines(child, limits)
            first = next(lines, None)
            sheets = tuple(_sheets(lines, limits)) if first else ()
        finally:
            watch.cancel()
            child.kill()
        status = child.wait()
    if first is None or (status not in {0, -SIGKILL}):
        raise RefusedError(_why(status, limits))
    return tuple(first["notes"]), sheets


def _lines(child: subprocess.Popen[bytes], limits: Limits) -> Iterator[Any]:
    """What the child writes, line by line; it ends where the child does.

    Raises:
        RefusedError: the child says why it refuses the file, or ended before it was done.
    """
    for line in child.stdout or ():
        told = json.loads(line, object_hook=_date)
        if isinstance(told, dict) and "refused" in told:
            raise RefusedError(told["refused"])
        yield told
    if status := child.wait():
        raise RefusedError(_why(status, limits))


def _why(status: int, limits: Limits) -> str:
    if status in {-SIGKILL, -SIGXCPU}:
        return f"Reading it took longer than {limits.seconds} seconds."
    return "It cannot be read: opening it takes more memory than Muster gives it, or it is damaged."


def _sheets(lines: Iterator[Any], limits: Limits) -> Iterator[Sheet]:
    cells = characters = 0
    shared: dict[Cell, Cell] = {}
    sheet: Sheet | None = None
    for told in lines:
        if isinstance(told, dict):
            if sheet:
                yield sheet
            sheet = _sheet(told["sheet"])
            continue
        for row in told:
            # Most cells of a long table are names and periods that come again and again.
            row[:] = [shared.setdefault(cell, cell) if type(cell) is str else cell for cell in row]
        cells += sum(map(len, told))
        characters += sum(len(cell) for cell in chain(*told) if type(cell) is str)
        if cells > limits.cells or characters > limits.characters:
            raise RefusedError(f"The file holds more than {limits.cells:,} cells.")
        if sheet:
            sheet.rows.extend(told)
    if sheet:
        yield sheet


def _sheet(about: dict[str, Any]) -> Sheet:
    marks = {(row, column): Mark(mark) for row, column, mark in about["marks"]}
    return Sheet(about["name"], [], marks, hidden=about["hidden"])


def _date(told: dict[str, Any]) -> Any:
    return date.fromisoformat(told["date"]) if told.keys() == {"date"} else told
