"""Words of a question that only the report's own paragraph can explain."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer.values import Answer, Figure, Outcome, Result

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ENDING = re.compile(r"(?<=...)(?:e?ments?|ings?|ions?|ed|es|s|e)$")
_NUMBERS = tuple("nought one two three four five six seven eight nine ten eleven twelve".split())
_TOO_SHORT = 2
"""Letters up to which a word is in any paragraph."""


def confirmed(result: Result, words: Sequence[str]) -> Result | None:
    """The answer, if its figures stand in paragraphs that say all these words; else None.

    A question may hold words that no name covers ("identified as potential candidates"). They can
    change what is asked for, so they are believed only where the figure's own source says them.
    Of several figures those are meant whose own label says them: "after six months".
    """
    if not words:
        return result
    if not isinstance(result, Answer):
        return None
    figures = result.figures or result.options
    labelled = tuple(one for one in figures if _are_told(words, one.qualifier))
    if len(labelled) == 1 and not result.changes:
        return replace(result, outcome=Outcome.ANSWERED, figures=labelled, options=())
    told = bool(figures) and all(_tells(one, words) for one in figures)
    return result if told else None


def _tells(figure: Figure, words: Sequence[str]) -> bool:
    return _are_told(words, f"{figure.source.quote} {figure.source.section}")


def _are_told(words: Sequence[str], text: str) -> bool:
    told = set(_WORD.findall(text.lower()))
    told.update(str(number) for number, name in enumerate(_NUMBERS) if name in told)
    asked = [part for word in words for part in _WORD.findall(word.lower())]
    return bool(asked) and all(_is_told(word, told) for word in asked)


def _is_told(word: str, told: set[str]) -> bool:
    long_enough = word.isdigit() or len(word) > _TOO_SHORT
    return long_enough and _stem(word) in {_stem(one) for one in told}


def _stem(word: str) -> str:
    """A word without one ending: "procured" is "procurement", but "intern" is not "internal"."""
    return _ENDING.sub("", word)
