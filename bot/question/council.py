"""A council that is meant wherever none is named, because somebody has set it."""

from dataclasses import replace

from bot.query.query import NEEDS_METRIC, Choice, Dimension, Intent, Query, Reading, Unclear

_HAVE_PLACES = NEEDS_METRIC | {Intent.SOURCE, Intent.RECENCY}


def in_council(reading: Reading, council: str) -> Reading:
    """A reading within a council, by its key, as far as it leaves that open."""
    if isinstance(reading, Query):
        return _placed(reading, council)
    if isinstance(reading, Unclear):
        placed = tuple(dict.fromkeys(_placed(query, council) for query in reading.readings))
        return Unclear(placed) if len(placed) > 1 else placed[0]
    return reading


def _placed(query: Query, council: str) -> Query:
    if query.intent not in _HAVE_PLACES or query.by is Dimension.ORGANISATION:
        return query
    if not query.places:
        return replace(query, places=((council,),))
    return replace(query, places=tuple(_within(choice, council) for choice in query.places))


def _within(choice: Choice, council: str) -> Choice:
    """Of a team that several councils have, theirs; what they have not is left as it was asked."""
    return tuple(key for key in choice if key.partition("/")[0] == council) or choice
