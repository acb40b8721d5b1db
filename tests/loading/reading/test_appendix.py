"""Devon's appendix as printed, against the figures that were read from it by hand."""

import csv
from pathlib import Path

from bot.loading.read import read_tables
from bot.loading.statements import Statement
from bot.loading.words import Wording
from seed.grids import read_workbook
from seed.paths import REPORTS
from tests.loading.appendix import ANSWERS, appendix
from tests.loading.reading.conftest import Read

FOOTNOTES = {"temporary_budget_increase"}
SECTIONS = ("roles by service, 31", "roles monthly", "leadership by service", "leadership monthly")


def by_hand() -> dict[tuple[str, ...], float]:
    """Give the figures of the four tables, as the report's own file has them."""
    with (REPORTS / "devon_2024.csv").open(encoding="utf-8") as file:
        return {
            (row["metric"], row["team"], row["role_group"], row["period"], row["formula"]): float(
                row["value"]
            )
            for row in csv.DictReader(file)
            if any(part in row["section"] for part in SECTIONS)
            and row["value"]
            and row["metric"] not in FOOTNOTES
        }


def key(one: Statement) -> tuple[str, ...]:
    return (one.metric, one.team or "", one.role_group, one.when.key, one.formula or "")


def test_every_figure_of_the_four_tables_is_the_one_that_was_read_by_hand(
    wording: Wording, tmp_path: Path
) -> None:
    book = read_workbook(appendix(tmp_path / "appendix.xlsx"))
    reading = read_tables(book, wording, ANSWERS, "devon")
    assert (reading.doubts, reading.refused, reading.warnings) == ((), [], [])
    found = {key(one): one.value for one in reading.statements}
    due = by_hand()
    assert len(due) > 180
    assert found == due


def test_a_table_that_does_not_say_whose_figures_it_holds_is_asked_about(
    read: Read, tmp_path: Path
) -> None:
    reading = read(appendix(tmp_path / "appendix.xlsx"))
    assert {one.key for one in reading.doubts} == set(ANSWERS)
    assert {one.when.key for one in reading.statements} == {"2024-03-31"}
    offered = {one.key: dict(one.options) for one in reading.doubts}
    assert all("devon/all_four_services" in offered[one] for one in ANSWERS if "place:" in one)
