"""Words of a question that only the report's own paragraph can explain."""

import re
from collections.abc import Sequence

from bot.answer.values import Answer, Figure, Result

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ENDING = re.compile(r"(?<=...)(?:e?ments?|ings?|ions?|ed|es|s|e)$")
_TOO_SHORT = 2
"""Letters up to which a word is in any paragraph."""


def says(result: Result, words: Sequence[str]) -> bool:
    """Whether every figure of an answer stands in a paragraph that says all these words.

    A question may hold words that no name covers ("identified as potential candidates"). They can
    change what is asked for, so they are believed only where the figure's own source says them.
    """
    if not words:
        return True
    if not isinstance(result, Answer):
        return False
    figures = result.figures or result.options
    return bool(figures) and all(_tells(one, words) for one in figures)


def _tells(figure: Figure, words: Sequence[str]) -> bool:
    paragraph = f"{figure.source.quote} {figure.source.section}".lower()
    told = set(_WORD.findall(paragraph))
    asked = [part for word in words for part in _WORD.findall(word.lower())]
    return bool(asked) and all(_is_told(word, told) for word in asked)


def _is_told(word: str, told: set[str]) -> bool:
    long_enough = word.isdigit() or len(word) > _TOO_SHORT
    return long_enough and _stem(word) in {_stem(one) for one in told}


def _stem(word: str) -> str:
    """A word without one ending: "procured" is "procurement", but "intern" is not "internal"."""
    return _ENDING.sub("", word)
