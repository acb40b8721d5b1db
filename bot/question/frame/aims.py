"""What it would take to move a rate: a goal to reach, or people who convert, join or leave."""

from collections.abc import Iterable
from dataclasses import replace

from bot.query.query import Against, Choice, Comparison, Condition, Intent, Lever, Query
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.conditions import numbers_of
from bot.question.frame.slots.periods import periods_of
from bot.question.frame.slots.places import organisation_of, place_choices
from bot.question.frame.slots.roles import role_choices
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind
from bot.question.vocabulary import LEVERS

_LEVERS = {Lever.RECRUIT: "recruit", Lever.CONVERT: "convert", Lever.END: "end"}
"""In the order they are looked for: who recruits "permanent" staff converts nobody."""
_REFERENCES: dict[str, Against] = {
    "england": Against.ENGLAND,
    "region": Against.REGION,
    "neighbours": Against.NEIGHBOURS,
}
_OPENING = frozenset(phrase.split()[0] for name in ("goal", "supposed") for phrase in LEVERS[name])
_MOVED = ("agency_", "permanent_")
_EVERYBODY = "all_staff"
_RATE: Choice = ("agency_rate",)
"""What such questions are about where they name no rate."""


def aim_of(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Query | None:
    """The query of a question for what it would take; None of any other."""
    words = [token.word for token in mentions.tokens]
    if _OPENING.isdisjoint(words):
        return None
    said = f" {' '.join(words)} "
    if not _says(said, "goal") and not _says(said, "supposed"):
        return None
    known = {word for words in LEVERS.values() for phrase in words for word in phrase.split()}
    if any(token.word not in known for token in mentions.unknown):
        return None
    base = _base(mentions, lexicon, thread)
    if _says(said, "supposed") and (people := _people(mentions)):
        lever = next((one for one, name in _LEVERS.items() if _says(said, name)), None)
        return replace(base, intent=Intent.WHAT_IF, people=people, lever=lever) if lever else None
    return _goal(base, mentions, lexicon) if _says(said, "goal") else None


def _says(said: str, name: str) -> bool:
    return any(f" {phrase} " in said for phrase in LEVERS[name])


def _people(mentions: Mentions) -> int | None:
    """The one whole number that is no percentage."""
    numbers = [one.value for one in mentions.numbers if not one.percent]
    whole = len(numbers) == 1 and numbers[0] >= 1 and numbers[0] == int(numbers[0])
    return int(numbers[0]) if whole else None


def _goal(base: Query, mentions: Mentions, lexicon: Lexicon) -> Query | None:
    if conditions := _conditions(mentions):
        return replace(base, intent=Intent.WHAT_IF, conditions=conditions)
    named = {lexicon.directory.kinds.get(choice[0]) for choice in mentions.of(Kind.PLACE)}
    against = next((one for cue, one in _REFERENCES.items() if mentions.has(cue)), None)
    if against is None and "nation" in named:
        against = Against.ENGLAND
    return replace(base, intent=Intent.WHAT_IF, against=against) if against else None


def _conditions(mentions: Mentions) -> tuple[Condition, ...]:
    """The rate to reach: "under 50%", or "to 40%", which is at most."""
    found = numbers_of(mentions).conditions
    if found and found[0].comparison is not Comparison.EQUAL:
        return tuple(replace(one, percent=True) for one in found[:1])
    shares = [one.value for one in mentions.numbers if one.percent]
    return (Condition(Comparison.AT_MOST, shares[0], percent=True),) if len(shares) == 1 else ()


def _base(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Query:
    """The rate asked about, as named or as the thread has it."""
    places = _councils(place_choices(mentions, lexicon, compared=False), lexicon)
    named = role_choices(mentions.of(Kind.ROLE_GROUP), lexicon, compared=False)
    roles = tuple(dict.fromkeys(one for choice in named if (one := _all_of(choice, lexicon))))
    follows = thread if thread and not places else None
    metric = _rate(mentions.metrics, lexicon) or _rate(follows.metrics if follows else (), lexicon)
    return Query(
        Intent.FIGURE,
        (metric or _RATE,),
        places or (follows.places if follows else ()),
        roles or (follows.role_groups if follows else ()),
        periods_of(mentions) or (follows.periods if follows else ()),
    )


def _all_of(choice: Choice, lexicon: Lexicon) -> Choice:
    """Whose rate it is: agency social workers count in the rate of all social workers.

    Those who only say who is moved ("ten permanent staff") are nobody's rate.
    """
    groups = lexicon.directory.role_groups
    wider = ((groups[key].parent if _is_moved(key) else key) for key in choice)
    return tuple(dict.fromkeys(key for key in wider if key and key != _EVERYBODY))


def _is_moved(role_group: str) -> bool:
    return role_group.startswith(_MOVED)


def _councils(places: Iterable[Choice], lexicon: Lexicon) -> tuple[Choice, ...]:
    """The places without those that only say what to reach."""
    kinds = lexicon.directory.kinds
    return tuple(one for one in places if kinds.get(organisation_of(one[0])) == "council")


def _rate(choices: Iterable[Choice], lexicon: Lexicon) -> Choice:
    """The first rate that is named as such; conversions and permanent staff are levers."""
    metrics = lexicon.directory.metrics
    rates = [choice[0] for choice in choices if metrics[choice[0]].unit == "%"]
    return tuple(rates[:1])
