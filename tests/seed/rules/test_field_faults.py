import pytest

from tests.seed.small import Bundle

SORTS = {
    "organisations.toml": 'key = "devon"\n',
    "teams.toml": 'key = "devon/both"\n',
    "role_groups.toml": 'key = "women"\n',
    "metrics/agency.toml": 'key = "agency_fte"\n',
    "facets.toml": 'key = "rate"\n',
    "words.toml": 'text = ["agency"]\n',
    "glossary.toml": 'key = "asye"\n',
    "events.toml": 'key = "academy"\n',
    "caveats.toml": 'key = "budget_base"\n',
    "sources.toml": 'key = "devon_2024"\n',
}


@pytest.mark.parametrize(("file", "heading"), SORTS.items())
def test_a_misspelt_field_is_told(bundle: Bundle, file: str, heading: str) -> None:
    bundle.change(file, heading, heading + 'alliases = ["lost"]\n')
    (fault,) = bundle.faults()
    assert fault.startswith(file.rpartition("/")[2] + ", line ")
    assert fault.endswith("field 'alliases' is unknown")


@pytest.mark.parametrize(
    ("file", "field", "fault"),
    [
        ("organisations.toml", 'short_name = "Devon"\n', "line 8: has no short_name"),
        ("teams.toml", 'name = "Social Care"\n', "line 2: has no name"),
        ("role_groups.toml", 'name = "Women"\n', "line 12: has no name"),
        ("agency.toml", 'definition = "Posts that there is money for."\n', "line 35: has no def"),
        ("events.toml", 'month = "2020-09"\n', "line 2: has no month"),
        ("caveats.toml", 'text = "Divides by budgeted FTE."\n', "line 2: has no text"),
        ("sources.toml", 'file = "devon.txt"\n', "line 2: has no file"),
        ("organisations.toml", 'kind = "region"\n', "line 2: has no kind"),
    ],
)
def test_a_field_that_is_missing_is_told(bundle: Bundle, file: str, field: str, fault: str) -> None:
    bundle.change("metrics/agency.toml" if file == "agency.toml" else file, field, "")
    assert bundle.faults()[0].startswith(f"{file}, {fault}")


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("teams.toml", '"Both services"', "2", "teams.toml, line 13: name is no text"),
        ("organisations.toml", '"878"', "878", "organisations.toml, line 8: code is no text"),
        ("teams.toml", '["csc"]', "3", "teams.toml, line 2: aliases is no list of texts"),
        ("facets.toml", '["fte"]', "[1, 2]", "facets.toml, line 7: words is no list of texts"),
        (
            "team_words.toml",
            '["a and i", "duty team"]',
            "[[]]",
            "team_words.toml: assessment is no",
        ),
        (
            "organisations.toml",
            '"council"',
            '"parish"',
            "organisations.toml, line 8: kind 'parish'",
        ),
    ],
)
def test_a_field_of_the_wrong_type_is_told(
    bundle: Bundle, file: str, old: str, new: str, fault: str
) -> None:
    bundle.change(file, old, new)
    (told,) = bundle.faults()
    assert told.startswith(fault)


@pytest.mark.parametrize("field", ["meaning", "source"])
def test_a_term_that_explains_nothing_or_names_no_source_is_told(
    bundle: Bundle, field: str
) -> None:
    (text,) = (line for line in bundle.text("glossary.toml") if line.startswith(field))
    bundle.change("glossary.toml", text + "\n", "")
    assert bundle.faults() == [
        "glossary.toml, line 2: has neither a metric nor a meaning with its source"
    ]
