"""A trie over folded words, walked with every reading a token may have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from bot.question.lexicon.entry import Entry


@dataclass(slots=True)
class Node:
    """A place in the trie: the entry that ends here and the words that go on."""

    entry: Entry | None = None
    next: "dict[str, Node]" = field(default_factory=dict)


class Option(NamedTuple):
    """One word that a token may stand for: folded, at `edits` letters from what was typed.

    One that lies `far` is too strange to be believed alone, only inside a phrase whose other words
    speak for it ("avg leght of service").
    """

    folded: str
    edits: int = 0
    read_as: str = ""
    far: bool = False


Options: TypeAlias = tuple[Option, ...]


class Match(NamedTuple):
    """An entry found at tokens[start:end], with the options taken on the way.

    `edits` are the letters between what was typed and the phrase.
    """

    start: int
    end: int
    entry: Entry
    path: Options
    edits: int = 0


_Reached: TypeAlias = tuple[Node, Options, int]
"""A place in the trie, the options taken on the way there, and their edits."""


class Trie:
    """Phrases by their folded words."""

    def __init__(self) -> None:
        self._root = Node()

    def add(self, words: Iterable[str], entry: Entry) -> None:
        """Put a phrase in."""
        node = self._root
        for word in words:
            node = node.next.setdefault(word, Node())
        if node is not self._root:
            node.entry = entry

    def all_entries(self) -> Iterator[Entry]:
        """Every entry there is."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            if node.entry:
                yield node.entry
            nodes.extend(node.next.values())

    def matches(self, tokens: Sequence[Options | None], start: int) -> list[Match]:
        """Every phrase that begins at `start`; a token of None is silent and may be run through."""
        found: list[Match] = []
        reached: list[_Reached] = [(self._root, (), 0)]
        for at in range(start, len(tokens)):
            options = tokens[at]
            if options is None:
                continue
            reached = _step(reached, options)
            for node, path, edits in reached:
                if node.entry and (not edits or _believable(path)):
                    found.append(Match(start, at + 1, node.entry, path, edits))
            if not reached:
                break
        return found


def _step(reached: Sequence[_Reached], options: Options) -> list[_Reached]:
    """The places one word further, in the order of the readings taken."""
    further = []
    for node, path, edits in reached:
        for option in options:
            if child := node.next.get(option.folded):
                further.append((child, (*path, option), edits + option.edits))  # noqa: PERF401
    return further


def _believable(path: Options) -> bool:
    """Whether enough words speak for those that lie far: two near ones for each."""
    return len(path) >= 3 * sum(option.far for option in path)
