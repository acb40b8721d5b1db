"""Files that are not opened, or not read to the end, each with its own sentence."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from seed.files.faults import FileFaultsError
from seed.grids import Limits, read_workbook
from tests.loading.workbooks import packed, repacked, table, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
RETURN = b"<?xml version='1.0'?><Message><CSWWWorker><SWENo>SW12</SWENo></CSWWWorker></Message>"
SHEET = "xl/worksheets/sheet1.xml"
CELL = '<worksheet xmlns="x"><sheetData><row r="{row}"><c r="{cell}"><v>1</v></c></row>'

CONTENTS = {
    "The file is empty.": b"",
    "It is a PDF": b"%PDF-1.7 and so on",
    "It is a picture": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "protected by a password": OLE + "EncryptedPackage".encode("utf-16-le"),
    "Excel before 2007": OLE,
    "a record for each worker": RETURN,
    "It is a web page": b"<!doctype html><html><body>Sign in</body></html>",
    "It is XML": b"<figures/>",
    "holds NUL bytes": b"Team,FTE\nMASH,1\0\n",
    "compressed archive": b"\x1f\x8b\x08" + bytes(30),
    "is no text in any encoding": b"Team,FTE\n\x81\x8d,1\n",
    "is not CSV": b'Team,FTE\n"MASH,1\n',
    "The workbook is damaged": b"PK\x03\x04 and nothing more",
}


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(FileFaultsError) as refused:
        read_workbook(path, limits)
    (fault,) = refused.value.faults
    return fault.message


@pytest.mark.parametrize("sentence", CONTENTS)
def test_what_is_no_table_is_refused_whatever_it_is_called(tmp_path: Path, sentence: str) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_bytes(CONTENTS[sentence])
    assert sentence in refusal(path)


def far_cell(cell: str, row: int) -> Callable[[Path], Path]:
    part = CELL.format(row=row, cell=cell).encode() + b"</sheetData></worksheet>"
    return lambda path: repacked(workbook(path, {"One": [["a"]]}), {SHEET: part})


def with_part(name: str, part: bytes) -> Callable[[Path], Path]:
    return lambda path: repacked(workbook(path, {"One": [["a"]]}), {name: part})


def lying(path: Path) -> Path:
    """A workbook whose directory says that a part of 150 MB has ten bytes."""
    with_part(SHEET, bytes(150_000_000))(path)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(SHEET)
    data = path.read_bytes()
    path.write_bytes(data.replace(entry.file_size.to_bytes(4, "little"), b"\x0a\0\0\0"))
    return path


WORKBOOKS: dict[str, Callable[[Path], Path]] = {
    "'One' has a cell XFD1048576": far_cell("XFD1048576", 1048576),
    "'One' has a cell ZZZ3": far_cell("ZZZ3", 3),
    "packed more tightly": with_part(SHEET, bytes(90_000_000)),
    "markup that no spreadsheet": with_part(SHEET, b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>"),
    "a path out of it": with_part("../../evil.xml", b"<x/>"),
    "is damaged": lying,
    "an archive and no workbook": lambda path: packed(path, {"readme.xml": b"<x/>"}),
    "OpenDocument": lambda path: packed(path, {"content.xml": b"<x/>"}),
    "(.xlsb)": lambda path: packed(path, {"xl/workbook.bin": b"x"}),
    "600 parts": lambda path: packed(path, {f"xl/{n}.xml": b"<x/>" for n in range(600)}),
}


@pytest.mark.parametrize("sentence", WORKBOOKS)
def test_a_workbook_that_would_harm_whoever_opens_it_is_refused(
    tmp_path: Path, sentence: str
) -> None:
    assert sentence in refusal(WORKBOOKS[sentence](tmp_path / "figures.xlsx"))


def test_a_file_beyond_a_limit_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "figures.csv", "Team,FTE", *(f"Team {n},1" for n in range(40)))
    limits = Limits()
    assert "Row 21 is beyond" in refusal(path, replace(limits, rows=20))
    assert "more than 50 cells" in refusal(path, replace(limits, cells=50))
    assert "larger than 0 MB" in refusal(path, replace(limits, size=100))
    assert "is not CSV" in refusal(path, replace(limits, characters_of_a_cell=5))


def test_memory_beyond_the_limit_ends_the_child_and_nobody_else(tmp_path: Path) -> None:
    path = table(tmp_path / "figures.csv", *("Team,FTE" for _ in range(150_000)))
    assert "more memory than Muster gives it" in refusal(path, replace(Limits(), memory=20_000_000))
