"""What each word of a question may stand for."""

import pytest

from bot.pipeline import Knowledge
from bot.question.options import options_of, rejoined, spelled
from bot.question.text.tokens import tokenise


def read_as(known: Knowledge, text: str) -> list[list[str]]:
    """The words each token may be read as; silent ones have none."""
    tokens = tokenise(text)
    return [
        [option.read_as or option.folded for option in found or ()]
        for found in options_of(tokens, known.lexicon.vocabulary)
    ]


def test_a_known_word_stands_for_itself_folded(known: Knowledge) -> None:
    assert read_as(known, "vacancies in Assessment") == [["vacancy"], ["in"], ["assessment"]]


def test_signs_stand_for_their_words(known: Knowledge) -> None:
    assert read_as(known, "C & F + 5 %") == [["c"], ["and"], ["f"], ["plus"], ["5"], ["%"]]


def test_a_silent_token_may_be_run_through(known: Knowledge) -> None:
    tokens = tokenise("long-term")

    assert options_of(tokens, known.lexicon.vocabulary)[1] is None


def test_a_strange_word_stands_for_its_nearest_or_for_nothing(known: Knowledge) -> None:
    assert read_as(known, "agnecy qwertyuiop") == [["agency"], []]


def test_a_capital_within_the_sentence_makes_a_name_unless_all_is_in_capitals(
    known: Knowledge,
) -> None:
    assert _is_far(known, "the Basicaly team", "Basicaly")
    assert not _is_far(known, "THE BASICALY TEAM", "BASICALY")
    assert not _is_far(known, "Basicaly the team", "Basicaly")
    assert not _is_far(known, "Hello. Basicaly the team", "Basicaly")


def test_a_pronoun_with_a_capital_is_believed_only_inside_a_name(known: Knowledge) -> None:
    assert _is_far(known, "headcount for Me in Education", "Me")
    assert not _is_far(known, "headcount for me in Education", "me")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("since setpember", ["since", "september"]),
        ("spet 23", ["sept", "23"]),
        ("agency rate", ["agency", "rate"]),
        ("ferrets (in may)", ["ferrets", "(", "in", "may", ")"]),
    ],
)
def test_periods_are_found_in_the_words_as_corrected(
    known: Knowledge, typed: str, words: list[str]
) -> None:
    tokens = tokenise(typed)

    assert spelled(tokens, options_of(tokens, known.lexicon.vocabulary)) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("agencyrate", ["agency", "rate"]),
        ("permanentrate in devon", ["permanent", "rate", "in", "devon"]),
        ("vacancyrate?", ["vacancy", "rate", "?"]),
        ("agencies", ["agencies"]),  # known
        ("agenccy", ["agenccy"]),  # a typing error is likelier than two words
        ("fterate", ["fterate"[:3], "rate"]),
        ("ratex", ["ratex"]),  # too short to be two
        ("agencyferrets", ["agencyferrets"]),
        ("h1rate", ["h1rate"]),  # not of letters alone
    ],
)
def test_a_forgotten_space_is_put_back_between_two_names(
    known: Knowledge, typed: str, words: list[str]
) -> None:
    tokens = rejoined(tokenise(typed), known.lexicon.vocabulary)

    assert [token.word for token in tokens] == words


def test_rejoined_words_keep_how_they_were_written_and_where(known: Knowledge) -> None:
    first, second = rejoined(tokenise("AgencyRate"), known.lexicon.vocabulary)

    assert (first.written, first.start) == ("Agency", 0)
    assert (second.written, second.start) == ("Rate", 6)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vacancies in safe guarding south", ["vacancies", "in", "safeguarding", "south"]),
        ("share of the work force", ["share", "of", "the", "workforce"]),
        ("agency rate", ["agency", "rate"]),
    ],
)
def test_a_needless_space_is_taken_out_of_a_word_we_know(
    known: Knowledge, text: str, words: list[str]
) -> None:
    tokens = rejoined(tokenise(text), known.lexicon.vocabulary)

    assert [token.word for token in tokens] == words


def _is_far(known: Knowledge, text: str, word: str) -> bool:
    """Whether the readings of a word are believed only inside a phrase."""
    tokens = tokenise(text)
    at = [token.written for token in tokens].index(word)
    found = options_of(tokens, known.lexicon.vocabulary)[at] or ()
    return bool(found) and all(option.far for option in found)
