"""Totals, formulas, and what is no business of Muster's."""

import pytest

from seed.files.faults import FileFaultsError
from tests.loading.reading.conftest import Read

HEAD = "Team,Role,Month,Agency FTE"
FOUR = ("Assessment", "Children & Families", "Corporate Parenting", "Disabled Children's Service")


def rows(*cells: str) -> list[str]:
    return [f"{team},Social workers,Jul 23,{cell}" for team, cell in zip(FOUR, cells, strict=False)]


def test_a_total_is_that_of_the_team_that_covers_the_rows(read: Read) -> None:
    reading = read(HEAD, *rows("1", "2", "3", "4"), "Total,Social workers,Jul 23,10")
    assert [one.value for one in reading.statements if one.team == "devon/all_four_services"] == [
        10
    ]


def test_a_total_over_rows_that_no_team_covers_is_checked_and_left_out(read: Read) -> None:
    reading = read(HEAD, *rows("1", "2"), "Grand total,Social workers,Jul 23,3")
    assert len(reading.statements) == 2
    assert "1 total was checked against the rows and not loaded." in reading.notes


def test_a_total_that_its_rows_do_not_add_up_to_is_refused(read: Read) -> None:
    reading = read(HEAD, *rows("1", "2", "3", "4"), "Total,Social workers,Jul 23,11")
    assert [one.reason for one in reading.refused] == ["its rows add up to 10"]
    assert len(reading.statements) == 4


RATES = "Team,Role,Month,Agency FTE,Budgeted FTE,Perm FTE,Agency rate"


def test_a_rate_has_the_formula_that_the_figures_beside_it_give(read: Read) -> None:
    lines = (
        "Assessment,Social workers,Jul 23,27,44,12,69%",
        "MASH,Social workers,Jul 23,27,44,12,61%",
    )
    found = {one.team: one for one in read(RATES, *lines).statements if one.metric == "agency_rate"}
    by_people, by_budget = found["devon/assessment"], found["devon/mash"]
    assert (by_people.formula, by_people.numerator, by_people.denominator) == ("dfe", 27.0, 39.0)
    assert (by_budget.formula, by_budget.numerator, by_budget.denominator) == ("budget", 27.0, 44.0)


def test_a_rate_that_no_formula_gives_says_so(read: Read) -> None:
    reading = read(RATES, "Assessment,Social workers,Jul 23,27,44,12,50%")
    assert [one.formula for one in reading.statements if one.unit == "%"] == ["unstated"]
    assert reading.warnings == ["G2: Agency rate 50% follows from none of the figures beside it."]


def test_what_a_rate_is_divided_by_is_asked_where_the_file_does_not_tell(read: Read) -> None:
    lines = ("Team,Role,Month,Agency rate", "Assessment,Social workers,Jul 23,69%")
    assert [one.key for one in read(*lines).doubts] == ["formula:agency_rate"]
    (one,) = read(*lines, formula__agency_rate="budget").statements
    assert one.formula == "budget"


PRIVATE = {
    "a heading of names": ("Employee name,Team,Month,Agency FTE", "x,MASH,Jul 23,1"),
    "a heading of birth dates": ("Team,DOB,Month,Agency FTE", "MASH,1,Jul 23,1"),
    "a heading of SWE numbers": ("Team,SWE number,Month,FTE", "MASH,1,Jul 23,1"),
    "NI numbers": ("Team,Ref,Month,FTE", *(f"MASH,AB12345{n}C,Jul 23,1" for n in range(4))),
    "SWE numbers": ("Team,Ref,Month,FTE", *(f"MASH,SW10{n}23,Jul 23,1" for n in range(4))),
    "e-mail addresses": ("Team,Ref,Month,FTE", *(f"MASH,a{n}@b.uk,Jul 23,1" for n in range(4))),
    "names": ("Team,Who,Month,FTE", *(f'MASH,"Smith, Jan{n}",Jul 23,1' for n in "eis")),
}


@pytest.mark.parametrize("what", PRIVATE)
def test_data_about_single_people_is_refused_whole(read: Read, what: str) -> None:
    with pytest.raises(FileFaultsError, match="no data about single people"):
        read(*PRIVATE[what])


@pytest.mark.parametrize(
    "lines", [("Team,Month,Agency FTE",), ("a,b", "1,2"), ("Figures of our teams",)]
)
def test_a_file_without_a_table_is_refused(read: Read, lines: tuple[str, ...]) -> None:
    with pytest.raises(FileFaultsError, match="no row has headings"):
        read(*lines)
