"""Questions that are declined whatever figures they name."""

from collections.abc import Callable
from itertools import pairwise

from bot.query.period import Future
from bot.query.query import NotUnderstood, Why
from bot.question.frame.mentions import Mentions
from bot.question.lexicon.entry import Kind

_DESCRIBED = frozenset(
    {Kind.METRIC, Kind.WEAK_METRIC, Kind.ROLE_GROUP, Kind.PLACE, Kind.FACET, Kind.WEAK_FACET}
)
_TAKING_OUT = frozenset(
    {
        *("without", "without the", "less", "minus", "bar", "but not", "with no"),
        *("dropping", "removing", "we drop", "you drop", "i drop", "we remove", "you remove"),
    }
)
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _TAKING_OUT)
_NAME_LENGTH = 2
"""Unknown words with capitals, side by side, that make a person's name."""


def refusal_of(mentions: Mentions) -> NotUnderstood | None:
    """Why the question is declined, or None; the first reason there is."""
    found = next((why for why, declines in _RULES.items() if declines(mentions)), None)
    if found is None:
        return None
    narrowing = mentions.cues.get("narrowing", ()) if found is Why.UNKNOWN_WORDS else ()
    return NotUnderstood(found, tuple(mentions.words(at) for at in narrowing))


def _commands(mentions: Mentions) -> bool:
    ordered = mentions.first_cue == "command" or mentions.has("orders")
    return ordered or (mentions.has("command_set") and bool(mentions.numbers))


def _is_about_a_person(mentions: Mentions) -> bool:
    return mentions.has("one_person") or _asks_for_a_person(mentions) or _names_a_person(mentions)


def _narrows(mentions: Mentions) -> bool:
    """Whether a word narrows the figure to what nobody publishes: "part time"."""
    return mentions.has("narrowing")


def _foretells(mentions: Mentions) -> bool:
    future = any(isinstance(period, Future) for period, _ in mentions.periods)
    return not mentions.names_nothing and (mentions.has("future") or future)


def _asks_why(mentions: Mentions) -> bool:
    """Whether advice or a reason is asked for; "what does that mean" asks for neither."""
    if mentions.has("advice"):
        return True
    only = mentions.first_cue == "why" and not mentions.unknown
    asked = mentions.has("why") and not mentions.names_nothing
    return (only or asked) and not mentions.has("define")


def _takes_out(mentions: Mentions) -> bool:
    taken = mentions.has("except") or _leaves_out(mentions) or _denies(mentions)
    return taken and not mentions.names_nothing


def _leaves_out(mentions: Mentions) -> bool:
    """Whether a place is taken out of another: "headcount CYPF without Social Care"."""
    if _LAST_WORDS.isdisjoint([token.word for token in mentions.tokens]):
        return False
    places = {one.at for one in mentions.found if one.kind is Kind.PLACE}
    return any(_takes_out_next(mentions, at - back) for at in places for back in (1, 2))


def _takes_out_next(mentions: Mentions, at: int) -> bool:
    word = mentions.words(at)
    return word in _TAKING_OUT or f"{mentions.words(at - 1)} {word}" in _TAKING_OUT


def _denies(mentions: Mentions) -> bool:
    """Whether it asks for those who are not so: "how many aren't permanent".

    At the beginning it asks for a yes: "isn't agency falling".
    """
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


_RULES: dict[Why, Callable[[Mentions], bool]] = {
    Why.COMMAND: _commands,
    Why.PERSON: _is_about_a_person,
    Why.UNKNOWN_WORDS: _narrows,
    Why.FORECAST: _foretells,
    Why.REASON: _asks_why,
    Why.PART_LEFT_OUT: _takes_out,
}
"""In order of precedence."""
