"""The senses of an entry, grouped into alternatives a reader may choose from.

Senses of one shape are one mention with several keys ("safeguarding" is four teams); metrics join
so only within one subject, where they are units of one thing. Other shapes exclude each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from bot.query.query import Choice
from bot.question.lexicon.entry import Entry, Kind, Meaning, Sense
from db.catalogue import Metric

Slotting: TypeAlias = tuple[Kind, Choice]
Alternative: TypeAlias = tuple[Slotting, ...]

_NARROWING = frozenset({Kind.FACET, Kind.WEAK_FACET})


def alternatives(entry: Entry, metrics: Mapping[str, Metric]) -> tuple[Alternative, ...]:
    """What the entry may mean, best first; never empty."""
    senses = [_measure(sense, entry, metrics) for sense in entry.senses]
    named = [sense for sense in senses if sense[0].kind is not Kind.TERM] or senses
    measures = [sense for sense in named if _is_measure(sense)]
    others = [sense for sense in named if not _is_measure(sense)]
    grouped = tuple(_alternative(group) for group in _same_shape(others, metrics))
    if not measures:
        return grouped
    both = [_alternative(group)[0] for group in _same_shape(measures, metrics)]
    return (tuple(both), *grouped)


def _is_measure(sense: Sense) -> bool:
    return len(sense) == 1 and sense[0].kind in {*_NARROWING, Kind.WEAK_METRIC}


def _measure(sense: Sense, entry: Entry, metrics: Mapping[str, Metric]) -> Sense:
    """A metric that its own facet names too ("headcount") is one only where no other is named."""
    meaning = sense[0]
    if len(sense) > 1 or meaning.kind is not Kind.METRIC:
        return sense
    facets = {other[0].key for other in entry.senses if other[0].kind in _NARROWING}
    if facets & set(metrics[meaning.key].facets):
        return (Meaning(Kind.WEAK_METRIC, meaning.key),)
    return sense


def _same_shape(senses: Sequence[Sense], metrics: Mapping[str, Metric]) -> Iterable[list[Sense]]:
    groups: dict[tuple[object, ...], list[Sense]] = {}
    for sense in senses:
        groups.setdefault(_shape(sense, metrics), []).append(sense)
    return groups.values()


def _shape(sense: Sense, metrics: Mapping[str, Metric]) -> tuple[object, ...]:
    return tuple(
        (meaning.kind, metrics[meaning.key].subject)
        if meaning.kind in {Kind.METRIC, Kind.WEAK_METRIC}
        else meaning.kind
        for meaning in sense
    )


def _alternative(senses: Sequence[Sense]) -> Alternative:
    """Senses of one shape, slot by slot, each slot with its different keys in order."""
    return tuple(
        (senses[0][at].kind, tuple(dict.fromkeys(sense[at].key for sense in senses)))
        for at in range(len(senses[0]))
    )
