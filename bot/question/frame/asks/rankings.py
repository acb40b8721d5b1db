"""Rankings, lists and series: what goes over teams, months, roles or councils."""

from dataclasses import replace

from bot.query.period import Past, Since, Span
from bot.query.query import Choice, Comparison, Condition, Dimension, Intent, Order, Query, Slot
from bot.question.frame.asks.frame import Frame
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.dimensions import WHOLE_LISTS, dimension_of, names_dimension, order_of
from bot.question.frame.slots.metrics import ClashError
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind

_WHICH = ("by_team", "by_role", "by_organisation", "by_month")
_MOVED = ("change", "up", "down")
_ALL_TIME = (
    *("has been", "have been", "its been", "it has been", "weve had", "we have had", "have had"),
    *("at its", "at their", "at a record", "record high", "record low", "all time", "the peak"),
    *("the high point", "the low point", "been at", "ever", "how low", "how high"),
)
_ENDS = (("highest", "lowest"), ("best", "worst"))
_ALL = frozenset({"all", "every"})


def ranking(frame: Frame, lexicon: Lexicon) -> Query | None:
    """A ranking, whole or its top; of things named side by side their figures."""
    order = order_of(frame.mentions)
    if order is None or _is_of_a_step(frame.mentions):
        return None
    if extreme := _extreme(frame, order, lexicon):
        return extreme
    if (
        len(frame.slots.places) > 1
        and not frame.mentions.has(*WHOLE_LISTS)
        and not frame.numbers.limit
    ):
        return frame.base  # "which is higher, Assessment or Corporate Parenting": both are told
    if len(frame.slots.periods) > 1:
        return frame.base  # "did it peak in May or June": both are told
    by = dimension_of(frame.mentions)
    if by in {None, Dimension.TEAM} and _is_one_team(frame, lexicon):
        raise ClashError(order)  # "the maximum length of service in Education"
    if by in {None, Dimension.TEAM} and _is_of_all_time(frame.mentions):
        by = Dimension.MONTH
    by = by or _default_dimension(frame, lexicon)
    limit = frame.numbers.limit
    if limit is None and not frame.mentions.has(*WHOLE_LISTS) and not _asks_both_ends(frame):
        limit = 1
    return replace(frame.base, intent=Intent.RANK, by=by, order=order, limit=limit)


def _is_of_all_time(mentions: Mentions) -> bool:
    """Whether a superlative is one of time: "the highest it has been", "at a record low"."""
    if mentions.has("which", "by_team", "each"):
        return False
    said = " ".join(token.word for token in mentions.tokens)
    over = any(isinstance(period, Since | Span | Past) for period, _ in mentions.periods)
    return over or mentions.has("ever") or any(f" {phrase} " in f" {said} " for phrase in _ALL_TIME)


def _is_of_a_step(mentions: Mentions) -> bool:
    """Whether the largest change is asked for, which a change tells: "the biggest monthly drop"."""
    moved = {at for cue in _MOVED for at in mentions.cues.get(cue, ())}
    first = {at for cue in ("highest", "lowest") for at in mentions.cues.get(cue, ())}
    return any(moved & {at + 1, at + 2} for at in first)


def _asks_both_ends(frame: Frame) -> bool:
    """Whether first and last are asked for: "highest and lowest"."""
    return any(frame.mentions.has(one) and frame.mentions.has(other) for one, other in _ENDS)


