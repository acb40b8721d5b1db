"""People correct themselves and say what they do not mean; both are taken at their word.

"Assessment, sorry I mean Corporate Parenting" drops Assessment; "the managers, not the social
workers" drops the social workers.
"""

from collections.abc import Callable

from bot.question.frame.mentions.mention import Mention, Mentions
from bot.question.lexicon.entry import Kind

_REACH = 2
"""What is not meant stands at most this many spans after "not"."""

_COPULAS = ("who are", "that are", "which are", "who arent", "who is", "who were")
_SCOPES = frozenset({Kind.PLACE, Kind.ROLE_GROUP})
_FAMILY = {Kind.WEAK_METRIC: Kind.METRIC, Kind.WEAK_FACET: Kind.FACET}


def repair(mentions: Mentions) -> None:
    """Take out what the person took back or ruled out, and common words that are names too."""
    _take_out_verb(mentions)
    _take_out_adverb(mentions)
    for at in mentions.cues.get("correction", ()):
        _take_back(mentions, at)
    for at in mentions.cues.get("not", ()):
        _rule_out(mentions, at)


def _take_out_verb(mentions: Mentions) -> None:
    """Drop SEND from "send headcount for Education", which sends a figure of another team."""
    if mentions.tokens[0].written != "send":
        return
    teams = [one.at for one in _teams(mentions)]
    if len(teams) > 1 and teams[0] == 0:
        _keep(mentions, lambda one: one.at > 0)


def _take_out_adverb(mentions: Mentions) -> None:
    """Drop the Assistant Team Managers from "what is it atm", at the moment."""
    last = next((token for token in reversed(mentions.tokens) if token.is_word), None)
    if last is None or last.written != "atm":
        return
    place = max(at for at, span in enumerate(mentions.spans) if mentions.tokens[span.start] == last)
    _keep(mentions, lambda one: one.at != place)


def _take_back(mentions: Mentions, at: int) -> None:
    """Drop what stands before the correction and is said again, another way, after it."""
    after = {_family(mention) for mention in mentions.found if mention.at > at}
    _keep(mentions, lambda one: one.at > at or _family(one) not in after)
    if any(position > at for _, position in mentions.periods):
        mentions.periods = [one for one in mentions.periods if one[1] > at]


def _rule_out(mentions: Mentions, at: int) -> None:
    """Drop the nearest thing after the "not"; a place or group ruled out alone is a part left out.

    "Managers, not social workers" asks for managers; "vacancies not in Assessment" for the rest.
    """
    times = [place for _, place in mentions.periods]
    things = [one.at for one in mentions.found]
    later = [place for place in (*things, *times) if at < place <= at + _REACH + 1]
    if not later:
        if not {at + 1, at + 2}.isdisjoint(mentions.cues.get("that", ())):
            mentions.cues.setdefault("except", []).append(at)  # "not that month"
        return
    nearest = min(later)
    if nearest in times:
        _rule_out_time(mentions, at, nearest)
        return
    if mentions.words(at - 1).endswith(_COPULAS) or mentions.words(at).endswith(_COPULAS):
        mentions.cues.setdefault("negated", []).append(at)  # "those who are not agency"
        return
    ruled_out = {one.kind for one in mentions.found if one.at == nearest}
    teams = _teams(mentions)
    _keep(mentions, lambda one: one.at != nearest)
    if teams and not _teams(mentions):  # "vacancies in Devon, not C&F"
        mentions.cues.setdefault("except", []).append(at)
    left_out = mentions.words(at - 1) == "but" and not ruled_out.isdisjoint(_SCOPES)
    if left_out or any(kind in _SCOPES and not mentions.of(kind) for kind in ruled_out):
        mentions.cues.setdefault("except", []).append(at)


def _teams(mentions: Mentions) -> list[Mention]:
    return [one for one in mentions.found if one.kind is Kind.PLACE and "/" in one.choice[0]]


def _rule_out_time(mentions: Mentions, at: int, nearest: int) -> None:
    """Drop a time: "not March but February"; without another one it is a part left out."""
    mentions.periods = [one for one in mentions.periods if one[1] != nearest]
    if not mentions.periods:
        mentions.cues.setdefault("except", []).append(at)


def _family(mention: Mention) -> tuple[Kind, bool]:
    """What a mention may stand in for: a team for a team, a council for a council."""
    is_team = mention.kind is Kind.PLACE and "/" in mention.choice[0]
    return _FAMILY.get(mention.kind, mention.kind), is_team


def _keep(mentions: Mentions, wanted: Callable[[Mention], bool]) -> None:
    mentions.found = [one for one in mentions.found if wanted(one)]
