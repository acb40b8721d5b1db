"""The process that opens a file: a file on standard input, its cells as JSON lines on the output.

It has limits of its own, no environment, and nothing to lose. The first line says what went wrong,
or how many sheets and what notes there are; each sheet is a line about it and lines of rows.
"""

import json
import resource
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from seed.grids.kinds import FileKind, RefusedError, kind_of
from seed.grids.limits import Limits
from seed.grids.text import decoded, rows_of

_ROWS_OF_A_LINE = 2_000


def main() -> None:
    """Read the limits from the arguments and the file from standard input."""
    limits = Limits(**json.loads(sys.argv[1]))
    _confine(limits)
    try:
        for line in _lines(sys.stdin.buffer.read(limits.size + 1), limits):
            sys.stdout.write(line)
    except RefusedError as refused:
        sys.stdout.write(_line({"refused": str(refused)}))
    except MemoryError:
        sys.stdout.write(_line({"refused": "The file needs more memory than Muster gives it."}))


def _confine(limits: Limits) -> None:
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _lines(data: bytes, limits: Limits) -> Iterator[str]:
    if len(data) > limits.size:
        raise RefusedError(f"The file is larger than {limits.size // 1_000_000} MB.")
    if kind_of(data) is FileKind.TEXT:
        text, note = decoded(data)
        yield _line({"notes": [note] if note else []})
        yield from _sheet({"name": "", "hidden": False, "marks": []}, rows_of(text, limits), limits)
        return
    # Its library takes time to import that a CSV file need not wait for.
    from seed.grids.workbook import notes_on, sheets_of  # noqa: PLC0415

    sheets = list(sheets_of(data, limits))
    yield _line({"notes": [*notes_on(data, limits)]})
    for sheet in sheets:
        yield from _sheet(sheet, iter(sheet.pop("rows")), limits)


def _sheet(about: dict[str, Any], rows: Iterator[list[Any]], limits: Limits) -> Iterator[str]:
    yield _line({"sheet": about})
    portion: list[list[Any]] = []
    for number, row in enumerate(rows, 1):
        if number > limits.rows or len(row) > limits.columns:
            raise RefusedError(
                f"Row {number:,} is beyond the {limits.rows:,} rows and {limits.columns} columns "
                "that are read of a sheet."
            )
        portion.append(row)
        if len(portion) == _ROWS_OF_A_LINE:
            yield _line(portion)
            portion = []
    yield _line(portion)


def _line(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_date) + "\n"


def _date(value: date) -> dict[str, str]:
    return {"date": value.isoformat()}
