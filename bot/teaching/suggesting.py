"""What a word may mean: the metrics, places and role groups whose names are nearest."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from bot.question import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.text.tokens import phrase_words

_KINDS: Final = {Kind.METRIC: "metric", Kind.PLACE: "place", Kind.ROLE_GROUP: "role_group"}
_NEAR: Final = 0.6
"""Least likeness of a name, where 1 is the same: six letters of ten."""

_LEFT_OVER: Final = 0.1
"""What a name loses that has more words than what was typed."""

_FEW: Final = 3


class Meaning(NamedTuple):
    """Something that a word may mean, as an alias has it, and what it is called."""

    means: str
    name: str


def suggestions(
    spelling: str, lexicon: Lexicon, rejected: Collection[str] = (), most: int = _FEW
) -> tuple[Meaning, ...]:
    """What a folded word may mean, nearest first, without what it is known not to mean.

    Likeness is measured as in questions, by letters left out, put in, changed or swapped, but
    reaches farther: an administrator decides here, and nobody there.
    """
    likeness: dict[str, float] = {}
    for means, words in _names(lexicon):
        if means not in rejected:
            likeness[means] = max(likeness.get(means, 0.0), _likeness(spelling.split(), words))
    near = sorted((one for one in likeness.items() if one[1] >= _NEAR), key=lambda one: -one[1])
    return tuple(Meaning(means, called(means, lexicon)) for means, _ in near[:most])


def called(means: str, lexicon: Lexicon) -> str:
    """What a meaning is called; its key where it is no longer there."""
    names = lexicon.directory.names
    kind, _, key = means.partition(":")
    known = {"metric": names.metrics, "place": names.places, "role_group": names.role_groups}
    return known.get(kind, {}).get(key, key)


def _names(lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything that is called something, with the folded words it is called by."""
    for entry in lexicon.trie.all_entries():
        words = phrase_words(entry.text)
        for sense in entry.senses:
            if len(sense) == 1 and sense[0].kind in _KINDS:
                yield f"{_KINDS[sense[0].kind]}:{sense[0].key}", words


def _likeness(typed: Sequence[str], name: Sequence[str]) -> float:
    """How alike two phrases are, from 0 to 1; part of a longer name is nearly the name."""
    size = min(len(typed), len(name))
    said = " ".join(typed)
    parts = (" ".join(name[at : at + size]) for at in range(len(name) - size + 1))
    nearest = max((OSA.normalized_similarity(said, part) for part in parts), default=0.0)
    return nearest - _LEFT_OVER * (len(name) > len(typed))
