"""A census as rows of the store: places by their three digits, figures with their edition."""

from datetime import date
from pathlib import Path

import pytest

from db.catalogue import Organisation
from db.vocabulary import Basis, Kind, PeriodType, Status
from db.writes import NewObservation
from seed.dfe.census import Census, read_census
from seed.dfe.figures import broken_parts, figures_of
from seed.dfe.places import Places, places_of
from seed.files.sheet import read_sheet
from tests.seed.dfe.files import Row, authority, census, write
from tests.shared import shared

DEVON = Organisation(1, "devon", "Devon County Council", "Devon", "council", code="878")


def made(
    folder: Path, rows: list[Row], held: tuple[Organisation, ...] = (DEVON,)
) -> tuple[Census, Places]:
    found = read_census(read_sheet(write(folder, rows)))
    return found, places_of(found.entries, held)


def figure(folder: Path, rows: list[Row], organisation: str, column: str) -> NewObservation:
    found, places = made(folder, rows)
    (one,) = (
        figure
        for figure in figures_of(found, places)
        if figure["series"].organisation == organisation
        and figure["section"].endswith(f"column {column}")
        and figure["period_end"] == date(2025, 9, 30)
    )
    return one


def test_a_held_authority_keeps_its_key_and_new_ones_get_their_names(tmp_path: Path) -> None:
    _, places = made(tmp_path, census())
    keys = [row["key"] for row in places.organisations]
    assert keys == ["england", "south_west", "north_east", "devon", "torbay", "sunderland"]
    sunderland = places.organisations[-1]
    assert (sunderland["region"], sunderland["code"]) == ("north_east", "394")


def test_a_rate_is_a_snapshot_with_its_parts_formula_and_edition(tmp_path: Path) -> None:
    one = figure(tmp_path, census(), "devon", "agency_rate_fte")
    series = one["series"]
    assert (series.metric, series.formula, series.kind) == ("agency_rate", "dfe", Kind.ACTUAL)
    assert (series.basis, series.role_group, series.unit) == (Basis.FTE, "social_workers", "%")
    assert (one["period_type"], one["period_key"]) == (PeriodType.DAY, "2025-09-30")
    assert (one["value"], one["numerator"], one["denominator"]) == (9.1, 20, 220)
    assert (one["edition"], one["line"]) == ("2026-03", 11)


def test_a_flow_covers_the_year_to_september(tmp_path: Path) -> None:
    one = figure(tmp_path, census(), "england", "turnover_rate_fte")
    assert (one["period_type"], one["period_key"]) == (PeriodType.CENSUS_YEAR, "2025")
    assert one["period_start"] == date(2024, 10, 1)
    assert one["series"].kind is Kind.BENCHMARK


def test_a_release_prints_one_decimal_place_and_whole_people(tmp_path: Path) -> None:
    assert figure(tmp_path, census(), "devon", "turnover_rate_fte")["value_text"] == "5.0"
    assert figure(tmp_path, census(), "devon", "cases")["value_text"] == "3200"


def test_a_symbol_is_no_value(tmp_path: Path) -> None:
    rows = census()
    rows[-1] |= {"agency_rate_fte": "low", "agency_fte": "low"}
    one = figure(tmp_path, rows, "sunderland", "agency_rate_fte")
    assert (one["status"], one["value"], one["value_text"]) == (Status.LOW, None, "low")
    assert one["numerator"] is None


def test_a_rate_that_its_parts_contradict_says_so(tmp_path: Path) -> None:
    rows = census()
    rows[-1] |= {"agency_rate_fte": "12.4"}
    one = figure(tmp_path, rows, "sunderland", "agency_rate_fte")
    assert (one["value"], one["note"]) == (12.4, "Sunderland's published parts give 9.1, not 12.4.")
    assert broken_parts(made(tmp_path, rows)[0]) == 1
    assert broken_parts(made(tmp_path, census())[0]) == 0


def joint(year: int) -> Row:
    both = {
        "old_la_code": "878 / 880",
        "new_la_code": "E10000008 / E06000027",
        "la_name": "Devon / Torbay",
    }
    return authority(year, "878", 400) | both


def test_a_joint_return_is_one_organisation_by_the_first_code(tmp_path: Path) -> None:
    rows = [one for one in census(2025) if one["la_name"] not in {"Devon", "Torbay"}]
    _, places = made(tmp_path, [*rows, joint(2025)])
    both = places.organisations[-1]
    assert (both["key"], both["code"], both["name"]) == ("devon", "878 / 880", "Devon / Torbay")


def test_a_row_to_which_nothing_applies_is_in_another_ones_return(tmp_path: Path) -> None:
    rows = census(2025)
    rows[3] = authority(2025, "878", 400)
    identity = {name: text for name, text in rows[4].items() if name.endswith(("name", "code"))}
    fixed = {name: rows[4][name] for name in ("time_period", "time_identifier", "geographic_level")}
    rows[4] = dict.fromkeys(rows[4], "z") | identity | fixed
    found, places = made(tmp_path, rows)
    assert "torbay" not in {row["key"] for row in places.organisations}
    assert {figure["series"].organisation for figure in figures_of(found, places)} == {
        "england",
        "south_west",
        "north_east",
        "devon",
        "sunderland",
    }


def test_a_new_code_for_an_old_name_is_another_authority(tmp_path: Path) -> None:
    rows = census()
    for one in rows[6:]:
        if one["la_name"] == "Torbay":
            one["old_la_code"] = "881"
    _, places = made(tmp_path, rows)
    named = {row["code"]: row["name"] for row in places.organisations if row["code"]}
    assert (named["880"], named["881"]) == ("Torbay (to 2024)", "Torbay")
    assert len({row["key"] for row in places.organisations}) == len(places.organisations)


def test_a_new_code_of_statistics_for_the_same_digits_is_the_same_authority(
    tmp_path: Path,
) -> None:
    rows = census()
    rows[-1] |= {"new_la_code": "E08000099"}
    _, places = made(tmp_path, rows)
    assert [row["ons_code"] for row in places.organisations if row["key"] == "sunderland"] == [
        "E08000099"
    ]


@pytest.fixture(scope="module")
def published() -> tuple[Census, Places]:
    found = read_census(read_sheet(shared("reference", "csww_indicators_2017_to_2025.csv")))
    return found, places_of(found.entries, [DEVON])


def test_the_published_places(published: tuple[Census, Places]) -> None:
    _, places = published
    by_code = {row["code"]: row for row in places.organisations if row["code"]}
    assert by_code["878"]["key"] == "devon"
    assert by_code["835"]["name"] == "Dorset (to 2018)"
    assert by_code["314 / 318"]["key"] == "kingston_upon_thames"
    assert by_code["370"]["ons_code"] == "E08000038"
    regions = {row["key"]: row["region"] for row in places.organisations}
    assert (regions["camden"], regions["inner_london"]) == ("inner_london", "london")


def test_the_published_figures(published: tuple[Census, Places]) -> None:
    found, places = published
    figures = list(figures_of(found, places))
    assert len(figures) == 1463 * 22
    totals = {"england", "west_midlands", "london", "outer_london"}
    contradicted = {
        figure["series"].organisation
        for figure in figures
        if "published parts" in figure["note"]
        and figure["section"].endswith("column agency_rate_fte")
    }
    assert contradicted == totals
