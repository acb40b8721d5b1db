import pytest

from tests.seed.small import REPORT, Bundle


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("organisation", "kent"),
        ("team", "devon/intake"),
        ("role_group", "men"),
        ("metric", "morale"),
        ("kind", "guess"),
        ("basis", "hours"),
        ("period_type", "week"),
        ("status", "missing"),
        ("unit", "percent"),
    ],
)
def test_a_word_that_is_not_in_the_catalogue_is_told(bundle: Bundle, field: str, text: str) -> None:
    bundle.set_cells("D-2", **{field: text})
    assert f"devon_2024.csv, line 3 (D-2): {field} {text!r} is unknown" in bundle.faults()


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"formula": "dfe"}, "agency_fte has no formula 'dfe'"),
        ({"section": " "}, "has no section"),
        ({"quote": ""}, "has no quote"),
        ({"line": ""}, "line '' is no number of a line"),
        ({"line": "12-14"}, "line '12-14' is no number of a line"),
        ({"fact": ""}, "has no fact"),
    ],
)
def test_a_statement_that_lacks_its_formula_or_place_is_told(
    bundle: Bundle, cells: dict[str, str], fault: str
) -> None:
    bundle.set_cells("D-3", **cells)
    fact = cells.get("fact", "D-3")
    assert bundle.faults() == [f"devon_2024.csv, line 4 ({fact}): {fault}"]


def test_a_team_of_another_organisation_is_told(bundle: Bundle) -> None:
    bundle.set_cells("D-3", organisation="south_west")
    assert bundle.faults() == [
        "devon_2024.csv, line 4 (D-3): 'devon/assessment' is no team of 'south_west'"
    ]


def test_a_report_that_sources_toml_does_not_name_is_told(bundle: Bundle) -> None:
    bundle.change("sources.toml", '"devon_2024"', '"devon_2023"')
    faults = bundle.faults()
    assert len(faults) == len(bundle.statements())
    assert faults[0] == "devon_2024.csv, line 2 (D-1): no source 'devon_2024' in sources.toml"


def test_two_statements_with_one_id_are_told(bundle: Bundle) -> None:
    bundle.set_cells("D-3", fact="D-2")
    assert bundle.faults() == [
        "devon_2024.csv, line 4 (D-2): has the id of devon_2024.csv, line 3 (D-2)"
    ]


def test_the_line_told_is_that_of_the_file_after_a_quote_over_two_lines(bundle: Bundle) -> None:
    bundle.change(REPORT, "10,45% agency,", '10,"45%\nagency",')
    bundle.set_cells("D-2", metric="morale")
    assert bundle.faults()[0].startswith("devon_2024.csv, line 4 (D-2)")
