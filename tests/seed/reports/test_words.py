"""That the words people use are in the catalogue, and the ambiguous ones are marked."""

from collections import defaultdict

import pytest

from seed.aliases import alias_rows
from seed.catalogue_files import read_catalogue
from tests.seed.reports.shared import rows_of

KINDS = {"metric", "team", "role", "benchmark"}  # periods and operations are read by rules

# Why a word that may mean several things elsewhere means one here, by what it is said to mean.
ONE_MEANING = {
    "average_caseload": "the HR cases that Devon also calls caseload are asked for as HR casework",
    "hr_casework_total": "it is the three kinds of HR case together",
    "cases": "it is weak: it means the metric only where the question names no other",
    "in_post_fte": "one metric, whose definition says that Devon counts agency workers in it",
    "in_post_fte_all": "as in_post_fte",
    "agency_fte": "the reports count interims and the project team apart from agency FTE",
    "interims_headcount": "as agency_fte",
    "disabled_children": "no figure is held of the director; the glossary gives both meanings",
    "senior_manager": "as disabled_children",
    "director_of_childrens_services": "as disabled_children",
    "head_of_service": "one role group, whatever the DfE's role of it is in a council",
    "personal_adviser": "no figure is held of personal assistants",
    "frontline": "as an adjective it is no name of anything held",
    "region_E12000009": "with the word region it is not the social workers",
}


Meanings = dict[str, set[str]]


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    """Give what may be asked for by each word of the catalogue; that it is explained is besides."""
    found = defaultdict(set)
    for row in alias_rows(read_catalogue()):
        if not row["means"].startswith("term:"):
            found[row["text"]].add(row["means"])
    return found


def unmarked(meanings: Meanings) -> set[tuple[str, str]]:
    """Give each ambiguous word that means one thing in the catalogue, and what else it may."""
    return {
        (row["term"], row["canonical"])
        for row in rows_of("facts/synonyms.csv")
        if row["ambiguous"] and row["type"] in KINDS
        if is_one(meanings.get(row["term"].lower(), set()))
    }


def is_one(meanings: set[str]) -> bool:
    """Tell whether there is one meaning; a facet has as many as there are subjects."""
    return len(meanings) == 1 and not any("facet:" in means for means in meanings)


def test_an_ambiguous_word_has_all_its_meanings_or_a_reason_for_one(meanings: Meanings) -> None:
    assert [(word, key) for word, key in unmarked(meanings) if key not in ONE_MEANING] == []


def test_every_reason_is_still_of_use(meanings: Meanings) -> None:
    assert {key for _, key in unmarked(meanings)} == set(ONE_MEANING)


def test_a_word_that_loses_a_meaning_would_be_found_out(meanings: Meanings) -> None:
    lost = {**meanings, "cp": {"place:devon/corporate_parenting"}}
    assert unmarked(lost) - unmarked(meanings) == {
        ("CP", "corporate_parenting"),
        ("CP", "children_and_families"),
    }


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("sw", {"role_group:social_workers", "place:south_west"}),
        ("cp", {"place:devon/corporate_parenting", "place:devon/children_and_families"}),
        ("vacancies", {"metric:vacancies", "metric:vacancies_fte"}),
        (
            "front door",
            {"place:devon/whole_front_door", "place:cambridgeshire/integrated_front_door"},
        ),
    ],
)
def test_the_worst_clashes_have_all_their_meanings(
    meanings: Meanings, word: str, means: set[str]
) -> None:
    assert means <= meanings[word]
