import pytest

from tests.seed.small import Bundle

SECOND_EVENT = """
[[event]]
key = "launch"
name = "the launch"
organisation = "devon"
month = "2020-10"
aliases = ["academy launch"]
"""
BUDGETED = 'definition = "Posts that there is money for."\n'


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "alias"),
    [
        ("agency.toml", BUDGETED, BUDGETED + 'aliases = ["locum rate"]\n', 35, "locum rate"),
        ("agency.toml", '["locum rate"]', '["budgeted fte"]', 35, "budgeted fte"),
        ("role_groups.toml", '["sws"]', '["all staff"]', 6, "all staff"),
        ("organisations.toml", '["dcc"]', '["south west"]', 8, "south west"),
        ("teams.toml", '["csc"]', '["duty team"]', 7, "duty team"),
        ("facets.toml", '["fte"]', '["percentage"]', 7, "percentage"),
        ("glossary.toml", '["agency"]', '["asye"]', 9, "asye"),
        (
            "events.toml",
            '["academy launch"]',
            '["academy launch"]\n' + SECOND_EVENT,
            9,
            "academy launch",
        ),
    ],
)
def test_an_alias_that_two_things_of_a_sort_share_is_told(
    bundle: Bundle, file: str, old: str, new: str, line: int, alias: str
) -> None:
    bundle.change("metrics/agency.toml" if file == "agency.toml" else file, old, new)
    (fault,) = bundle.faults()
    assert fault.startswith(f"{file}, line {line}: {alias!r} also names ")
    assert fault.endswith(f"({file}, line 2); put it in words.toml with both meanings")


def test_a_shared_alias_that_words_toml_explains_is_none(bundle: Bundle) -> None:
    bundle.change("role_groups.toml", '["sws"]', '["all staff"]')
    bundle.change("words.toml", '["locums"]', '["locums", "all staff"]')
    assert bundle.faults() == []


def test_teams_of_two_organisations_may_share_a_name(bundle: Bundle) -> None:
    bundle.change("teams.toml", 'key = "devon/both"', 'key = "south_west/both"')
    bundle.change("teams.toml", 'name = "Both services"', 'name = "Assessment"')
    assert bundle.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('"metric:agency_rate"', '"metric:morale"', "metric:morale"),
        ("+role_group:social_workers", "+role_group:men", "role_group:men"),
        ('"metric:agency_rate"', '"place:kent"', "place:kent"),
        ('"metric:agency_rate"', '"facet:new"', "facet:new"),
        ('"metric:agency_rate"', '"weak_facet:new"', "weak_facet:new"),
        ('"metric:agency_rate"', '"event:ofsted"', "event:ofsted"),
        ('"metric:agency_rate"', '"agency_rate"', "agency_rate"),
        ('"metric:agency_rate"', '"mood:good"', "mood:good"),
    ],
)
def test_a_word_that_means_nothing_known_is_told(
    bundle: Bundle, old: str, new: str, part: str
) -> None:
    bundle.change("words.toml", old, new)
    line = 7 if "role_group" in part else 2
    assert bundle.faults() == [f"words.toml, line {line}: {part!r} means nothing known"]


@pytest.mark.parametrize(
    "means", ["place:devon", "place:devon/both", "facet:rate", "weak_facet:rate", "event:academy"]
)
def test_a_word_may_mean_anything_of_the_catalogue(bundle: Bundle, means: str) -> None:
    bundle.change("words.toml", '"metric:agency_rate"', f'"{means}"')
    assert bundle.faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("facets.toml", '["fte"]', "[]", "facets.toml, line 7: has no words"),
        ("words.toml", 'text = ["locums"]\n', "", "words.toml, line 7: has no text"),
        (
            "words.toml",
            '["metric:agency_fte+role_group:social_workers"]',
            "[]",
            "words.toml, line 7",
        ),
    ],
)
def test_a_word_that_says_nothing_is_told(
    bundle: Bundle, file: str, old: str, new: str, fault: str
) -> None:
    bundle.change(file, old, new)
    (told,) = bundle.faults()
    assert told.startswith(fault)
