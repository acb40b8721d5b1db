"""Cells as figures, or as reasons."""

from pathlib import Path

import pytest

from bot.loading.statements import Reading
from db.vocabulary import Status
from tests.loading.reading.conftest import Read
from tests.loading.workbooks import table, workbook

HEAD = "Team,Role,Month,{metric}"
TEAMS = ("Assessment", "MASH", "Corporate Parenting", "Children & Families")


def of(read: Read, metric: str, *cells: str, **answers: str) -> Reading:
    """Read a column of a metric."""
    rows = [
        f'{team},Social workers,Jul 23,"{cell}"' for team, cell in zip(TEAMS, cells, strict=False)
    ]
    return read(HEAD.format(metric=metric), *rows, **answers)


NUMBERS = {"27": 27.0, "27.5": 27.5, "1,234": 1234.0, "+3": 3.0, "12.0 FTE": 12.0, "45*": 45.0}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_read_as_councils_write_them(read: Read, text: str) -> None:
    (one,) = of(read, "Agency FTE", text).statements
    assert (one.value, one.text, one.status) == (NUMBERS[text], text, Status.REPORTED)


SYMBOLS = {
    "c": Status.SUPPRESSED,
    "[c]": Status.SUPPRESSED,
    "low": Status.LOW,
    "u": Status.LOW_RELIABILITY,
    "z": Status.NOT_APPLICABLE,
    "x": Status.NOT_AVAILABLE,
    "n/a": Status.NOT_AVAILABLE,
    "-": Status.NOT_AVAILABLE,
}


@pytest.mark.parametrize("text", SYMBOLS)
def test_symbols_are_reasons_and_never_numbers(read: Read, text: str) -> None:
    (one,) = of(read, "Agency FTE", text).statements
    assert (one.value, one.text, one.status) == (None, text, SYMBOLS[text])


def test_nought_is_a_figure_and_a_blank_is_none(read: Read) -> None:
    reading = of(read, "Agency FTE", "0", "")
    assert [(one.value, one.status) for one in reading.statements] == [(0.0, Status.ZERO)]
    assert [one.team for one in reading.blanks] == ["devon/mash"]


FAULTS = {
    "45,5": "write 45.5 for 45,5",
    "1,23": "write 45.5 for 45,5",
    "NaN": "it is no number",
    "inf": "it is no number",
    "1e308": "larger than any figure",
    "1e999": "it is no number",
    "-3": "cannot be below nought",
    "(5)": "brackets may mean below nought",
    "<5": "a bound and no figure",
    "twelve": "no number and none of the symbols",
    "45%": "counted in FTE",
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_no_figure_is_refused_with_its_cell_and_the_reason(read: Read, text: str) -> None:
    reading = of(read, "Agency FTE", text)
    (refused,) = reading.refused
    assert FAULTS[text] in refused.reason
    assert (str(refused.where), refused.heading, refused.text) == ("D2", "Agency FTE", text)
    assert reading.statements == []


def test_over_establishment_is_a_vacancy_below_nought(read: Read) -> None:
    (one,) = of(read, "Unfilled vacancies", "-1.53").statements
    assert one.value == -1.53


def test_posts_without_people_are_counted_from_nought(read: Read) -> None:
    reading = of(read, "Vacant", "-1", heading__vacant="metric:vacancies")
    assert [one.reason for one in reading.refused] == ["Vacancies cannot be below nought"]


def rates(reading: Reading) -> list[float | None]:
    return [one.value for one in reading.statements]


def test_percentages_with_their_sign_and_without(read: Read) -> None:
    reading = of(read, "Agency rate", "45%", "44", "0", formula__agency_rate="budget")
    assert (rates(reading), reading.doubts) == ([45.0, 44.0, 0.0], ())


def test_a_column_of_fractions_is_asked_about(read: Read) -> None:
    said = {"formula__agency_rate": "budget"}
    asked = of(read, "Agency rate", "0.45", "0.4", **said)
    assert [one.key for one in asked.doubts] == ["scale:agency_rate"]
    assert asked.statements == []
    as_fractions = of(read, "Agency rate", "0.45", "0.4", scale__agency_rate="fraction", **said)
    assert rates(as_fractions) == [45.0, 40.0]
    as_they_are = of(read, "Agency rate", "0.45", "0.4", scale__agency_rate="percent", **said)
    assert rates(as_they_are) == [0.45, 0.4]


def test_a_fraction_among_percentages_is_refused(read: Read) -> None:
    reading = of(read, "Agency rate", "0.45", "45", "45%", formula__agency_rate="budget")
    assert rates(reading) == [45.0, 45.0]
    assert [one.reason for one in reading.refused] == [
        "it looks like a fraction among percentages; write 45% for 0.45"
    ]


def test_a_small_percentage_among_small_ones_is_one(read: Read) -> None:
    reading = of(read, "Sickness rate", "0.8", "1.2", "2.1", formula__sickness_rate="dfe")
    assert rates(reading) == [0.8, 1.2, 2.1]


def test_a_cell_shown_as_a_percentage_is_one(read: Read, tmp_path: Path) -> None:
    rows = [
        ["Team", "Role", "Month", "Agency rate"],
        ["Assessment", "Social workers", "Jul 23", (0.45, "percent")],
        ["MASH", "Social workers", "Jul 23", (0.0, "percent")],
    ]
    path = workbook(tmp_path / "figures.xlsx", {"One": rows})
    reading = read(path, formula__agency_rate="budget")
    assert [(one.value, one.text) for one in reading.statements] == [(45.0, "45%"), (0.0, "0%")]


def test_two_values_for_one_figure_are_both_refused(read: Read) -> None:
    line = "Assessment,Social workers,Jul 23,{}"
    reading = read(HEAD.format(metric="Agency FTE"), line.format(27), line.format(28))
    assert [one.reason for one in reading.refused] == [
        "the file says 28 in D3 for the same figure",
        "the file says 27 in D2 for the same figure",
    ]
    assert reading.statements == []


def test_one_value_said_twice_is_one_figure(read: Read) -> None:
    line = "Assessment,Social workers,Jul 23,27"
    reading = read(HEAD.format(metric="Agency FTE"), line, line)
    assert len(reading.statements) == 1
    assert "1 figure is in the file again, and the same." in reading.notes


def test_names_that_would_be_commands_elsewhere_are_names_without_a_team(
    read: Read, tmp_path: Path
) -> None:
    names = ("=cmd()", "<!channel>", "<@U1>", "@SUM(A1)")
    lines = [f"{name},Social workers,Jul 23,4" for name in names]
    reading = read(table(tmp_path / "a.csv", HEAD.format(metric="Agency FTE"), *lines))
    assert [one.text for one in reading.refused] == list(names)
    assert reading.statements == []
