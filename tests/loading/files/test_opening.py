"""What is made of a file before anybody asks what it means."""

from datetime import date
from pathlib import Path

import pytest

from seed.grids import Mark, read_workbook
from tests.loading.workbooks import repacked, table, workbook

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
TEXT = "Team,Month,Agency spend £\nAssessment £ north,Mar 24,1\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_read_in_the_encodings_that_programs_save(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(TEXT.encode(encoding))
    (sheet,) = read_workbook(path).sheets
    assert sheet.rows == [
        ["Team", "Month", "Agency spend £"],
        ["Assessment £ north", "Mar 24", "1"],
    ]


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(TEXT.encode("cp1252"))
    assert read_workbook(path).notes == ("The text was read as Windows-1252, as Excel saves it.",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_are_told_apart_by_whatever_divides_the_rows(tmp_path: Path, delimiter: str) -> None:
    rows = (("Team", "Agency, FTE"), ("Children & Families", "1,234.5"), ("MASH", "3"))
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    (sheet,) = read_workbook(table(tmp_path / "figures.csv", *lines)).sheets
    assert [tuple(row) for row in sheet.rows] == list(rows)


def test_a_row_has_the_number_it_has_in_a_spreadsheet(tmp_path: Path) -> None:
    path = table(tmp_path / "figures.csv", 'Team,"Agency', 'FTE"', "", "MASH,3")
    (sheet,) = read_workbook(path).sheets
    assert sheet.rows == [["Team", "Agency\nFTE"], [], ["MASH", "3"]]


def test_a_workbook_gives_values_with_what_is_shown_of_them(tmp_path: Path) -> None:
    rows = [["Rate", (0.45, "percent"), 0.45], [(date(2024, 3, 1), "month"), date(2024, 3, 31)]]
    book = read_workbook(workbook(tmp_path / "figures.xlsx", {"One": rows}))
    (sheet,) = book.sheets
    assert sheet.rows[0] == ["Rate", 0.45, 0.45]
    assert sheet.rows[1][:2] == [date(2024, 3, 1), date(2024, 3, 31)]
    assert sheet.marks == {(0, 1): Mark.PERCENT, (1, 0): Mark.MONTH}


def test_a_formula_that_was_never_calculated_and_one_in_error_are_told(tmp_path: Path) -> None:
    part = (
        b'<worksheet xmlns="x"><sheetData><row r="1"><c r="A1"><f>1+1</f></c>'
        b'<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>'
        b"</sheetData></worksheet>"
    ).replace(b'"x"', b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"')
    path = workbook(tmp_path / "figures.xlsx", {"One": [["a"]]})
    book = read_workbook(repacked(path, {"xl/worksheets/sheet1.xml": part}))
    assert book.sheets[0].marks == {(0, 0): Mark.UNCALCULATED, (0, 1): Mark.ERROR}
    assert book.notes == (
        "Formulas were not calculated; their values are those the file was saved with.",
    )


def test_hidden_sheets_say_so(tmp_path: Path) -> None:
    path = workbook(tmp_path / "figures.xlsx", {"Shown": [["a"]], "Kept": [["b"]]}, ["Kept"])
    assert [(one.name, one.hidden) for one in read_workbook(path).sheets] == [
        ("Shown", False),
        ("Kept", True),
    ]
