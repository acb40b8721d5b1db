"""Real English words are no typing errors of ours."""

import pytest

from bot.question.spelling.guard import is_english, is_in_use


@pytest.mark.parametrize("word", ["match", "levers", "spend", "today", "court", "leave", "many"])
def test_words_that_people_use_are_known(word: str) -> None:
    assert is_english(word)
    assert is_in_use(word)


@pytest.mark.parametrize("word", ["employes", "slickness", "mangers"])
def test_a_word_of_the_dictionary_need_not_be_in_use(word: str) -> None:
    assert is_english(word)
    assert not is_in_use(word)


@pytest.mark.parametrize("word", ["agnecy", "vacanices", "safegaurding", "qwertyuiop", ""])
def test_strange_words_are_in_no_dictionary(word: str) -> None:
    assert not is_english(word)
    assert not is_in_use(word)
