"""The best way to cover a question's tokens with phrases, periods and numbers.

A weighted cover by dynamic programming: each span scores what it covers, longer phrases more than
their words apart, corrections less, and a token that nothing covers costs. The few best covers are
kept, so that a close second is seen. (Idea of complete tokenisation: Popescu, Etzioni and Kautz,
"Towards a theory of natural language interfaces to databases", 2003.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from bot.query.period import Period
from bot.question.lexicon.entry import Entry, Kind
from bot.question.lexicon.trie import Match, Options, Trie
from bot.question.periods import PeriodSpan
from bot.question.text.tokens import Token
from bot.question.vocabulary.numbers import NUMBER_WORDS, number_of

KEEP = 3
"""Covers kept at each token."""

_EXTRA_TOKEN = 0.35
_EDIT = 0.3
_UNKNOWN = -2.0
_SILENT = 0.0

_TIER: dict[Kind, float] = {
    Kind.METRIC: 0.30,
    Kind.PLACE: 0.30,
    Kind.ROLE_GROUP: 0.30,
    Kind.EVENT: 0.30,
    Kind.TERM: 0.31,
    Kind.WEAK_METRIC: 0.22,
    Kind.FACET: 0.24,
    Kind.WEAK_FACET: 0.22,
    Kind.CUE: 0.20,
    Kind.FILLER: 0.0,
}
_IDLE_PHRASE = 0.1
"""What a phrase without meaning is worth above the cues it is made of: "most helpful"."""
_PERIOD_TIER = 0.35
_NUMBER_SCORE = 0.6


class Part(StrEnum):
    """What covers a span."""

    PHRASE = "phrase"
    PERIOD = "period"
    NUMBER = "number"
    SYMBOL = "symbol"
    UNKNOWN = "unknown"


class Span(NamedTuple):
    """Tokens[start:end] and what they are taken for; a phrase has its entry of the lexicon."""

    start: int
    end: int
    part: Part
    score: float
    entry: Entry | None = None
    match: Match | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """Spans in order that cover every token once, and the sum of their scores."""

    score: float
    spans: tuple[Span, ...]


_Path: TypeAlias = "tuple[_Path, Span] | None"
"""A cover so far: its last span, and the path before it, which other covers share."""

_Cell: TypeAlias = list[tuple[float, _Path]]
_score = itemgetter(0)


def covers(
    tokens: Sequence[Token],
    options: Sequence[Options | None],
    periods: Sequence[PeriodSpan],
    trie: Trie,
) -> list[Cover]:
    """The best few covers of the tokens, best first; never none (unknown tokens are spans too)."""
    starting = _spans_by_start(tokens, options, periods, trie)
    cells: list[_Cell] = [[] for _ in range(len(tokens) + 1)]
    cells[0].append((0.0, None))
    for at in range(len(tokens)):
        cell = cells[at]
        if len(cell) > 1:
            cell.sort(key=_score, reverse=True)
            del cell[KEEP:]
        for span in starting[at]:
            target, worth = cells[span.end], span.score
            for score, path in cell:
                target.append((score + worth, (path, span)))
    last = sorted(cells[-1], key=_score, reverse=True)[:KEEP]
    return [Cover(score, _walked(path)) for score, path in last]


def _walked(path: _Path) -> tuple[Span, ...]:
    """The spans of a path, first to last."""
    spans = []
    while path:
        path, span = path
        spans.append(span)
    return tuple(reversed(spans))


def _spans_by_start(
    tokens: Sequence[Token],
    options: Sequence[Options | None],
    periods: Sequence[PeriodSpan],
    trie: Trie,
) -> list[list[Span]]:
    starting = [_spans_at(at, tokens, options, trie) for at in range(len(tokens))]
    for found in periods:
        starting[found.start].append(_period(found))
    return starting


def _spans_at(
    at: int, tokens: Sequence[Token], options: Sequence[Options | None], trie: Trie
) -> list[Span]:
    """The phrases that begin at a token, and the token alone.

    A word alone is unknown, which costs more than a cover may be behind the best to be looked at:
    a phrase of this one word spares us that.
    """
    token = tokens[at]
    phrases = [] if options[at] is None else [_phrase(one) for one in trie.matches(options, at)]
    if phrases and phrases[0].end == at + 1 and token.is_word and token.word not in NUMBER_WORDS:
        return phrases
    return [*phrases, _alone(token, at)]


def _phrase(match: Match) -> Span:
    start, end, entry, path, edits = match
    length = len(path)
    meaning = _TIER[entry.kind] or _IDLE_PHRASE * (length > 1)
    score = _length_score(length) + meaning * entry.weight - _EDIT * edits
    return Span(start, end, Part.PHRASE, score, entry, match)


def _period(found: PeriodSpan) -> Span:
    score = _length_score(found.end - found.start) + _PERIOD_TIER
    return Span(found.start, found.end, Part.PERIOD, score, period=found.period)


def _length_score(length: int) -> float:
    return length + _EXTRA_TOKEN * (length - 1)


def _alone(token: Token, at: int) -> Span:
    """A token by itself: a number, a mark that says nothing, or unknown: "31/02/2024"."""
    if number_of(token.word) is not None:
        return Span(at, at + 1, Part.NUMBER, _NUMBER_SCORE)
    if not token.is_word and not any(map(str.isalnum, token.word)):
        return Span(at, at + 1, Part.SYMBOL, _SILENT)
    return Span(at, at + 1, Part.UNKNOWN, _UNKNOWN)
