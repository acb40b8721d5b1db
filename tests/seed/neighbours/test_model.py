"""Statistical neighbours are read whole, or every fault of them is told."""

from pathlib import Path

import pytest

from seed.files.faults import FileFaultsError
from seed.files.sheet import read_sheet
from seed.neighbours.model import COLUMNS, Model, is_model, read_model
from tests.shared import shared

Cells = list[str]


def neighbours(code: str = "878", name: str = "Devon") -> list[Cells]:
    """Give ten neighbours."""
    return [
        [code, name, str(rank), str(900 + rank), "Very Close", f"Council {rank}"]
        for rank in range(1, 11)
    ]


def write(folder: Path, rows: list[Cells], name: str = "neighbours_2025.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(map(",".join, [list(COLUMNS), *rows])), encoding="utf-8")
    return path


def read(folder: Path, rows: list[Cells], name: str = "neighbours_2025.csv") -> Model:
    return read_model(read_sheet(write(folder, rows, name)))


def faults_of(folder: Path, rows: list[Cells], name: str = "neighbours_2025.csv") -> list[str]:
    with pytest.raises(FileFaultsError) as told:
        read(folder, rows, name)
    return [str(fault) for fault in told.value.faults]


def test_a_model_is_named_by_the_year_of_its_file(tmp_path: Path) -> None:
    model = read(tmp_path, [*neighbours(), *neighbours("880", "Torbay")])
    assert (model.year, model.authorities, len(model.rows)) == ("2025", 2, 20)
    first = model.rows[0]
    assert (first["rank"], first["neighbour_code"], first["closeness"]) == (1, "901", "very close")
    assert read_model(read_sheet(write(tmp_path, neighbours(), "sn.csv")), "2021").year == "2021"


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    rows = neighbours()
    rows[0][0], rows[1][2], rows[2][4], rows[3][5], rows[4][3] = "87", "11", "Near", "", "878"
    told = faults_of(tmp_path, rows, "neighbours.csv")
    assert told == [
        "the file: its name has no year, which tells the model",
        "line 2, column old_la_code: '87' is not three digits",
        "line 3, column rank: '11' is no rank from 1 to 10",
        "line 4, column closeness: 'Near' is no closeness",
        "line 5, column neighbour_la_name: the cell is blank",
        "line 6, column neighbour_old_la_code: Devon is its own neighbour",
        "line 7, column rank: Devon (878) has the ranks 6, 7, 8, 9, 10, not 1 to 10",
    ]


def test_half_a_file_and_doubles(tmp_path: Path) -> None:
    assert faults_of(tmp_path, neighbours()[:9]) == [
        "line 2, column rank: Devon (878) has the ranks 1, 2, 3, 4, 5, 6, 7, 8, 9, not 1 to 10"
    ]
    rows = neighbours()
    rows[9][3] = "901"
    (fault,) = faults_of(tmp_path, rows)
    assert fault.endswith("Devon (878) has the neighbour 901 already, in line 2")


def test_an_unknown_and_a_missing_column(tmp_path: Path) -> None:
    path = write(tmp_path, neighbours())
    path.write_text(path.read_text(encoding="utf-8").replace("rank", "place"), encoding="utf-8")
    with pytest.raises(FileFaultsError) as told:
        read_model(read_sheet(path))
    assert [str(fault) for fault in told.value.faults] == [
        "line 1, column place: the column is not known",
        "line 1: the column 'rank' is missing",
    ]


@pytest.mark.parametrize(("year", "authorities"), [("2021", 156), ("2025", 153)])
def test_the_published_models(year: str, authorities: int) -> None:
    sheet = read_sheet(shared("reference", f"statistical_neighbours_{year}.csv"))
    assert is_model(sheet.columns)
    model = read_model(sheet)
    assert (model.year, model.authorities) == (year, authorities)
    devon = [row["neighbour_name"] for row in model.rows if row["code"] == "878"]
    assert ("Somerset" in devon, "Kent" in devon) == (True, year == "2025")
