"""Which places are meant: teams narrowed to the councils named, councils alone beside them."""

from collections.abc import Sequence

from bot.query.query import Choice
from bot.question.frame.mentions import Mention, Mentions
from bot.question.lexicon import Lexicon
from bot.question.lexicon.entry import Kind

_FAR = 10
"""Spans that a joint between a team and a council counts for."""


def organisation_of(place: str) -> str:
    """The organisation's key of a place's key."""
    return place.partition("/")[0]


def councils_of(places: Sequence[Choice]) -> tuple[Choice, ...]:
    """The organisations of places, each once."""
    found = (tuple(dict.fromkeys(organisation_of(key) for key in choice)) for choice in places)
    return tuple(dict.fromkeys(found))


def place_choices(mentions: Mentions, lexicon: Lexicon, *, compared: bool) -> tuple[Choice, ...]:
    """The places asked about, in the order of the question.

    A council that owns a team named beside it is that team's council, not a place of its own. A
    team that no named council has becomes a key nobody holds, so that the reply can say so.
    `compared` keeps a team and the wider service it belongs to apart.
    """
    mentioned = [one for one in mentions.found if one.kind is Kind.PLACE]
    if len(mentioned) < 2:  # noqa: PLR2004 - nothing to tell apart
        only = [one.choice for one in mentioned]
        return tuple(only if compared else _narrowest(only, lexicon))
    councils = [one for one in mentioned if _is_council(one, lexicon)]
    scoped = [one for one in mentioned if not _is_organisation(one, lexicon)]
    chosen: list[Choice] = []
    owned: set[str] = set()
    for one in mentioned:
        if one not in scoped:
            chosen.append(one.choice)
            continue
        narrowed = _within(one, councils, mentions, alone=len(scoped) == 1)
        owned.update(organisation_of(key) for choice in narrowed for key in choice if "/" in key)
        chosen.extend(narrowed)
    absorbed = {
        one.choice for one in mentioned if _is_organisation(one, lexicon) and one.choice[0] in owned
    }
    named = {choice[0] for choice in chosen if len(choice) == 1}
    kept = [
        choice
        for choice in dict.fromkeys(chosen)
        if choice not in absorbed and not (len(choice) > 1 and named.intersection(choice))
    ]
    return tuple(kept if compared else _narrowest(kept, lexicon))


def _is_organisation(mention: Mention, lexicon: Lexicon) -> bool:
    return len(mention.choice) == 1 and mention.choice[0] in lexicon.directory.kinds


def _is_council(mention: Mention, lexicon: Lexicon) -> bool:
    return (
        _is_organisation(mention, lexicon)
        and lexicon.directory.kinds[mention.choice[0]] == "council"
    )


def _within(
    team: Mention, councils: Sequence[Mention], mentions: Mentions, *, alone: bool
) -> list[Choice]:
    """A team's keys in the council it stands beside; a lone team's in each council named."""
    if not councils:
        return [team.choice]
    near = sorted(councils, key=lambda one: _distance(team, one, mentions))
    having = [one for one in near if _keys_in(team, one)]
    if not having:
        unheld = mentions.words(team.at).replace(" ", "_")
        return [(f"{near[0].choice[0]}/{unheld}",)]
    named = sorted(having, key=lambda one: one.at) if alone else having[:1]
    return [_keys_in(team, one) for one in named]


def _distance(team: Mention, council: Mention, mentions: Mentions) -> tuple[int, bool]:
    """Spans between the two, more where a "v" or an "and" stands between; then the later first."""
    first, last = sorted((team.at, council.at))
    joints = sum(
        first < at < last for cue in ("compare", "follow") for at in mentions.cues.get(cue, ())
    )
    return last - first + _FAR * joints, council.at < team.at


def _keys_in(team: Mention, council: Mention) -> Choice:
    return tuple(key for key in team.choice if organisation_of(key) == council.choice[0])


def _narrowest(choices: Sequence[Choice], lexicon: Lexicon) -> list[Choice]:
    """Places without those that hold another one named: "Social Care, Assessment" is Assessment."""
    keys = [key for choice in choices for key in choice]
    wider = {above for key in keys for above in lexicon.directory.wider_places.get(key, ())}
    narrowed = [tuple(key for key in choice if key not in wider) for choice in choices]
    return [choice for choice in narrowed if choice]
