"""Text of any encoding as rows of cells."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from seed.grids.kinds import RefusedError
from seed.grids.limits import Limits

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50  # rows from which the delimiter is told
_SAMPLE = 100_000  # characters


def decoded(data: bytes) -> tuple[str, str]:
    """Give the text, and a note on its encoding where that was guessed.

    Raises:
        RefusedError: it is no text.
    """
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise RefusedError("The text is UTF-32; save it as UTF-8.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16"), ""
    if wide := _wide(data[:_SAMPLE]):
        return _strictly(data, wide), "The text was read as UTF-16."
    if b"\0" in data:
        raise RefusedError("The file holds NUL bytes, so it is no text.")
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return _strictly(data, "cp1252"), "The text was read as Windows-1252, as Excel saves it."


def rows_of(text: str, limits: Limits) -> Iterator[list[str]]:
    """The rows of a CSV file, blank ones too, so that they count as they do in a spreadsheet.

    Raises:
        RefusedError: it is not CSV, or a cell is too long.
    """
    csv.field_size_limit(limits.characters_of_a_cell)
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter_of(text), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise RefusedError(f"Line {reader.line_num} is not CSV: {error}.") from error


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most of the first rows into the same number of cells."""
    lines = text[:_SAMPLE].splitlines()[:_LOOKED_AT]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return 0
    return max((count * width for width, count in widths.items() if width > 1), default=0)


def _wide(sample: bytes) -> str:
    """The byte order of UTF-16 without a mark: western text has a NUL in every second byte."""
    half = len(sample) // 2
    for order, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        if half and sample[start::2].count(0) > 0.8 * half > sample[1 - start :: 2].count(0) * 4:
            return order
    return ""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError(
            f"Byte {error.start + 1} is no text in any encoding Muster reads; save it as UTF-8."
        ) from error
    if "\0" in text:
        raise RefusedError("The file holds NUL characters, so it is no text.")
    return text
