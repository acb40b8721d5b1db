"""Everything the catalogue names can be met in a question, in the ways people write it."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Query
from bot.question import read
from bot.question.lexicon.entry import Kind


def met(known: Knowledge, text: str) -> set[tuple[Kind, str]]:
    """What the phrases of a text may mean."""
    covers = read(text, known.lexicon).covers
    return {
        (meaning.kind, meaning.key)
        for span in covers[0].spans
        if span.entry
        for sense in span.entry.senses
        for meaning in sense
    }


MET = {
    "agency rate": (Kind.METRIC, "agency_rate"),
    "Unfilled vacancies in FTE": (Kind.METRIC, "vacancies_fte"),
    "Devon": (Kind.PLACE, "devon"),
    "Devon County Council": (Kind.PLACE, "devon"),
    "Cambs": (Kind.PLACE, "cambridgeshire"),
    "Safeguarding (north)": (Kind.PLACE, "cambridgeshire/safeguarding_north"),
    "safeguarding north": (Kind.PLACE, "cambridgeshire/safeguarding_north"),
    "north safeguarding": (Kind.PLACE, "cambridgeshire/safeguarding_north"),
    "C&F": (Kind.PLACE, "devon/children_and_families"),
    "social workers": (Kind.ROLE_GROUP, "social_workers"),
    "SWs": (Kind.ROLE_GROUP, "social_workers"),
    "mgrs": (Kind.ROLE_GROUP, "management_and_leadership"),
    "pct": (Kind.FACET, "rate"),
    "how many": (Kind.WEAK_FACET, "count"),
    "improved": (Kind.CUE, "change"),
    "the learning academy launched": (Kind.EVENT, "learning_academy"),
    "EVP": (Kind.TERM, "evp"),
}


@pytest.mark.parametrize(("text", "meaning"), MET.items(), ids=repr)
def test_names_aliases_and_cues_are_met(
    known: Knowledge, text: str, meaning: tuple[Kind, str]
) -> None:
    assert meaning in met(known, text)


def test_a_phrase_without_meaning_is_met_too(known: Knowledge) -> None:
    assert met(known, "please") == {(Kind.FILLER, "")}


def test_a_word_that_is_a_name_is_never_without_meaning(known: Knowledge) -> None:
    names = {
        entry.text
        for entry in known.lexicon.trie.all_entries()
        if len({meaning.kind is Kind.FILLER for sense in entry.senses for meaning in sense}) > 1
    }

    assert names == set()


def test_staff_counts_people_where_nothing_else_is_counted(known: Knowledge) -> None:
    assert known.lexicon.people == ("headcount", "staff_in_post_fte")


def test_strict_facets_are_those_that_may_not_be_ignored(known: Knowledge) -> None:
    assert {"rate", "fte", "new"} <= known.lexicon.strict_facets
    assert "count" not in known.lexicon.strict_facets


def test_a_part_of_a_name_finds_its_team_within_a_council(known: Knowledge) -> None:
    lexicon = known.lexicon

    assert lexicon.teams_with("south", ["cambridgeshire"]) == ("cambridgeshire/safeguarding_south",)
    assert lexicon.teams_with("south", ["devon"]) == ()
    assert lexicon.teams_with("unheard", ["devon"]) == ()


def test_a_word_that_names_a_figure_too_is_still_a_word_of_the_glossary(known: Knowledge) -> None:
    for text in ("MASH", "headcount", "agency rate"):
        (span,) = read(text, known.lexicon).covers[0].spans
        assert span.entry is not None
        assert span.entry.text in known.lexicon.terms


@pytest.mark.parametrize(
    "text",
    [
        "agency rate, Safeguarding (north)",
        "agency rate, safeguarding - north",
        "the north's safeguarding agency rate",
    ],
)
def test_a_bracketed_name_is_read_in_either_order(known: Knowledge, text: str) -> None:
    reading = read(text, known.lexicon).reading

    assert isinstance(reading, Query)
    assert reading.places == (("cambridgeshire/safeguarding_north",),)
