"""Which words are an order about following, and what it says."""

import re

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.conversation.context import Context
from bot.listeners.following.changing import show_follows
from bot.listeners.following.digests import show_history, show_now
from bot.listeners.following.permissions import set_who
from bot.listeners.following.starting import start_alert, start_follow

_FLAGS = re.IGNORECASE | re.DOTALL
_FOLLOWS = re.compile(r"\s*(my |show |list )*follows\s*", _FLAGS)
_WHO = re.compile(r"\s*follows changed by\s*(?P<who>\w*)\s*", _FLAGS)
_NOW = re.compile(r"\s*digests?( now)?\s*", _FLAGS)
_HISTORY = re.compile(r"\s*digests? history(?P<all> (for )?(everyone|everywhere|all))?\s*", _FLAGS)
_FOLLOW = re.compile(r"\s*(please )?follow\b(?P<rest>.*)", _FLAGS)
_ALERT = re.compile(
    r"\s*(please )?(tell (?P<me>me|us) (when(ever)?|once|as soon as)"
    r"|let (?P<let>me|us) know (when(ever)?|once|if|as soon as)"
    r"|(alert|notify|warn) (?P<warn>me|us) (when(ever)?|once|if|as soon as)) (?P<rest>.*)",
    _FLAGS,
)
_MOVES = re.compile(
    r"\b(go(es)?|(get|rise|climb|grow|move|increase|jump|fall|drop|dip|sink|decrease)s?)"
    r"( back)?( up| down)?(?= (to|over|above|under|below|beyond|past|more|less|higher|lower)\b)",
    _FLAGS,
)
_REACHES = re.compile(r"\b(reach(es)?|hits?)\b", _FLAGS)
_EXCEEDS = re.compile(r"\b(exceeds?|pass(es)?|cross(es)?|tops?)\b", _FLAGS)


def follow_order(context: Context, asked: Asked) -> Reply | None:
    """What follows from an order about following; None where the words are none."""
    if found := _ALERT.fullmatch(asked.text):
        return _alert(context, asked, found)
    if found := _FOLLOW.fullmatch(asked.text):
        return start_follow(context, asked, found["rest"])
    return _shown(context, asked if asked.is_direct else asked.privately())


def plain_alert(words: str) -> str:
    """The words of an alert as a question has them: "goes over 50%" is "over 50%"."""
    words = _MOVES.sub("", words)
    return " ".join(_EXCEEDS.sub("over", _REACHES.sub("at least", words)).split())


def _alert(context: Context, asked: Asked, found: "re.Match[str]") -> Reply | None:
    who = found["me"] or found["let"] or found["warn"]
    rest = found["rest"].strip(" .!")
    words = plain_alert(rest)
    if words == rest and not re.search(r"\d", words):
        return None  # "tell me when the figures were published" is a question
    return start_alert(context, asked, words, for_all=who.lower() == "us")


def _shown(context: Context, asked: Asked) -> Reply | None:
    if found := _WHO.fullmatch(asked.text):
        return set_who(context, asked, found["who"])
    if _FOLLOWS.fullmatch(asked.text):
        return show_follows(context, asked)
    if _NOW.fullmatch(asked.text):
        return show_now(context, asked)
    if found := _HISTORY.fullmatch(asked.text):
        return show_history(context, asked, of_all=bool(found["all"]))
    return None
