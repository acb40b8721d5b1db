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
_ALL = frozenset({"all", "every", "everyone", "each"})
_TAKEN_OUT = frozenset({"aside", "excluded", "excepted", "omitted", "removed", "taken out"})
_OUT = frozenset({"out", "off", "away", "out of"})
_TAKING = frozenset(
    {"take", "taking", "took", "leave", "leaving", "cut", "with", "pull", "pulling"}
)
_DENIED = frozenset({"not", "wasnt", "werent", "was not", "were not", "isnt", "is not"})
_COUNTED = frozenset({"counted", "included", "in it", "there", "in", "part", "part of it"})
_SCOPES = frozenset({Kind.PLACE, Kind.ROLE_GROUP})
_SIGNS = frozenset(
    word
    for phrase in (*_TAKING_OUT, *_TAKEN_OUT, *_OUT, *_COUNTED, "no", "but")
    for word in phrase.split()
) - {"in", "it", "of", "the", "with", "we", "you", "i", "there"}
_RANKING = ("highest", "lowest", "worst", "best", "rank", "above", "below", "compare", "or")
_EDITING = frozenset({"change", "make", "update", "put", "alter", "edit", "adjust", "add"})
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
    return ordered or (mentions.has("command_set") and bool(mentions.numbers)) or _edits(mentions)


def _edits(mentions: Mentions) -> bool:
    """Whether a figure is to be made another: "change September's grievances to 3"."""
    if not mentions.numbers or mentions.tokens[0].word not in _EDITING:
        return False
    added = mentions.tokens[0].word == "add"
    return added or any(mentions.words(one.at - 1) == "to" for one in mentions.numbers)


def _is_about_a_person(mentions: Mentions) -> bool:
    return mentions.has("one_person") or _asks_for_a_person(mentions) or _names_a_person(mentions)


def _narrows(mentions: Mentions) -> bool:
    """Whether a word narrows the figure to what nobody publishes: "part time"."""
    return mentions.has("narrowing") and not (mentions.names_nothing and mentions.unknown)


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
    """Whether a place or a group is taken out: "headcount CYPF without Social Care"."""
    if not _may_take_out(mentions):
        return False
    places = {one.at for one in mentions.found if one.kind in _SCOPES}
    return any(
        _takes_out_next(mentions, at - 1)
        or _takes_out_next(mentions, at - 2)
        or _is_taken_out(mentions, at)
        or (mentions.words(at - 1) == "but" and _asks_for_all(mentions))
        for at in places
    )


def _takes_out_next(mentions: Mentions, at: int) -> bool:
    word = mentions.words(at)
    if word == "no" and at > 0:
        return not mentions.has("which", "team_word", "have", "each")
    return word in _TAKING_OUT or f"{mentions.words(at - 1)} {word}" in _TAKING_OUT


def _may_take_out(mentions: Mentions) -> bool:
    """Whether a word is there, or one with a typing error, that could take anything out."""
    if not _SIGNS.isdisjoint([token.word for token in mentions.tokens]):
        return True
    return any(span.match and span.match.edits for span in mentions.spans)


def _asks_for_all(mentions: Mentions) -> bool:
    return not _ALL.isdisjoint(token.word for token in mentions.tokens)


def _is_taken_out(mentions: Mentions, at: int) -> bool:
    """Whether what stands after a place takes it out: "Assessment aside", "take C&F out of it"."""
    after = mentions.words(at + 1)
    if after in _TAKEN_OUT or (after in _DENIED and mentions.words(at + 2) in _COUNTED):
        return True
    before = {mentions.words(at - 1), mentions.words(at - 2)}
    return after in _OUT and not before.isdisjoint(_TAKING)


def _denies(mentions: Mentions) -> bool:
    """Whether it asks for those who are not so: "how many aren't permanent".

    At the beginning it asks for a yes: "isn't agency falling".
    """
    if not mentions.has("negated"):
        return False
    named = {one.at for one in mentions.found if one.kind in _DESCRIBED}
    places = {one.at for one in mentions.found if one.kind is Kind.PLACE}
    return any(
        at > 0 and (at + 1 in named or at + 2 in places) for at in mentions.cues.get("negated", ())
    )


def _asks_for_a_person(mentions: Mentions) -> bool:
    """Whether somebody is asked for ("who is off sick"); "who uses most" ranks teams.

    After a group of people it asks for nobody: "overseas social workers who joined".
    """
    if not mentions.has("who") or (mentions.names_nothing and mentions.unknown):
        return False
    ranked = mentions.has(*_RANKING)
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