def _is_one_team(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the question itself names one team, which leaves nothing to rank."""
    places = frame.slots.places
    return (
        Slot.PLACE not in frame.slots.inherited
        and not frame.mentions.has("which", "each", "by_team", "ever")
        and not frame.slots.periods
        and len(places) == 1
        and lexicon.directory.is_smallest(places[0][0])
    )


def _extreme(frame: Frame, order: Order, lexicon: Lexicon) -> Query | None:
    """Ask for a metric's own maximum, where no teams are ranked: "the most they can earn"."""
    facet = {Order.HIGHEST: "maximum", Order.LOWEST: "minimum"}.get(order, "")
    vague = [choice for choice in frame.slots.metrics if len(choice) > 1]
    if not vague or dimension_of(frame.mentions) or len(frame.slots.metrics) > 1:
        return None
    fitting = tuple(key for key in vague[0] if facet in lexicon.directory.metrics[key].facets)
    return replace(frame.base, metrics=(fitting,)) if fitting else None


def _default_dimension(frame: Frame, lexicon: Lexicon) -> Dimension:
    """What is gone over where the question does not say: "who" and "rank Devon" mean councils."""
    places = frame.slots.places
    if frame.mentions.has("who") and not places:
        return Dimension.ORGANISATION
    if frame.mentions.has("rank") and len(places) == 1 and _is_council(places[0], lexicon):
        return Dimension.ORGANISATION
    return Dimension.TEAM


def _is_council(choice: Choice, lexicon: Lexicon) -> bool:
    return len(choice) == 1 and lexicon.directory.kinds.get(choice[0]) == "council"


def series(frame: Frame, lexicon: Lexicon) -> Query | None:
    """Every point in time; with a condition the months that meet it."""
    by = _dimension(frame, lexicon)
    by_month = by is Dimension.MONTH or (by is None and _asks_ever(frame))
    if not frame.mentions.has("series") and not by_month:
        return None
    if by is Dimension.MONTH and frame.mentions.has(*_MOVED) and not frame.numbers.conditions:
        raise ClashError("which months")  # "months it went up": no step is held as a figure
    conditions = frame.numbers.conditions or _presence(frame.mentions, Dimension.MONTH)
    if conditions and by_month:
        return replace(frame.base, intent=Intent.LIST, by=Dimension.MONTH, conditions=conditions)
    if len(frame.slots.periods) > 1:
        return frame.base  # the months are named: "April, May and June, each month"
    return replace(frame.base, intent=Intent.SERIES)


def _asks_ever(frame: Frame) -> bool:
    """Whether a number was ever met is asked: "has it ever been over 50%", "never above 50%"."""
    never = (frame.mentions.words(at) for at in frame.mentions.cues.get("negated", ()))
    ever = frame.mentions.has("ever") or "never" in never
    return ever and (bool(frame.numbers.conditions) or frame.mentions.has("zero"))


def _dimension(frame: Frame, lexicon: Lexicon) -> Dimension | None:
    if not names_dimension(frame.mentions):
        return None
    conditional = (
        bool(frame.numbers.conditions)
        or frame.mentions.has("zero", "any")
        or _those_with(frame.mentions)
        or _all_of_them(frame.mentions)
    )
    by = dimension_of(frame.mentions, conditional=conditional)
    if by is not Dimension.TEAM or frame.mentions.has("by_team"):
        return by
    if Slot.PLACE in frame.slots.inherited:
        return by
    smallest = any(lexicon.directory.is_smallest(choice[0]) for choice in frame.slots.places)
    return None if smallest else by


def listing(frame: Frame, lexicon: Lexicon) -> Query | None:
    """Each team, role or council, or those that meet a condition."""
    by = _dimension(frame, lexicon)
    conditions = frame.numbers.conditions or _presence(frame.mentions, by)
    if by is Dimension.TEAM and _is_of_nation(frame, lexicon):
        raise ClashError("England")  # it has no teams: "which teams are below England"
    if by is Dimension.TEAM and not conditions and _is_beside_average(frame.mentions):
        raise ClashError("average")  # "teams above the average", which is no number we hold
    if by is None and not frame.mentions.has("each"):
        return None
    if (by is None or frame.mentions.has("by_kind")) and len(frame.slots.metrics) > 1:
        return None  # "list headcount and FTE": the metrics are the list
    if by is None and (len(frame.slots.places) > 1 or len(frame.slots.role_groups) > 1):
        return None
    if len(frame.slots.periods) > 1:
        return None  # a list is of one time; each of several is told
    return replace(frame.base, intent=Intent.LIST, by=by or Dimension.TEAM, conditions=conditions)


def _is_beside_average(mentions: Mentions) -> bool:
    return mentions.has("above", "below") and "average" in mentions.keys(Kind.WEAK_FACET)


def _is_of_nation(frame: Frame, lexicon: Lexicon) -> bool:
    kinds = {lexicon.directory.kinds.get(choice[0]) for choice in frame.slots.places}
    return bool(kinds) and kinds <= {"nation", "region"}


def _presence(mentions: Mentions, by: Dimension | None) -> tuple[Condition, ...]:
    """Read "which teams have vacancies" and "which sections use no agency workers"."""
    if by is None or (mentions.has("each") and not _where_any(mentions)):
        return ()
    if mentions.has("zero"):
        return (Condition(Comparison.EQUAL, 0.0),)
    if (
        mentions.has("any")
        or _those_with(mentions)
        or (mentions.has("have") and mentions.has("which", *_WHICH))
    ):
        return (Condition(Comparison.OVER, 0.0),)
    return ()


def _where_any(mentions: Mentions) -> bool:
    """Whether those with any are wanted: "list vacancies by team where there are any"."""
    return any(" " in mentions.words(at) for at in mentions.cues.get("any", ()))


def _all_of_them(mentions: Mentions) -> bool:
    """Whether all of several are asked for: "average age across all CYPF services"."""
    said = (at for cue in ("team_word", "organisation_word") for at in mentions.cues.get(cue, ()))
    several = any(mentions.words(at).endswith("s") for at in said)
    return several and any(token.word in _ALL for token in mentions.tokens)


def _those_with(mentions: Mentions) -> bool:
    """Whether some of several are asked for: "sections with permanent employees"."""
    having = mentions.cues.get("have", ())
    things = ("team_word", "organisation_word", "role_word", "month_word")
    return any(
        at + 1 in having and mentions.words(at).endswith("s")
        for cue in things
        for at in mentions.cues.get(cue, ())
    )
