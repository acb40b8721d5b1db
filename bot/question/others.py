"""Other ways a question may have been meant: the readings that came next, then wider ones."""

from collections.abc import Iterator
from dataclasses import replace

from bot.query.query import Query
from bot.question.frame import readings_of
from bot.question.lexicon import Lexicon
from bot.question.read import Understanding


def other_queries(
    understanding: Understanding, lexicon: Lexicon, first: Query | None
) -> Iterator[Query]:
    """Queries other than the first, best first, each once; whether they have figures is not known.

    A wider one leaves a slot of the first out, or asks for a team's whole organisation.
    """
    seen = {first}
    for query in (*_covered(understanding, lexicon), *(_wider(first) if first else ())):
        if query not in seen:
            seen.add(query)
            yield query


def _covered(understanding: Understanding, lexicon: Lexicon) -> Iterator[Query]:
    for cover in understanding.covers:
        for reading in readings_of(understanding.tokens, cover.spans, lexicon, None):
            if isinstance(reading, Query):
                yield reading


def _wider(query: Query) -> Iterator[Query]:
    if query.role_groups:
        yield replace(query, role_groups=())
    if any("/" in key for choice in query.places for key in choice):
        yield replace(query, places=_organisations(query))
    if query.periods:
        yield replace(query, periods=())


def _organisations(query: Query) -> tuple[tuple[str, ...], ...]:
    keys = (key.partition("/")[0] for choice in query.places for key in choice)
    return tuple((key,) for key in dict.fromkeys(keys))
