import pytest

from seed import rows
from seed.paths import CATALOGUE
from seed.tables import CatalogueError
from tests.seed.small import Bundle


def test_the_parts_of_a_formula_are_joined(bundle: Bundle) -> None:
    bundle.change("metrics/agency.toml", '["agency_fte"]', '["agency_fte", "agency_workers"]')
    bundle.change("metrics/agency.toml", '[["budgeted_fte"]]', '[["a", "b"], ["c"]]')
    (formula,) = rows.formulas(bundle.files())
    assert (formula["metric"], formula["key"]) == ("agency_rate", "budget")
    assert formula["numerator"] == "agency_fte|agency_workers"
    assert formula["denominator"] == "a|b+c"


def test_a_term_that_names_a_metric_is_explained_by_it(bundle: Bundle) -> None:
    own, of_a_metric = rows.terms(bundle.files())
    assert own["meaning"] == "The first year of a newly qualified social worker."
    assert own.get("source") == "Department for Education"
    assert of_a_metric["meaning"] == "Agency workers as a share of the workforce."
    assert of_a_metric.get("source") == ""


def test_the_organisation_of_a_team_is_the_first_part_of_its_key(bundle: Bundle) -> None:
    social_care, assessment, both = rows.teams(bundle.files())
    assert {team["organisation"] for team in (social_care, assessment, both)} == {"devon"}
    assert (social_care.get("parent"), assessment.get("parent")) == (None, "devon/social_care")
    assert both.get("covers") == ["devon/assessment", "devon/social_care"]


def test_a_metric_is_for_everybody_unless_it_says_otherwise(bundle: Bundle) -> None:
    sensitivities = [metric.get("sensitivity") for metric in rows.metrics(bundle.files())]
    assert sensitivities == ["A", "A", "B"]


def test_a_selector_that_a_caveat_leaves_out_selects_all(bundle: Bundle) -> None:
    (caveat,) = rows.caveats(bundle.files())
    assert (caveat.get("formula"), caveat.get("team"), caveat.get("period")) == (
        "budget",
        None,
        None,
    )


def test_a_source_is_cited_by_its_attribution(bundle: Bundle) -> None:
    (source,) = rows.sources(bundle.files())
    assert source["title"] == "Devon County Council, June 2024"


@pytest.mark.parametrize("file", sorted(path.name for path in CATALOGUE.glob("*.toml")))
def test_a_catalogue_without_one_of_its_files_is_told(bundle: Bundle, file: str) -> None:
    (bundle.catalogue / file).unlink()
    with pytest.raises(CatalogueError, match=f"^{file}: is not there$"):
        bundle.files()
