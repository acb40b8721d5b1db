"""The sub-commands of /muster-admin: what is typed, what is filled in, and what it does.

A new one is one more row of COMMANDS, with its act in `bot/listeners/admin/acts`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.acts import figures, loading
from bot.listeners.admin.context import AdminContext
from bot.listeners.admin.fields import (
    COUNCIL,
    FILE,
    METRIC,
    NUMBER,
    PEOPLE,
    PLACE,
    VALUE,
    WHEN,
    with_choices,
)
from bot.query.directory import Directory
from bot.reply.slack.admin.modals import Field, Form

Given: TypeAlias = Mapping[str, str]
"""What was typed or filled in, by the names of fields."""

Act: TypeAlias = Callable[[AdminContext, Asked, Given], Reply]

_QUOTES: Final = '"\u201c\u201d\u201e\u2033'


@dataclass(frozen=True, slots=True)
class Command:
    """One sub-command.

    `group` and `label` are its place on the menu, `typed` what may follow its name, with the names
    of fields, and `usage` that in words. Without fields it is done at once.
    """

    name: str
    group: str
    label: str
    act: Act
    typed: str = ""
    usage: str = ""
    fields: tuple[Field, ...] = ()
    submit: str = "Next"

    def form(self, directory: Directory) -> Form:
        """The modal that asks for what it needs, with what can be chosen."""
        fields = tuple(with_choices(one, directory) for one in self.fields)
        return Form(self.name, self.label, fields, self.submit)

    def given(self, text: str) -> Given:
        """What was typed behind its name, as far as that says something."""
        found = re.fullmatch(self.typed, text.strip(), re.IGNORECASE | re.DOTALL)
        told = found.groupdict() if found else {}
        return {name: _bare(value) for name, value in told.items() if value}

    def is_complete(self, given: Given) -> bool:
        """Whether that is all it needs: every field that has to be filled in, or all in words."""
        return "said" in given or all(one.optional or one.name in given for one in self.fields)


def _bare(text: str) -> str:
    return text.strip().strip(_QUOTES).strip()


_SAID: Final = r"(?P<said>.+)"
_FIGURE: Final = (METRIC, PEOPLE, PLACE, WHEN, VALUE)

COMMANDS: Final[Sequence[Command]] = (
    Command("load", "Figures", "Load a file", loading.load,
            r"(?P<council>.+)", "load", (FILE, COUNCIL), "Look at it"),
    Command("set", "Figures", "Set one figure", loading.set_figure,
            _SAID, "set agency fte social workers Assessment 31 Mar 2024 27.0", _FIGURE),
    Command("target", "Figures", "Set a target", loading.set_target,
            _SAID, "target agency rate social workers Devon 20% by Mar 2025", _FIGURE),
    Command("history", "Figures", "History", figures.history),
    Command("undo", "Figures", "Take an import back", figures.undo,
            r"(?P<number>\d+)", "undo 12", (NUMBER,), "Take back"),
    Command("redo", "Figures", "Put an import in again", figures.redo,
            r"(?P<number>\d+)", "redo 12", (NUMBER,), "Put in again"),
    Command("audit", "Figures", "Audit log", figures.audit),
)  # fmt: skip

BY_NAME: Final = {one.name: one for one in COMMANDS}


def command_in(text: str) -> tuple[Command | None, str]:
    """The sub-command that a text begins with, the longest name first, and what follows it."""
    words = " ".join(text.split())
    for name in sorted(BY_NAME, key=len, reverse=True):
        if re.match(rf"{re.escape(name)}(?!\S)", words, re.IGNORECASE):
            return BY_NAME[name], words[len(name) :].strip()
    return None, words


def menu() -> list[tuple[str, list[tuple[str, str]]]]:
    """The groups of the menu, each with the names and labels of its commands."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in COMMANDS:
        groups.setdefault(one.group, []).append((one.name, one.label))
    return list(groups.items())
