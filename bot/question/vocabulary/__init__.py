"""The words of asking: what signals an intent, what carries no meaning."""

import tomllib
from importlib.resources import files
from typing import Any

from bot.question.vocabulary.period_words import PERIOD_WORDS


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / name).read_text(encoding="utf-8"))


CUES: dict[str, tuple[str, ...]] = {
    cue: tuple(phrases) for cue, phrases in _read("cues.toml").items()
}
"""Phrases by the cue they give."""

_IDLE = _read("fillers.toml")
PLAIN = frozenset(_IDLE.pop("plain"))
"""Words and phrases that change nothing even beside what is counted."""

NAMING = frozenset(_IDLE.pop("naming"))
"""Idle words that are the point straight before a team or a group: "the data team"."""

FILLERS: frozenset[str] = frozenset(word for words in _IDLE.values() for word in words)
"""Words and phrases without meaning."""

SHORTHAND: dict[str, str] = _read("shorthand.toml")
"""Short forms and the words they stand for, both singular."""

LEVERS: dict[str, tuple[str, ...]] = {
    name: tuple(words) for name, words in _read("levers.toml").items()
}
"""Words of what may move a rate, and of asking for it."""

CHATTER: dict[str, tuple[str, ...]] = {
    name: tuple(words) for name, words in _read("chatter.toml").items()
}
"""Words of the talk around a question, by what they do in it."""

__all__ = [
    "CHATTER",
    "CUES",
    "FILLERS",
    "LEVERS",
    "NAMING",
    "PERIOD_WORDS",
    "PLAIN",
    "SHORTHAND",
]
