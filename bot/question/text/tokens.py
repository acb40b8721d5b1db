"""Plain text to tokens: words, numbers, dates and the few symbols that mean something."""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.question.vocabulary import SHORTHAND

_TOKEN = re.compile(
    r"""
      [^\W\d_]+(?!['\w])                     # a plain word, looked for first: most are
    | \d{4}-\d{1,2}-\d{1,2}                   # 2024-03-31
    | \d{1,2}[/.]\d{1,2}[/.]\d{2,4}           # 31/03/2024
    | \d{4}[/-]\d{2,4}(?!\d) | \d{2}/\d{2}(?!\d)  # 2023/24, 2023-24, 23/24
    | \d+(?:st|nd|rd|th)(?![a-z])             # 31st
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?            # 1,234
    | \d+\.\d+                                # 17.8
    | (?:19|20)\d\d(?=[^\W\d_]{3})           # 2023 of "2023new": a forgotten space
    | [^\W\d_]{2,}(?=(?:19|20)\d\d(?!\d))    # in of "in2022"
    | [^\W_]+(?:'[^\W_]+)*                    # words, h1, jul23, children's
    | -> | [&%£+/<>,:;?!.()-]
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LETTER = re.compile(r"[^\W\d_]")

_SILENT = frozenset("-/'()")
"""Symbols that may stand inside a phrase without changing it: long-term, male/female."""


SYMBOL_WORDS = {"&": "and", "+": "plus"}
"""Symbols that people type for words."""


class Token(NamedTuple):
    """One piece of the question.

    `written` is as typed; `word` is lower case without apostrophes; `start` is where it stands in
    the cleaned text; `is_word` says whether it holds a letter (h1 and 31st do).
    """

    written: str
    word: str
    start: int
    is_word: bool = True

    @property
    def is_silent(self) -> bool:
        """Whether a phrase may run through it."""
        return self.word in _SILENT


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a cleaned question, in order."""
    return tuple([_token(match) for match in _TOKEN.finditer(text)])


def _token(match: re.Match[str]) -> Token:
    written = match[0]
    word, is_word = _word(written)
    return Token(written, word, match.start(), is_word)


@lru_cache(maxsize=20_000)
def _word(written: str) -> tuple[str, bool]:
    """The word as it is looked up, and whether it holds a letter."""
    word = written.casefold().replace("'", "")
    return word, _LETTER.search(word) is not None


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word in its one form: without plural or possessive s, and short forms written out.

    So "vacancies" meets "vacancy" and "perms" "permanent". The same is done in the lexicon, so it
    need not be good English, only the same twice.
    """
    singular = SHORTHAND.get(word) or _singular(word)
    return SHORTHAND.get(singular, singular)


def _singular(word: str) -> str:
    if len(word) < 3 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):  # noqa: PLR2004 - "as", "us"
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - not "dies"
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]


def phrase_words(text: str, marks: str = "%&+") -> tuple[str, ...]:
    """The folded words of a phrase of the lexicon, as the cover will meet them in a question.

    Of its signs only `marks` count.
    """
    return tuple(
        folded
        for token in tokenise(text)
        if (folded := fold(SYMBOL_WORDS.get(token.word, token.word))) not in _SILENT
        and (token.is_word or token.word in marks or token.word.isdigit())
    )
