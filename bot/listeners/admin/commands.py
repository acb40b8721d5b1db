"""The sub-commands of /muster-admin: what is typed, what is filled in, and what it does.

A new one is one more row of COMMANDS, with its act in `bot/listeners/admin/acts`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.acts import figures
from bot.listeners.admin.context import AdminContext
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

    @property
    def form(self) -> Form:
        """The modal that asks for what it needs."""
        return Form(self.name, self.label, self.fields, self.submit)

    def given(self, text: str) -> Given | None:
        """What was typed behind its name; None where that is not all it needs."""
        found = re.fullmatch(self.typed, text.strip(), re.IGNORECASE | re.DOTALL)
        if found is None:
            return None
        return {name: _bare(value) for name, value in found.groupdict().items() if value}


def _bare(text: str) -> str:
    return text.strip().strip(_QUOTES).strip()


_NUMBER: Final = (Field("number", "Number of the import", "“History” lists the numbers."),)

COMMANDS: Final[Sequence[Command]] = (
    Command("history", "Figures", "History", figures.history),
    Command("undo", "Figures", "Take an import back", figures.undo,
            r"(?P<number>\d+)", "undo 12", _NUMBER, "Take back"),
    Command("redo", "Figures", "Put an import in again", figures.redo,
            r"(?P<number>\d+)", "redo 12", _NUMBER, "Put in again"),
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
