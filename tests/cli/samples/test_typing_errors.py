"""Typing errors are small, of every kind, and never another question."""

from random import Random

import pytest
from rapidfuzz.distance import OSA

from bot.cli.samples.typing_errors import ERRORS, Typed, neighbours, with_error

QUESTION = "Agency rate for Social workers in Assessment, 31 March 2024"


def errors(seed: int, count: int = 300) -> list[Typed]:
    random = Random(seed)  # noqa: S311 - no secret
    return [with_error(QUESTION, random) for _ in range(count)]


def test_every_error_changes_the_question() -> None:
    assert QUESTION not in {text for text, _ in errors(seed=1)}


def test_every_kind_of_error_is_made() -> None:
    assert {kind for _, kind in errors(seed=2)} == set(ERRORS)


def test_digits_stay_as_they_are() -> None:
    digits = "312024"
    assert {"".join(filter(str.isdigit, text)) for text, _ in errors(seed=3)} == {digits}


def test_an_error_is_one_key_or_the_end_of_one_word() -> None:
    other = {"the wrong case", "an end chopped off"}
    assert {OSA.distance(QUESTION, text) for text, kind in errors(seed=4) if kind not in other} == {
        1
    }
    chopped = [text for text, kind in errors(seed=4) if kind == "an end chopped off"]
    assert all(len(text.split()) == len(QUESTION.split()) for text in chopped)


def test_the_same_seed_makes_the_same_errors() -> None:
    assert errors(seed=5) == errors(seed=5)
    assert errors(seed=5) != errors(seed=6)


def test_a_text_without_words_is_left_alone() -> None:
    assert with_error("2024", Random(1)) == ("2024", "none")  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("letter", "near"), [("q", "aw"), ("S", "adewxz"), ("m", "jkn"), ("1", "")]
)
def test_neighbouring_keys_are_those_of_a_keyboard(letter: str, near: str) -> None:
    assert neighbours(letter) == near
