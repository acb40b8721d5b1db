import pytest

from tests.seed.small import FILES, Bundle

UNKNOWN = [
    ("organisations.toml", 'region = "south_west"', 'region = "east"', 8, "region 'east'"),
    ("teams.toml", 'parent = "devon/social_care"', 'parent = "devon/x"', 7, "parent 'devon/x'"),
    ("teams.toml", '["devon/assessment", ', '["devon/x", ', 13, "covers 'devon/x'"),
    ("role_groups.toml", '["women", "', '["men", "', 17, "combines 'men'"),
    ("role_groups.toml", 'parent = "all_staff"\naliases', 'parent = "x"\naliases', 6, "parent 'x'"),
    ("facets.toml", '"budgeted_fte"', '"morale"', 7, "alone 'morale'"),
    ("glossary.toml", '"agency_rate"', '"morale"', 9, "metric 'morale'"),
    ("events.toml", '"devon"', '"kent"', 2, "organisation 'kent'"),
    ("sources.toml", '"devon"', '"kent"', 2, "publisher 'kent'"),
    ("caveats.toml", '"devon"', '"kent"', 2, "organisation 'kent'"),
    ("caveats.toml", '"budget"', '"dfe"', 2, "formula 'dfe'"),
    ("caveats.toml", '"budget"', '"budget"\nteam = "devon/x"', 2, "team 'devon/x'"),
    ("caveats.toml", '"budget"', '"budget"\nrole_group = "men"', 2, "role_group 'men'"),
    ("caveats.toml", '"agency_rate"\norg', '"agency"\norg', 2, "metric 'agency'"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "named"), UNKNOWN)
def test_a_key_that_names_nothing_is_told(
    bundle: Bundle, file: str, old: str, new: str, line: int, named: str
) -> None:
    bundle.change(file, old, new)
    assert f"{file}, line {line}: {named} is unknown" in bundle.faults()


def test_a_caveat_may_name_a_formula_of_any_metric(bundle: Bundle) -> None:
    bundle.change("caveats.toml", 'metric = "agency_rate"\n', "")
    assert bundle.faults() == []


@pytest.mark.parametrize(
    "file", [name for name in FILES if name.endswith(".toml") and "words" not in name]
)
def test_a_key_that_two_rows_of_a_sort_have_is_told(bundle: Bundle, file: str) -> None:
    text = FILES[file].strip().split("\n\n")[0]
    bundle.change(file, text, f"{text}\n\n{text}")
    name, key = file.rpartition("/")[2], text.splitlines()[1].split('"')[1]
    second = text.count("\n") + 4
    assert f"{name}, line {second}: {key!r} is already the key of {name}, line 2" in bundle.faults()


def test_a_team_of_no_organisation_is_told(bundle: Bundle) -> None:
    bundle.change("teams.toml", 'key = "devon/both"', 'key = "kent/both"')
    assert bundle.faults() == [
        "teams.toml, line 13: 'kent/both' does not begin with an organisation's key"
    ]


def test_a_team_like_nothing_that_has_words_is_told(bundle: Bundle) -> None:
    bundle.change("teams.toml", 'like = "assessment"', 'like = "intake"')
    assert bundle.faults() == [
        "teams.toml, line 7: no words in team_words.toml for 'intake'",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "faults"),
    [
        (
            "organisations.toml",
            'kind = "region"',
            'kind = "region"\nregion = "devon"',
            {2: "south_west", 9: "devon"},
        ),
        (
            "teams.toml",
            'name = "Social Care"',
            'name = "Social Care"\nparent = "devon/assessment"',
            {2: "devon/social_care", 8: "devon/assessment"},
        ),
        (
            "role_groups.toml",
            'name = "All staff"',
            'name = "All staff"\nparent = "all_staff"',
            {2: "all_staff"},
        ),
    ],
)
def test_rows_that_are_part_of_each_other_are_told(
    bundle: Bundle, file: str, old: str, new: str, faults: dict[int, str]
) -> None:
    bundle.change(file, old, new)
    assert bundle.faults() == [
        f"{file}, line {line}: {key!r} is part of itself" for line, key in faults.items()
    ]
