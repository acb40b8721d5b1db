"""A workbook looked over before it is opened: a zip may unpack to anything."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from seed.grids.kinds import RefusedError
from seed.grids.limits import Limits

_CHUNK = 1_000_000
_CELL_REFERENCE = re.compile(rb'\br="([A-Z]{1,8})(\d{1,9})"')
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


def parts_of(data: bytes, limits: Limits) -> Mapping[str, bytes]:
    """The XML parts of a workbook, unpacked within the limits.

    Raises:
        RefusedError: it is no workbook, or one that is not safe to open.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, limits)
            return dict(_unpacked(archive, entries, limits))
    except ValueError as error:
        raise RefusedError(f"The workbook is damaged: {error}.") from error
    except _BROKEN as error:
        raise RefusedError(f"The workbook is damaged: {type(error).__name__}.") from error


def _check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise RefusedError(f"The workbook has {len(entries):,} parts; {limits.entries} are read.")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise RefusedError("The workbook holds a part twice.")
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names):
        raise RefusedError("The workbook holds a part with a path out of it.")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError("The workbook is protected by a password; save a copy without one.")
    _check_is_xlsx(names)


def _check_is_xlsx(names: list[str]) -> None:
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        raise RefusedError("It is a binary workbook (.xlsb); save it as .xlsx or CSV.")
    if "content.xml" in names:
        raise RefusedError("It is an OpenDocument file; save it as .xlsx or CSV.")
    raise RefusedError("It is an archive and no workbook; load the table as CSV or XLSX.")


def _unpacked(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits
) -> Iterator[tuple[str, bytes]]:
    left = limits.unpacked
    for entry in entries:
        part = b"".join(_chunks(archive, entry, left, limits))
        left -= len(part)
        if entry.filename.endswith((".xml", ".rels")):
            _check_part(part)
            yield entry.filename, part


def _chunks(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, limits: Limits
) -> Iterator[bytes]:
    """A part in pieces, counted as they come: what the archive says of its size may be a lie."""
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > left:
                most = limits.unpacked // 1_000_000
                raise RefusedError(f"The workbook unpacks to more than {most} MB.")
            if size > _CHUNK and size > limits.ratio * max(entry.compress_size, 1):
                raise RefusedError("The workbook is packed more tightly than any table is.")
            yield chunk


def _check_part(part: bytes) -> None:
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise RefusedError("The workbook holds markup that no spreadsheet program writes.")


def check_extent(sheet: str, part: bytes, limits: Limits) -> None:
    """Refuse a sheet with a cell so far out that the space up to it fills the memory.

    Raises:
        RefusedError: there is one.
    """
    for letters, number in _CELL_REFERENCE.findall(part):
        if int(number) > limits.rows or _column(letters) > limits.columns:
            cell = f"{letters.decode()}{number.decode()}"
            raise RefusedError(
                f"The sheet {sheet!r} has a cell {cell}; "
                f"{limits.rows:,} rows and {limits.columns} columns are read."
            )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
