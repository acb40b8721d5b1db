"""The words of the field that a manager may ask about."""

import pytest

from seed import rows
from seed.aliases import alias_rows
from seed.catalogue_files import read_catalogue

ASKED_FOR = """
    asye, nqsw, mash, fte, headcount, send, wf1, cypf, h1, h2, h3, h4, sw, cp, dcs, hos, iro,
    short term sickness, medium term sickness, long term sickness, agency worker, vacancy rate,
    turnover rate, caseload, establishment, in post, ytd, front door, benchmark,
    statistical neighbours, percentage points
"""


@pytest.fixture(scope="module")
def terms() -> dict[str, str]:
    """Give the meaning of each term, by key."""
    return {row["key"]: row["meaning"] for row in rows.terms(read_catalogue())}


def test_there_are_at_least_forty_terms_and_each_is_explained(terms: dict[str, str]) -> None:
    assert len(terms) >= 40
    assert [key for key, meaning in terms.items() if len(meaning.split()) < 4] == []


def test_no_two_terms_have_one_explanation(terms: dict[str, str]) -> None:
    assert len(set(terms.values())) == len(terms)


@pytest.fixture(scope="module")
def words() -> dict[str, str]:
    """Give the term that each word asks for."""
    found = [(row["text"], *row["means"].split(":", 1)) for row in alias_rows(read_catalogue())]
    return {word: key for word, kind, key in found if kind == "term"}


@pytest.mark.parametrize("word", [word.strip() for word in ASKED_FOR.split(",")])
def test_a_word_of_the_field_is_explained(
    terms: dict[str, str], words: dict[str, str], word: str
) -> None:
    assert words[word] in terms
