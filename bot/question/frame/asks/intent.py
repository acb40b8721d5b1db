"""What kind of answer the mentions ask for, and the query that says it."""

from dataclasses import replace

from bot.query.query import Dimension, Intent, Query
from bot.query.query import Kind as FigureKind
from bot.question.frame.asks.benchmarks import benchmark, target
from bot.question.frame.asks.changes import change
from bot.question.frame.asks.frame import Frame
from bot.question.frame.asks.rankings import listing, ranking, series
from bot.question.frame.continuing import continued, widened
from bot.question.frame.slots.metrics import ClashError
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind

_RULES = (target, benchmark, ranking, series, listing, change)
"""Each gives a query or leaves the question to the next; the order is their precedence."""

_KINDS: dict[str, FigureKind] = {
    "forecast_kind": FigureKind.PLANNED,
    "benchmark_kind": FigureKind.BENCHMARK,
}
_WHETHER = frozenset(
    {
        *("is", "are", "was", "were", "has", "have", "had", "does", "do", "did"),
        *(
            "true",
            "correct",
            "isnt",
            "wasnt",
            "arent",
            "whether",
            "if",
            "exceed",
            "exceeds",
            "exceeded",
            "still",
        ),
    }
)


def query_of(frame: Frame, lexicon: Lexicon, thread: Query | None) -> Query:
    """The query of a frame that names a metric.

    Raises:
        ClashError: a number or a superlative has nothing to go over: "headcount over 60".
    """
    if _is_beside_one(frame):
        raise ClashError("than")
    query = _asked(frame, lexicon)
    if thread:
        query = widened(continued(query, frame.slots.inherited, thread), lexicon)
        if _asks_for_a_council(query, frame, thread):
            query = replace(query, by=Dimension.ORGANISATION)
    aggregate = _aggregate(frame, query, lexicon)
    if query.intent is Intent.LIST and aggregate:
        return replace(query, aggregate=aggregate)
    if query.intent is not Intent.FIGURE:
        return query
    if not _may_be_held_against(frame):
        raise ClashError(", ".join(f"{one.number:g}" for one in query.conditions))
    return replace(query, aggregate=aggregate) if aggregate else query


def _is_beside_one(frame: Frame) -> bool:
    """Whether others are asked for by one place: "teams with higher agency than Assessment"."""
    mentions = frame.mentions
    if len(frame.slots.places) != 1 or not mentions.has("team_word", "organisation_word"):
        return False
    places = (one.at for one in mentions.found if one.kind is Kind.PLACE)
    return any(mentions.words(at - 1).endswith("than") for at in places)


def _aggregate(frame: Frame, query: Query, lexicon: Lexicon) -> str | None:
    """The aggregate asked for, unless the metric is an average itself."""
    if frame.aggregate is None:
        return None
    facets = {one for choice in query.metrics for one in lexicon.directory.facets[choice[0]]}
    return None if frame.aggregate in facets or query.kind else frame.aggregate


def _asks_for_a_council(query: Query, frame: Frame, thread: Query) -> bool:
    """Whether "who is lowest?" follows on a council held against others."""
    beside = thread.intent is Intent.BENCHMARK or thread.by is Dimension.ORGANISATION
    asked = frame.mentions.has("who") and not frame.mentions.has("team_word", "by_team")
    return beside and asked and query.intent is Intent.RANK


def _may_be_held_against(frame: Frame) -> bool:
    """Whether a figure's conditions are about its value, and not about people's age or service."""
    if all(one.percent for one in frame.numbers.conditions):
        return True
    counted = "count" in frame.mentions.keys(Kind.WEAK_FACET)
    words = {token.word for token in frame.mentions.tokens}
    return not counted and not frame.mentions.has("what_is") and not words.isdisjoint(_WHETHER)


def _asked(frame: Frame, lexicon: Lexicon) -> Query:
    for rule in _RULES:
        if query := rule(frame, lexicon):
            return query
    for cue, kind in _KINDS.items():
        if frame.mentions.has(cue):
            return replace(frame.base, kind=kind)
    return frame.base
