"""The DfE's headline file is read whole in both layouts, or every fault of it is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import Status
from seed.dfe.census import Census, is_census, read_census
from seed.dfe.symbols import read_cell
from seed.files.faults import FileFaultsError
from seed.files.sheet import read_sheet
from tests.seed.dfe.files import Row, authority, census, write, written
from tests.shared import shared


def read(folder: Path, rows: list[Row], name: str = "csww.csv", *, older: bool = False) -> Census:
    return read_census(read_sheet(write(folder, rows, name, older=older)))


def faults_of(folder: Path, rows: list[Row], name: str = "csww.csv") -> list[str]:
    with pytest.raises(FileFaultsError) as told:
        read(folder, rows, name)
    return [str(fault) for fault in told.value.faults]


def faults_in(path: Path) -> list[str]:
    with pytest.raises(FileFaultsError) as told:
        read_census(read_sheet(path))
    return [str(fault) for fault in told.value.faults]


@pytest.mark.parametrize("older", [False, True], ids=["newer layout", "older layout"])
def test_both_layouts_give_the_same_measures(tmp_path: Path, *, older: bool) -> None:
    found = read(tmp_path, census(), older=older)
    devon = found.entries[3]
    assert (devon.name, devon.codes, devon.year, devon.line) == ("Devon", ("878",), 2024, 5)
    assert devon.cells["agency_rate_fte"].value == 9.1
    assert ("starters_fte" in devon.cells) == (not older)
    assert found.years == (2024, 2025)


def test_an_edition_comes_out_in_march_unless_it_is_told(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path, census()))
    assert read_census(sheet).published == "2026-03"
    assert read_census(sheet, "2026-03-19").published == "2026-03-19"
    with pytest.raises(FileFaultsError, match="'March' is no month or day like 2026-03"):
        read_census(sheet, "March")


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("24.3", Status.REPORTED, 24.3),
        ("16.100000000000001", Status.REPORTED, 16.1),
        ("0", Status.ZERO, 0.0),
        ("low", Status.LOW, None),
        ("c", Status.SUPPRESSED, None),
        ("u", Status.LOW_RELIABILITY, None),
        ("x", Status.NOT_AVAILABLE, None),
        (":", Status.NOT_AVAILABLE, None),
        ("z", Status.NOT_APPLICABLE, None),
    ],
)
def test_symbols_are_statuses_and_no_numbers(
    text: str, status: Status, value: float | None
) -> None:
    cell = read_cell(text)
    assert (cell.status, cell.value, cell.text) == (status, value, text)


@pytest.mark.parametrize("text", ["", "..", "n/a", "1,234", "-3", "nan", "1e999", "12%"])
def test_what_is_in_no_legend_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r"neither|blank|below"):
        read_cell(text)


def test_every_fault_is_told_at_once_with_row_and_column(tmp_path: Path) -> None:
    rows = census()
    rows[3] |= {"agency_fte": "..", "vacancy_fte": ""}
    rows[4] |= {"old_la_code": "88"}
    rows[5] |= {"time_period": "24/25", "geographic_level": "Ward"}
    told = faults_of(tmp_path, rows)
    assert told[0].startswith("line 5, column agency_fte: '..' is neither a number nor")
    assert told[1] == "line 5, column vacancy_fte: the cell is blank"
    assert told[2].startswith("line 6, column old_la_code: '88' is not three digits")
    assert told[3] == "line 7, column time_period: '24/25' is not a year like 2025"
    assert told[4] == "line 7, column geographic_level: 'Ward' is not a level the file has"


def test_an_unknown_and_a_missing_column(tmp_path: Path) -> None:
    path = tmp_path / "csww.csv"
    path.write_text(written(census()).replace("agency_fte", "agency_whole", 1), encoding="utf-8")
    assert faults_in(path) == [
        "line 1, column agency_whole: the column is not known",
        "line 1: the column 'agency_fte' is missing",
    ]


def test_a_year_that_is_there_twice(tmp_path: Path) -> None:
    told = faults_of(tmp_path, [*census(2025), *census(2025)])
    assert told[0] == "line 8: England in 2025 is there already, in line 2"
    assert len(told) == 6


def test_half_a_file(tmp_path: Path) -> None:
    text = written(census())
    path = tmp_path / "csww_2024_to_2025.csv"
    path.write_text(text[: len(text) // 2], encoding="utf-8")
    told = faults_in(path)
    assert "cells where the heading has 32" in told[0]
    assert "the file: there are no rows of 2025" in told


def test_a_year_or_a_region_that_is_not_there(tmp_path: Path) -> None:
    assert faults_of(tmp_path, census(2023, 2025)) == ["the file: there are no rows of 2024"]
    assert faults_of(tmp_path, census(2025), "csww_2024_to_2025.csv") == [
        "the file: there are no rows of 2024"
    ]
    rows = census()
    del rows[8], rows[0]
    assert faults_of(tmp_path, rows) == [
        "the file: 2024 has no row of England",
        "the file: 2025 has no row of North East",
    ]


def test_an_authority_that_is_not_there_is_missed_by_its_region(tmp_path: Path) -> None:
    rows = [one for one in census() if one["la_name"] != "Torbay" or one["time_period"] != "2025"]
    (fault,) = faults_of(tmp_path, rows)
    assert fault == (
        "the file: the authorities of South West in 2025 have 200.0 FTE in post of 400.0: "
        "rows are missing"
    )


def test_a_region_with_an_authority_without_a_number_is_not_summed(tmp_path: Path) -> None:
    rows = census()
    rows[4] |= {"inpost_fte": "x"}
    assert read(tmp_path, rows).entries[4].cells["inpost_fte"].status is Status.NOT_AVAILABLE


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "line 1: the file is empty"),
        ("time_period\n2025\n".encode("utf-16"), "line 1: the text is UTF-16; save it as UTF-8"),
        (b"time_period\nB\xe9ziers\n", "line 2: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (b"time_period\n\x00\n", "line 2: the file is no text"),
        (b"a,b,a\n", "line 1: the column 'a' is there twice"),
        (b'a,b\n"1,2\n', "line 2: it is not CSV: unexpected end of data"),
    ],
)
def test_what_is_no_csv_in_utf_8(tmp_path: Path, data: bytes, fault: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    with pytest.raises(FileFaultsError) as told:
        read_sheet(path)
    assert [str(one) for one in told.value.faults] == [fault]


@given(st.binary(max_size=200))
def test_whatever_a_file_holds_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "file.csv"
    path.write_bytes(data)
    try:
        sheet = read_sheet(path)
    except FileFaultsError as faulty:
        assert faulty.faults  # noqa: PT017 - either way is right, neither is neither
    else:
        assert sheet.columns


@given(st.sampled_from(sorted(authority(2025, "878"))), st.text(max_size=12))
def test_whatever_a_cell_holds_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, column: str, text: str
) -> None:
    rows = census(2025)
    rows[3][column] = text.replace("\0", "")
    folder = tmp_path_factory.mktemp("cell")
    try:
        found = read(folder, rows)
    except (FileFaultsError, UnicodeEncodeError):  # half a surrogate is in no file of UTF-8
        return
    assert len(found.entries) == 6


@pytest.mark.parametrize(
    ("name", "rows", "published"),
    [
        ("csww_indicators_2017_to_2025.csv", 1463, "2026-03"),
        ("csww_headline_measures_2017_to_2022.csv", 978, "2023-03"),
    ],
)
def test_the_published_files(name: str, rows: int, published: str) -> None:
    sheet = read_sheet(shared("reference", name))
    assert is_census(sheet.columns)
    found = read_census(sheet)
    assert (len(found.entries), found.published) == (rows, published)
