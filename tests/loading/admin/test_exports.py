"""Exports: harmless in a spreadsheet, and loaded again without a change."""

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.loading.exports import read_export, write_csv, write_xlsx
from bot.loading.exports.layout import harmless, plain
from bot.pipeline import Knowledge
from db.loads import Tally
from db.loads.export import HeldRow, held_rows
from db.vocabulary import Status
from seed.grids import read_workbook
from tests.loading.store.conftest import Office

ROUND_TRIPS = int(os.environ.get("MUSTER_ROUND_TRIPS", "40"))

WRITERS = {".csv": write_csv, ".xlsx": write_xlsx}


@pytest.mark.parametrize("suffix", WRITERS)
def test_everything_that_is_held_loads_again_without_a_change(office: Office, suffix: str) -> None:
    office.load("Assessment,Jul 23,27", "MASH,Aug 23,c", "MASH,Sep 23,-", "MASH,Oct 23,4.56789")
    with office.engine.begin() as conn:
        rows = held_rows(conn, office.loader.scope, published=True)
    path = office.folder / f"export{suffix}"
    WRITERS[suffix](path, rows)
    reading = office.loader.read(path)
    preview = office.loader.preview(reading)
    assert (preview.refused, preview.doubts) == ((), ())
    assert (preview.tally.new, preview.tally.changed) == (0, 0)
    assert len(reading.statements) == len(rows) > 500
    assert office.loader.load(reading, office.act("").at)[1] is None


def test_a_changed_cell_of_an_export_is_a_changed_figure(office: Office) -> None:
    office.load("Assessment,Jul 23,27")
    with office.engine.begin() as conn:
        (row,) = held_rows(conn, office.loader.scope)
    path = office.folder / "export.csv"
    write_csv(path, [row._replace(value=28.0)])
    assert office.loader.preview(office.loader.read(path)).tally == Tally(changed=1)


def test_a_row_of_an_export_that_fits_nothing_any_more_is_refused(office: Office) -> None:
    office.load("Assessment,Jul 23,27")
    with office.engine.begin() as conn:
        (row,) = held_rows(conn, office.loader.scope)
    path = office.folder / "export.csv"
    write_csv(path, [row, row._replace(team="devon/nowhere", period="2023-08")])
    (refused,) = office.loader.read(path).refused
    assert (refused.where.row, refused.heading, refused.text) == (3, "team", "devon/nowhere")


COMMANDS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "'=1")  # noqa: RUF001 - full width


@pytest.mark.parametrize("text", COMMANDS)
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert harmless(text).startswith("'")
    assert plain(harmless(text)) == text


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
figures = st.floats(-1e9, 1e9) | st.just(0.0)


@settings(max_examples=ROUND_TRIPS)  # each starts a process
@given(st.lists(st.tuples(texts, texts, figures), min_size=1, max_size=20))
def test_any_text_and_number_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    known: Knowledge,
    cells: list[tuple[str, str, float]],
) -> None:
    rows = [
        BASE._replace(value_text=text, period_label=label, value=value, period=f"p{number}")
        for number, (text, label, value) in enumerate(cells)
    ]
    path = tmp_path_factory.mktemp("export") / "export.csv"
    write_csv(path, rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        loose = [cell for row in list(csv.reader(file))[1:] for cell in (row[12], row[15])]
    assert not [cell for cell in loose if cell.startswith(("=", "+", "-", "@"))]
    book = read_workbook(path)
    found = read_export(book, book.sheets[0], known.directory).statements
    assert [(one.text, one.when.label, one.value) for one in found] == [
        (row.value_text, row.period_label, row.value) for row in rows
    ]


BASE = HeldRow(
    organisation="devon",
    team="devon/assessment",
    role_group="social_workers",
    metric="agency_fte",
    formula="",
    kind="actual",
    basis="fte",
    unit="FTE",
    period_type="undated",
    period="p",
    period_start=None,
    period_end=None,
    period_label="",
    qualifier="",
    value=1.0,
    value_text="",
    status=Status.REPORTED,
    numerator=None,
    denominator=None,
)


def test_the_template_is_read_once_it_is_filled_in(office: Office, tmp_path: Path) -> None:
    from bot.loading.exports import write_template  # noqa: PLC0415

    path = tmp_path / "template.xlsx"
    write_template(path)
    headings = read_workbook(path).sheets[0].rows[0]
    filled = dict.fromkeys(headings, "") | {
        "Council": "Devon", "Team": "MASH", "Role": "Social workers", "Month": "Jul 23",
        "Agency FTE": "3", "Budgeted FTE": "10", "Agency rate": "30%",
    }  # fmt: skip
    lines = [",".join(map(str, headings)), ",".join(filled.values())]
    (tmp_path / "filled.csv").write_text("\n".join(lines), encoding="utf-8")
    reading = office.loader.read(tmp_path / "filled.csv")
    assert (reading.doubts, reading.refused) == ((), [])
    assert {one.metric: one.value for one in reading.statements} == {
        "agency_fte": 3.0,
        "budgeted_fte": 10.0,
        "agency_rate": 30.0,
    }
