from seed.aliases import alias_rows
from tests.seed.small import Bundle


def meanings(bundle: Bundle) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in alias_rows(bundle.files()):
        assert row.get("rank") == len(found.setdefault(row["text"], []))
        found[row["text"]].append(row["means"])
    return found


def test_an_alias_means_what_it_stands_with(bundle: Bundle) -> None:
    found = meanings(bundle)
    assert found["locum rate"] == ["metric:agency_rate"]
    assert found["dcc"] == ["place:devon"]
    assert found["childrens services"] == ["place:devon"]
    assert found["csc"] == ["place:devon/social_care"]
    assert found["sws"] == ["role_group:social_workers"]
    assert found["academy launch"] == ["event:academy"]


def test_a_team_takes_the_words_of_the_kind_it_is_like(bundle: Bundle) -> None:
    assert meanings(bundle)["duty team"] == ["place:devon/assessment"]


def test_a_word_of_several_teams_means_each(bundle: Bundle) -> None:
    bundle.change("teams.toml", 'name = "Both services"', 'name = "B"\nlike = "assessment"')
    assert meanings(bundle)["a and i"] == ["place:devon/assessment", "place:devon/both"]


def test_the_meanings_of_words_toml_are_all_there_are_of_a_word(bundle: Bundle) -> None:
    bundle.change("metrics/agency.toml", '["locum rate"]', '["locums", "locum rate"]')
    assert meanings(bundle)["locums"] == ["metric:agency_fte+role_group:social_workers"]


def test_a_glossary_term_is_one_more_meaning_of_an_ambiguous_word(bundle: Bundle) -> None:
    assert meanings(bundle)["agency"] == [
        "weak_metric:agency_rate",
        "weak_metric:agency_fte",
        "term:agency",
    ]


def test_a_meaning_that_is_given_twice_is_one(bundle: Bundle) -> None:
    bundle.change("words.toml", '"metric:agency_fte"]', '"metric:agency_rate"]')
    assert meanings(bundle)["agency"] == ["weak_metric:agency_rate", "term:agency"]


def test_a_strict_facet_and_a_weak_one_are_told_apart(bundle: Bundle) -> None:
    found = meanings(bundle)
    assert found["percentage"] == ["facet:rate"]
    assert found["fte"] == ["weak_facet:fte", "weak_metric:budgeted_fte"]


def test_terms_are_asked_for_in_lower_case(bundle: Bundle) -> None:
    assert meanings(bundle)["asye"] == ["term:asye"]
