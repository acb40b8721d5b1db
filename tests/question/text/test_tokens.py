"""A question is cut into words, numbers, dates and the few marks that mean something."""

import pytest

from bot.question.text.tokens import Token, fold, phrase_words, tokenise

CUT = {
    "agency rate": ["agency", "rate"],
    "Children's Services": ["childrens", "services"],
    "2024-03-31": ["2024-03-31"],
    "31/03/2024 or 31.03.24": ["31/03/2024", "or", "31.03.24"],
    "2023/24, 2023-24 and 23/24": ["2023/24", ",", "2023-24", "and", "23/24"],
    "31st March": ["31st", "march"],
    "1,234 of 17.8%": ["1,234", "of", "17.8", "%"],
    "C&F": ["c", "&", "f"],
    "May/June": ["may", "/", "june"],
    "long-term (28 days)": ["long", "-", "term", "(", "28", "days", ")"],
    "jul23 H1": ["jul23", "h1"],
    "July -> March": ["july", "->", "march"],
    "over \u00a344?": ["over", "\u00a3", "44", "?"],
    "snake_case": ["snake", "case"],
    '"quoted" [words] {here}': ["quoted", "words", "here"],
    "": [],
}


@pytest.mark.parametrize(("text", "words"), CUT.items(), ids=repr)
def test_a_question_is_cut_into_its_tokens(text: str, words: list[str]) -> None:
    assert [token.word for token in tokenise(text)] == words


def test_a_token_knows_how_it_was_written_and_where() -> None:
    assert tokenise("the Children's %") == (
        Token("the", "the", 0),
        Token("Children's", "childrens", 4),
        Token("%", "%", 15, is_word=False),
    )


def test_a_token_is_a_word_when_it_holds_a_letter() -> None:
    assert [token.is_word for token in tokenise("rate H1 31st 17.8 ?")] == [
        *(True, True, True),
        *(False, False),
    ]


def test_phrases_run_through_some_marks_and_not_through_others() -> None:
    assert [token.word for token in tokenise("- / ( ) , & % : ;") if token.is_silent] == [
        *("-", "/", "(", ")")
    ]


FOLDED = {
    "vacancies": "vacancy",
    "vacancy": "vacancy",
    "managers": "manager",
    "bosses": "boss",
    "branches": "branch",
    "ties": "tie",
    "sickness": "sickness",
    "census": "census",
    "analysis": "analysis",
    "as": "as",
    "us": "us",
    "perm": "permanent",
    "perms": "permanent",
    "safegd": "safeguarding",
}


@pytest.mark.parametrize(("word", "folded"), FOLDED.items())
def test_plurals_and_short_forms_are_folded_into_one_word(word: str, folded: str) -> None:
    assert fold(word) == folded


PHRASES = {
    "Children & Families": ("children", "and", "family"),
    "Safeguarding (north)": ("safeguarding", "north"),
    "long-term sick": ("long", "term", "sick"),
    "% permanent": ("%", "permanent"),
    "H1 to H4": ("h1", "to", "h4"),
    "18 cases": ("18", "case"),
    "?!": (),
}


@pytest.mark.parametrize(("text", "words"), PHRASES.items())
def test_a_phrase_of_the_lexicon_is_folded_as_a_question_is(
    text: str, words: tuple[str, ...]
) -> None:
    assert phrase_words(text) == words
