"""A trie over folded words, walked with every reading a token may have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from bot.question.lexicon.entry import Entry


@dataclass(slots=True)
class Node:
    """A place in the trie: the entries that end here and the words that go on."""

    entries: list[Entry] = field(default_factory=list)
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
    """An entry found at tokens[start:end], with the options taken on the way."""

    start: int
    end: int
    entry: Entry
    path: Options

    @property
    def edits(self) -> int:
        """Letters between what was typed and the phrase."""
        return sum(option.edits for option in self.path)


class Trie:
    """Phrases by their folded words."""

    def __init__(self) -> None:
        self._root = Node()

    def add(self, words: Iterable[str], entry: Entry) -> None:
        """Put a phrase in; the same words may hold several entries."""
        node = self._root
        for word in words:
            node = node.next.setdefault(word, Node())
        if node is not self._root:
            node.entries.append(entry)

    def entries(self, words: Iterable[str]) -> Sequence[Entry]:
        """The entries of exactly these words."""
        node = self._root
        for word in words:
            found = node.next.get(word)
            if found is None:
                return ()
            node = found
        return node.entries

    def all_entries(self) -> Iterator[Entry]:
        """Every entry there is."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            yield from node.entries
            nodes.extend(node.next.values())

    def matches(self, tokens: Sequence[Options | None], start: int) -> list[Match]:
        """Every phrase that begins at `start`; a token of None is silent and may be run through."""
        found: list[Match] = []
        self._walk(self._root, tokens, start, start, (), found)
        return found

    def _walk(
        self,
        node: Node,
        tokens: Sequence[Options | None],
        start: int,
        at: int,
        path: Options,
        found: list[Match],
    ) -> None:
        if at == len(tokens):
            return
        options = tokens[at]
        if options is None:
            if path:
                self._walk(node, tokens, start, at + 1, path, found)
            return
        for option in options:
            child = node.next.get(option.folded)
            if child is None:
                continue
            taken = (*path, option)
            if _believable(taken):
                found.extend(Match(start, at + 1, entry, taken) for entry in child.entries)
            if child.next:
                self._walk(child, tokens, start, at + 1, taken, found)


def _believable(path: Options) -> bool:
    """Whether enough words speak for those that lie far: two near ones for each."""
    far = sum(option.far for option in path)
    return len(path) >= 3 * far
