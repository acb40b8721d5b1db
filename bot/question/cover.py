"""The best way to cover a question's tokens with phrases, periods and numbers.

A weighted cover by dynamic programming: each span scores what it covers, longer phrases more than
their words apart, corrections less, and a token that nothing covers costs. The few best covers are
kept, so that a close second is seen. (Idea of complete tokenisation: Popescu, Etzioni and Kautz,
"Towards a theory of natural language interfaces to databases", 2003.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from bot.query.period import Period
from bot.question.lexicon.entry import Entry, Kind
from bot.question.lexicon.trie import Match, Options, Trie
from bot.question.periods import PeriodSpan
from bot.question.text.tokens import Token
from bot.question.vocabulary.numbers import number_of

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
    Kind.TERM: 0.30,
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
    """Tokens[start:end] and what they are taken for."""

    start: int
    end: int
    part: Part
    score: float
    match: Match | None = None
    period: Period | None = None

    @property
    def entry(self) -> Entry | None:
        """The lexicon's entry, for a phrase."""
        return self.match.entry if self.match else None


@dataclass(frozen=True, slots=True)
class Cover:
    """Spans in order that cover every token once, and the sum of their scores."""

    score: float
    spans: tuple[Span, ...]


_Cell: TypeAlias = list[tuple[float, tuple[Span, ...]]]


def covers(
    tokens: Sequence[Token],
    options: Sequence[Options | None],
    periods: Sequence[PeriodSpan],
    trie: Trie,
) -> list[Cover]:
    """The best few covers of the tokens, best first; never none (unknown tokens are spans too)."""
    starting = _spans_by_start(tokens, options, periods, trie)
    cells: list[_Cell] = [[] for _ in range(len(tokens) + 1)]
    cells[0].append((0.0, ()))
    for at in range(len(tokens)):
        cell = cells[at]
        if len(cell) > 1:
            cell.sort(key=_score, reverse=True)
            del cell[KEEP:]
        for span in starting[at]:
            target = cells[span.end]
            target.extend((score + span.score, (*spans, span)) for score, spans in cell)
    last = sorted(cells[-1], key=_score, reverse=True)[:KEEP]
    return [Cover(score, spans) for score, spans in last]


def _score(path: tuple[float, tuple[Span, ...]]) -> float:
    return path[0]


def _spans_by_start(
    tokens: Sequence[Token],
    options: Sequence[Options | None],
    periods: Sequence[PeriodSpan],
    trie: Trie,
) -> list[list[Span]]:
    starting = [
        [*(_phrase(match) for match in trie.matches(options, at)), _alone(tokens[at], at)]
        if options[at] is not None
        else [_alone(tokens[at], at)]
        for at in range(len(tokens))
    ]
    for found in periods:
        starting[found.start].append(_period(found))
    return starting


def _phrase(match: Match) -> Span:
    score = (
        _length_score(len(match.path))
        + (_TIER[match.entry.kind] or _IDLE_PHRASE * (len(match.path) > 1)) * match.entry.weight
        - _EDIT * match.edits
    )
    return Span(match.start, match.end, Part.PHRASE, score, match=match)


def _period(found: PeriodSpan) -> Span:
    score = _length_score(found.end - found.start) + _PERIOD_TIER
    return Span(found.start, found.end, Part.PERIOD, score, period=found.period)


def _length_score(length: int) -> float:
    return length + _EXTRA_TOKEN * (length - 1)


def _alone(token: Token, at: int) -> Span:
    """A token by itself: a number, a mark that says nothing, or unknown: "31/02/2024"."""
    if number_of(token.word) is not None:
        return Span(at, at + 1, Part.NUMBER, _NUMBER_SCORE)
    if not any(map(str.isalnum, token.word)):
        return Span(at, at + 1, Part.SYMBOL, _SILENT)
    return Span(at, at + 1, Part.UNKNOWN, _UNKNOWN)
