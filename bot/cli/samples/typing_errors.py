"""Typing errors as hands make them: one letter, one space or one key gone wrong.

Digits are left alone: with another digit it is another question, which nobody could notice.
"""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]{3,}")
_GAP = re.compile(r"(?<=\w) (?=\w)")

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""The keys of a British keyboard; each row stands half a key to the right of the one above."""


class Typed(NamedTuple):
    """A text with one typing error, and which kind it is."""

    text: str
    error: str


def with_error(text: str, random: Random) -> Typed:
    """The text with one error of a random kind; a text without a word stays as it is."""
    for name in random.sample(sorted(_ERRORS), len(_ERRORS)):
        typed = _ERRORS[name](text, random)
        if typed != text:
            return Typed(typed, name)
    return Typed(text, "none")


def neighbours(letter: str) -> str:
    """The keys around a letter's own, in lower case: "adewxz" for "s", none for a digit."""
    for at, row in enumerate(_ROWS):
        place = row.find(letter.lower())
        if place >= 0:
            beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            above = _ROWS[at - 1][place : place + 2] if at else ""
            below = "".join(_ROWS[at + 1 : at + 2])[max(0, place - 1) : place + 1]
            return "".join(sorted(beside + above + below))
    return ""


def _drop(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _double(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _swap(word: str, random: Random) -> str:
    at = random.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _neighbour_key(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    near = neighbours(word[at])
    return word[:at] + random.choice(near) + word[at + 1 :] if near else word


def _chopped_end(word: str, random: Random) -> str:
    """A word without its last letters; more than half of it is there."""
    return word[: -random.randint(1, max(1, (len(word) - 1) // 3))]


def _wrong_case(word: str, random: Random) -> str:
    return random.choice((word.upper(), word.lower(), word.swapcase()))


def _missing_space(text: str, random: Random) -> str:
    gaps = list(_GAP.finditer(text))
    if not gaps:
        return text
    gap = random.choice(gaps)
    return text[: gap.start()] + text[gap.end() :]


def _in_a_word(make: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    """The error in one word of a text."""

    def spoil(text: str, random: Random) -> str:
        words: Sequence[re.Match[str]] = list(_WORD.finditer(text))
        if not words:
            return text
        word = random.choice(words)
        return text[: word.start()] + make(word[0], random) + text[word.end() :]

    return spoil


_ERRORS: dict[str, Callable[[str, Random], str]] = {
    "a letter left out": _in_a_word(_drop),
    "a letter twice": _in_a_word(_double),
    "two letters swapped": _in_a_word(_swap),
    "a neighbouring key": _in_a_word(_neighbour_key),
    "an end chopped off": _in_a_word(_chopped_end),
    "the wrong case": _in_a_word(_wrong_case),
    "a space left out": _missing_space,
}
ERRORS = tuple(_ERRORS)
"""The kinds of error."""
