"""What kind of answer the mentions ask for, and the query that says it."""

from dataclasses import replace

from bot.query.query import Kind, Query
from bot.question.frame.asks.benchmarks import benchmark, target
from bot.question.frame.asks.changes import change
from bot.question.frame.asks.frame import Frame
from bot.question.frame.asks.rankings import listing, ranking, series
from bot.question.frame.thread import continued
from bot.question.lexicon import Lexicon

_RULES = (target, benchmark, ranking, series, listing, change)
"""Each gives a query or leaves the question to the next; the order is their precedence."""

_KINDS: dict[str, Kind] = {"forecast_kind": Kind.PLANNED, "benchmark_kind": Kind.BENCHMARK}


def query_of(frame: Frame, lexicon: Lexicon, thread: Query | None) -> Query:
    """The query of a frame that names a metric."""
    query = _asked(frame, lexicon)
    return continued(query, frame.slots.inherited, thread) if thread else query


def _asked(frame: Frame, lexicon: Lexicon) -> Query:
    for rule in _RULES:
        if query := rule(frame, lexicon):
            return query
    for cue, kind in _KINDS.items():
        if frame.mentions.has(cue):
            return replace(frame.base, kind=kind)
    return frame.base
