"""Texts nobody would type, some of them nonsense that must never get a figure."""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from spellchecker import SpellChecker

from bot.question import Lexicon
from bot.question.text.tokens import tokenise

_MARKUP = (
    *("<@U012AB3CD>", "<#C024BE91L|general>", "<!here>", "<https://example.org|{}>", "<{}", "{}>"),
    *(
        "*{}*",
        "_{}_",
        "~{}~",
        "`{}`",
        "```{}```",
        ":{}:",
        "&gt; {}",
        "&amp;{}&lt;",
        "&#{};",
        "|{}|",
    ),
    *("'; DROP TABLE observation; --", "{{{}}}", "%s%n", "${{{}}}", "\x00{}", "\u200b{}\u202e"),
)
_RANGES = (
    *((0x00, 0x7F), (0x80, 0x24F), (0x300, 0x36F), (0x590, 0x6FF), (0x2000, 0x206F)),
    *((0x3040, 0x30FF), (0x1F300, 0x1FAFF), (0xD800, 0xDFFF), (0xE000, 0xF8FF), (0, 0x10FFFF)),
)
"""Of Unicode: plain, accented, combining, right to left, invisible, Japanese, emoji, halves."""

_MOST_WORDS = 14
_MOST_CHARACTERS = 120
_VERY_LONG = 45_000


class Text(NamedTuple):
    """A random text; `nonsense` says that no word of it is one of ours."""

    words: str
    kind: str
    nonsense: bool


class _Kind(NamedTuple):
    """A kind of text, and how often it is drawn."""

    name: str
    make: Callable[[], str]
    nonsense: bool
    weight: int


class Texts:
    """Makes random texts of every kind."""

    def __init__(self, lexicon: Lexicon, random: Random) -> None:
        self._random = random
        phrases = [entry.text for entry in lexicon.trie.all_entries()]
        self._ours = sorted({word for phrase in phrases for word in phrase.split()})
        english = SpellChecker().word_frequency.words()
        self._others = sorted(word for word in english if not _holds_ours(word, lexicon))
        self._kinds = (
            _Kind("words we do not know", self._strange_words, nonsense=True, weight=30),
            _Kind("random characters", self._characters, nonsense=True, weight=20),
            _Kind("marked-up words we do not know", self._marked_up, nonsense=True, weight=15),
            _Kind("very long", self._very_long, nonsense=True, weight=1),
            _Kind("our own words, shuffled", self._shuffled, nonsense=False, weight=24),
            _Kind("our words among others", self._mixed, nonsense=False, weight=10),
        )
        self._weights = [kind.weight for kind in self._kinds]

    def draw(self) -> Text:
        """One text."""
        kind = self._random.choices(self._kinds, self._weights)[0]
        return Text(kind.make(), kind.name, kind.nonsense)

    def _some(self, words: Sequence[str]) -> list[str]:
        return self._random.choices(words, k=self._random.randint(1, _MOST_WORDS))

    def _strange_words(self) -> str:
        return " ".join(self._some(self._others))

    def _characters(self) -> str:
        ranges = self._random.choices(_RANGES, k=self._random.randint(0, _MOST_CHARACTERS))
        return "".join(chr(self._random.randint(first, last)) for first, last in ranges)

    def _marked_up(self) -> str:
        return " ".join(self._mark(word) for word in self._some(self._others))

    def _very_long(self) -> str:
        word = f"{self._random.choice(self._others)} "
        return word * (self._random.randint(0, _VERY_LONG) // len(word))

    def _shuffled(self) -> str:
        return " ".join(self._some(self._ours))

    def _mixed(self) -> str:
        words = [*self._some(self._ours), *self._some(self._others)]
        self._random.shuffle(words)
        return " ".join(self._mark(word) for word in words)

    def _mark(self, word: str) -> str:
        """The word, every third time inside some markup."""
        return word if self._random.randrange(3) else self._random.choice(_MARKUP).format(word)


def _holds_ours(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of ours as a question has it: "departure's" is "departures"."""
    return any(lexicon.vocabulary.knows(token.word) for token in tokenise(word))
