"""Questions that are declined whatever figures they name."""

from itertools import pairwise

from bot.query.period import Future
from bot.query.query import NotUnderstood, Why
from bot.question.frame.mentions import Mentions
from bot.question.lexicon.entry import Kind

_DESCRIBED = frozenset(
    {Kind.METRIC, Kind.WEAK_METRIC, Kind.ROLE_GROUP, Kind.PLACE, Kind.FACET, Kind.WEAK_FACET}
)
_TAKING_OUT = frozenset({"without", "without the", "less", "minus", "bar", "but not", "with no"})
_NAME_LENGTH = 2
"""Unknown words with capitals, side by side, that make a person's name."""


def refusal_of(mentions: Mentions) -> NotUnderstood | None:
    """Why the question is declined, or None."""
    commanded = mentions.first_cue == "command" or mentions.has("orders")
    if commanded or (mentions.has("command_set") and mentions.numbers):
        return NotUnderstood(Why.COMMAND)
    if mentions.has("one_person") or _asks_for_a_person(mentions) or _names_a_person(mentions):
        return NotUnderstood(Why.PERSON)
    if mentions.has("advice") or (mentions.first_cue == "why" and not mentions.unknown):
        return NotUnderstood(Why.REASON)
    if narrowing := mentions.cues.get("narrowing"):
        return NotUnderstood(Why.UNKNOWN_WORDS, tuple(mentions.words(at) for at in narrowing))
    if mentions.names_nothing:
        return None
    if mentions.has("future") or any(isinstance(period, Future) for period, _ in mentions.periods):
        return NotUnderstood(Why.FORECAST)
    if mentions.has("why") and not mentions.has("define"):
        return NotUnderstood(Why.REASON)
    left_out = mentions.has("except") or _leaves_out(mentions) or _denies(mentions)
    return NotUnderstood(Why.PART_LEFT_OUT) if left_out else None


def _leaves_out(mentions: Mentions) -> bool:
    """Whether a place is taken out of another: "headcount CYPF without Social Care"."""
    places = {one.at for one in mentions.found if one.kind is Kind.PLACE}
    return any(
        mentions.words(at) in _TAKING_OUT and not places.isdisjoint({at + 1, at + 2})
        for at in range(len(mentions.spans))
    )


def _denies(mentions: Mentions) -> bool:
    """Whether it asks for those who are not so: "how many aren't permanent"; "isn't it falling" no."""
    named = {one.at for one in mentions.found if one.kind in _DESCRIBED}
    return any(at > 0 and at + 1 in named for at in mentions.cues.get("negated", ()))


def _asks_for_a_person(mentions: Mentions) -> bool:
    """Whether somebody is asked for ("who is off sick"); "who uses most" ranks teams.

    After a group of people it asks for nobody: "overseas social workers who joined".
    """
    if not mentions.has("who"):
        return False
    ranked = mentions.has("highest", "lowest", "worst", "best", "rank", "above", "below", "compare")
    groups = {one.at for one in mentions.found if one.kind in _DESCRIBED}
    groups.update(mentions.cues.get("team_word", ()))
    asked = [at for at in mentions.cues.get("who", ()) if at - 1 not in groups]
    return bool(asked) and not ranked and not mentions.has("define", "thanks", "help", "coverage")


def _names_a_person(mentions: Mentions) -> bool:
    capitals = [
        token for token in mentions.unknown if token.written[:1].isupper() and token.start > 0
    ]
    if mentions.has("team_word"):
        return False  # "the Youth Justice service"
    return len(capitals) >= _NAME_LENGTH and any(
        0 < later.start - earlier.start - len(earlier.written) <= 2  # noqa: PLR2004 - one space apart
        for earlier, later in pairwise(capitals)
    )
