"""What kind of answer the mentions ask for, and the query that says it."""

from dataclasses import replace

from bot.query.query import Dimension, Intent, Query, Slot
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
_THEN = frozenset({"then", "there"})
_COMPARATIVES = ("above", "below", "better_than", "worse_than")
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
        if _asks_which_of_them(frame, thread):
            raise ClashError("which")
        if not _asks_anew(frame):
            query = continued(query, frame.slots.inherited, thread)
        query = widened(query, lexicon)
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


def _asks_anew(frame: Frame) -> bool:
    """Whether one figure is asked for, whatever was ranked or listed: "and managers then"."""
    words = {frame.mentions.words(at) for at in frame.mentions.cues.get("follow", ())}
    total = frame.mentions.has("together", "whole")
    return total or not _THEN.isdisjoint(words | {token.word for token in frame.mentions.tokens})


def _asks_which_of_them(frame: Frame, thread: Query) -> bool:
    """Whether "which is higher" is asked of two figures, of which the thread knows the last."""
    slots, mentions = frame.slots, frame.mentions
    lone = thread.intent is Intent.FIGURE and len(thread.places) == 1
    own = Slot.PLACE not in slots.inherited or mentions.has("team_word", "month_word", "by_month")
    compared = mentions.has(*_COMPARATIVES) and not mentions.has("england", "region", "target")
    return lone and not own and mentions.has("which") and compared and not frame.numbers.conditions


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
    of_one_time = not (query.periods or frame.mentions.has("by_team"))
    if frame.aggregate == "average" and "rate" in facets and of_one_time:
        return None  # a rate is an average of its own
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
