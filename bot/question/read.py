"""The text of a question to a query: pure, without a clock, a database or Slack."""

from dataclasses import dataclass
from functools import partial

from bot.query.query import Correction, NotUnderstood, Query, Reading, Unclear, Why
from bot.question.chatter import without_chatter
from bot.question.cover import Cover, covers
from bot.question.frame import readings_of
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.lexicon.trie import Match
from bot.question.options import options_of, rejoined, spelled
from bot.question.periods import find_periods
from bot.question.spelling.guard import is_a_word
from bot.question.text.clean import clean
from bot.question.text.tokens import Token, tokenise

_CLOSE = 0.1
"""Covers whose scores differ by less are too close to prefer one."""

_SENSIBLE = 0.5
"""How much worse a cover may be that makes sense where the best makes none."""


_NAMELESS = frozenset({Kind.FILLER, Kind.CUE, Kind.WEAK_FACET})


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question was read as, and how.

    `corrections` are the words read as others; `covers` the best few, best first, for explaining.
    """

    reading: Reading
    corrections: tuple[Correction, ...] = ()
    tokens: tuple[Token, ...] = ()
    covers: tuple[Cover, ...] = ()


def read(text: str, lexicon: Lexicon, thread: Query | None = None) -> Understanding:
    """Read a question; `thread` is the last query answered in its thread.

    Never raises for any text: what is not understood is a result.
    """
    words = clean(text)
    if words is None:
        return Understanding(NotUnderstood(Why.TOO_LONG))
    return _read_tokens(rejoined(tokenise(words), lexicon.vocabulary), lexicon, thread)


def _read_tokens(
    tokens: tuple[Token, ...], lexicon: Lexicon, thread: Query | None
) -> Understanding:
    if not any(token.is_word or token.word.isdigit() for token in tokens):
        return Understanding(NotUnderstood(Why.EMPTY), tokens=tokens)
    options = options_of(tokens, lexicon.vocabulary)
    periods = find_periods(spelled(tokens, options))
    best = covers(tokens, options, periods, lexicon.trie)
    if guessed := _only_guessed(tokens, best[0]):
        return Understanding(NotUnderstood(Why.UNKNOWN_WORDS, guessed), tokens=tokens)
    reading = _reading(tokens, best, lexicon, thread)
    said = without_chatter(tokens, best[0]) if _stuck(reading) else None
    if said:
        return _read_tokens(said, lexicon, thread)
    return Understanding(reading, _corrections(tokens, best[0]), tokens, tuple(best))


def _only_guessed(tokens: tuple[Token, ...], cover: Cover) -> tuple[str, ...]:
    """The words of the dictionary taken for typing errors where nothing else is named.

    They may be typing errors only beside a name: "constanta's" alone is not "consultants".
    """
    named = [one for one in cover.spans if one.entry and one.entry.kind not in _NAMELESS]
    if not all(one.match and _is_guessed(one.match) for one in named):
        return ()
    written = [token.written for one in named for token in tokens[one.start : one.end]]
    return tuple(written) if all(map(is_a_word, written)) else ()


def _is_guessed(match: Match) -> bool:
    return match.edits > 0 and any(option.edits and option.read_as for option in match.path)


def _stuck(reading: Reading) -> bool:
    if isinstance(reading, NotUnderstood):
        return reading.why in {Why.UNKNOWN_WORDS, Why.CLASH}
    readings = reading.readings if isinstance(reading, Unclear) else (reading,)
    return any(one.unread for one in readings)


def _reading(
    tokens: tuple[Token, ...], best: list[Cover], lexicon: Lexicon, thread: Query | None
) -> Reading:
    """The readings of the best cover and of those too close to it to be told apart.

    Where their parts do not go together, a cover somewhat worse may still make sense.
    """
    within = partial(_readings_within, tokens, best, lexicon, thread)
    found = within(_CLOSE)
    if all(isinstance(one, NotUnderstood) and one.why is Why.CLASH for one in found):
        found = [*found, *within(_SENSIBLE)]
    if len(found) == 1:
        return found[0]
    queries = _fullest([one for one in dict.fromkeys(found) if isinstance(one, Query)])
    queries = [one for one in queries if not one.unread] or queries[:1]
    if len(queries) > 1:
        return Unclear(tuple(queries))
    return queries[0] if queries else found[0]


def _readings_within(
    tokens: tuple[Token, ...],
    best: list[Cover],
    lexicon: Lexicon,
    thread: Query | None,
    margin: float,
) -> list[Query | NotUnderstood]:
    top = best[0]
    close = [
        cover
        for cover in best
        if cover is top
        or (
            top.score - cover.score < margin
            and (margin > _CLOSE or _words(cover) != _words(top))
            and _fillers(cover) & _facets(top) == set()
        )
    ]
    return [
        reading for cover in close for reading in readings_of(tokens, cover.spans, lexicon, thread)
    ]


def _facets(cover: Cover) -> set[int]:
    """The tokens that a cover takes for facets, which a worse one may not take for nothing."""
    return _tokens_of(cover, {Kind.FACET})


def _fillers(cover: Cover) -> set[int]:
    return _tokens_of(cover, {Kind.FILLER})


def _tokens_of(cover: Cover, kinds: set[Kind]) -> set[int]:
    return {
        at
        for span in cover.spans
        if span.entry and span.entry.kind in kinds
        for at in range(span.start, span.end)
    }


def _fullest(queries: list[Query]) -> list[Query]:
    """Queries without those that explain only some of the words another one explains."""
    return [
        query
        for query in queries
        if not any(set(query.terms) < set(other.terms) for other in queries if query.terms)
    ]


def _words(cover: Cover) -> list[str]:
    """The words a cover reads, by which two covers differ that correct a typing error apart."""
    return [option.folded for span in cover.spans if span.match for option in span.match.path]


def _corrections(tokens: tuple[Token, ...], cover: Cover) -> tuple[Correction, ...]:
    """Each word that was read as another one."""
    return tuple(
        Correction(tokens[at].written, option.read_as)
        for span in cover.spans
        if span.match and span.match.edits
        for at, option in zip(
            (at for at in range(span.start, span.end) if not tokens[at].is_silent),
            span.match.path,
            strict=True,
        )
        if option.read_as
    )
