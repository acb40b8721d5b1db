"""The layouts of a file, each telling the same figures."""

from datetime import date
from pathlib import Path

import pytest

from bot.loading.doubts import IGNORE
from bot.loading.statements import Reading
from tests.loading.reading.conftest import Read
from tests.loading.workbooks import workbook

LONG = (
    "Council,Team,Role,Metric,Month,Value",
    "Devon,Assessment,Social workers,Agency FTE,Jul 23,27",
    "Devon,Assessment,Social workers,Agency FTE,Aug 23,26.5",
    "Devon,MASH,Social workers,Agency FTE,Jul 23,3",
    "Devon,MASH,Social workers,Agency FTE,Aug 23,4",
)
BY_MONTH = (
    "Team,Role,Measure,Jul 23,Aug-23",
    "Assessment,Social workers,Agency FTE,27,26.5",
    "MASH,Social workers,Agency FTE,3,4",
)
BY_METRIC = (
    "Team,Staff group,Month,Agency FTE,Notes",
    "Assessment,Social workers,July 2023,27,ok",
    "Assessment,Social workers,August 2023,26.5,",
    "MASH,Social workers,July 2023,3,",
    "MASH,Social workers,August 2023,4,check",
)
AS_PRINTED = (
    "Social worker roles by team,,",
    "Team,FTE,FTE",
    ",Agency Jul 23,Agency Aug 23",
    "Assessment,27,26.5",
    "MASH,3,4",
)
LAYOUTS = {"long": LONG, "by month": BY_MONTH, "by metric": BY_METRIC, "as printed": AS_PRINTED}


def told(reading: Reading) -> set[tuple[object, ...]]:
    return {
        (one.metric, one.team, one.role_group, one.when.key, one.value)
        for one in reading.statements
    }


DUE = {
    ("agency_fte", "devon/assessment", "social_workers", "2023-07", 27.0),
    ("agency_fte", "devon/assessment", "social_workers", "2023-08", 26.5),
    ("agency_fte", "devon/mash", "social_workers", "2023-07", 3.0),
    ("agency_fte", "devon/mash", "social_workers", "2023-08", 4.0),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_tells_the_same_figures(read: Read, layout: str) -> None:
    reading = read(*LAYOUTS[layout])
    assert (reading.doubts, reading.refused) == ((), [])
    assert told(reading) == DUE


def test_the_cell_of_a_figure_is_the_one_a_spreadsheet_shows(read: Read) -> None:
    places = {str(one.where) for one in read(*BY_MONTH).statements}
    assert places == {"D2", "E2", "D3", "E3"}


def test_headings_of_dates_are_months_where_they_are_shown_as_such(
    read: Read, tmp_path: Path
) -> None:
    headings = ["Team", "Role", "Measure", (date(2023, 7, 1), "month"), (date(2023, 8, 1), "month")]
    rows = [
        headings,
        ["Assessment", "Social workers", "Agency FTE", 27, 26.5],
        ["MASH", "Social workers", "Agency FTE", 3, 4],
    ]
    reading = read(workbook(tmp_path / "figures.xlsx", {"Figures": rows}))
    assert told(reading) == DUE


def test_headings_are_matched_as_questions_are_and_typing_errors_told(read: Read) -> None:
    reading = read("Team,Role,Month,Agencey WTE", "Assesment,Social workers,Jul 23,27")
    assert told(reading) == {("agency_fte", "devon/assessment", "social_workers", "2023-07", 27.0)}
    assert "'Assesment' was read as 'assessment'." in reading.notes


def test_a_heading_that_names_nothing_is_asked_about_and_the_answer_taken(read: Read) -> None:
    lines = ("Team,Role,Month,Agency FTE,Bodies", "Assessment,Social workers,Jul 23,27,31")
    asked = read(*lines)
    assert [one.key for one in asked.doubts] == ["heading:bodies"]
    named = read(*lines, heading__bodies="headcount")
    assert {one.metric for one in named.statements} == {"agency_fte", "headcount"}
    left_out = read(*lines, heading__bodies=IGNORE)
    assert {one.metric for one in left_out.statements} == {"agency_fte"}
    assert left_out.doubts == ()


def test_a_heading_with_two_meanings_is_asked_about_with_both(read: Read) -> None:
    reading = read("Team,Role,Month,Permanent", "Assessment,Social workers,Jul 23,12")
    (doubt,) = reading.doubts
    assert {"metric:permanent_fte", "metric:permanent_employees"} < dict(doubt.options).keys()
    assert reading.statements == []


def test_a_team_of_another_council_is_no_team_of_this_one(read: Read) -> None:
    lines = ("Team,Role,Month,Agency FTE", "Corporate Parenting,Social workers,Jul 23,4")
    assert [one.team for one in read(*lines).statements] == ["devon/corporate_parenting"]
    assert [one.team for one in read(*lines, council="cambridgeshire").statements] == [
        "cambridgeshire/corporate_parenting"
    ]
    (refused,) = read(*lines, council="torbay").refused
    assert "Torbay has no such team" in refused.reason


def test_a_council_that_nothing_names_is_asked(read: Read) -> None:
    reading = read("Team,Role,Month,Agency FTE", "Assessment,Social workers,Jul 23,4", council="")
    assert [one.key for one in reading.doubts] == ["council"]
    assert reading.statements == []


def test_hidden_sheets_are_left_out_and_all_others_read(read: Read, tmp_path: Path) -> None:
    heading = ["Team", "Role", "Month", "Agency FTE"]
    sheets = {
        "July": [heading, ["Assessment", "Social workers", "Jul 23", 27]],
        "August": [heading, ["Assessment", "Social workers", "Aug 23", 26.5]],
        "Draft": [heading, ["Assessment", "Social workers", "Sep 23", 99]],
    }
    reading = read(workbook(tmp_path / "figures.xlsx", sheets, hidden=["Draft"]))
    assert {one.when.key for one in reading.statements} == {"2023-07", "2023-08"}
    assert "The hidden sheet 'Draft' was left out." in reading.notes


def test_headings_that_come_again_are_no_row(read: Read) -> None:
    reading = read(*BY_METRIC, BY_METRIC[0], "Assessment,Social workers,September 2023,25,")
    assert (len(reading.statements), reading.refused) == (5, [])


@pytest.mark.parametrize("heading", ["Still to fill", "To be filled", "Left to find"])
def test_words_that_turn_a_name_into_something_else_are_asked_about(
    read: Read, heading: str
) -> None:
    reading = read(f"Team,Role,Month,{heading}", "Assessment,Social workers,Jul 23,2")
    assert [one.key for one in reading.doubts] == [f"heading:{heading.lower()}"]


@pytest.mark.parametrize(
    ("heading", "metric"),
    [
        ("Number of agency staff", "agency_workers"),
        ("Agency FTE (total)", "agency_fte"),
        ("Current headcount", "headcount"),
        ("Leavers in month", "leavers"),
    ],
)
def test_words_that_change_nothing_are_read_over(read: Read, heading: str, metric: str) -> None:
    reading = read(f"Team,Role,Month,{heading}", "Assessment,Social workers,Jul 23,2")
    assert [one.metric for one in reading.statements] == [metric]
