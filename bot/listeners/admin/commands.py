"""The sub-commands of /muster-admin: what is typed, what is filled in, and what it does.

A new one is one more row of COMMANDS, with its act in `bot/listeners/admin/acts`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.acts import answers, figures, files, loading, names, people, small, words
from bot.listeners.admin.context import AdminContext
from bot.listeners.admin.fields import (
    ANSWER,
    BETTER,
    COUNCIL,
    FILE,
    KIND,
    MEANING,
    METRIC,
    NAME,
    NUMBER,
    OF_COUNCIL,
    PEOPLE,
    PERSON,
    PHRASE,
    PLACE,
    RULE,
    SHORT,
    TEAM,
    UNDER,
    UNDER_ROLE,
    UNIT,
    VALUE,
    WHEN,
    WHICH,
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
        return Form(self.name, self.label, fields, self.submit, self.usage)

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
_PERSON: Final = r"<@(?P<person>\w+)(\|[^>]*)?>"
_WORD: Final = rf"[{_QUOTES}][^{_QUOTES}]+[{_QUOTES}]|\S+"
_FIGURE: Final = (METRIC, PEOPLE, PLACE, WHEN, VALUE)

_FIGURES, _NAMES, _FILES, _WHO = "Figures", "Names", "Files", "Who may"

COMMANDS: Final[Sequence[Command]] = (
    Command("load", _FIGURES, "Load a file", loading.load,
            r"(?P<council>.+)", "load", (FILE, COUNCIL), "Look at it"),
    Command("set", _FIGURES, "Set one figure", loading.set_figure,
            _SAID, "set agency fte social workers Assessment 31 Mar 2024 27.0", _FIGURE),
    Command("target", _FIGURES, "Set a target", loading.set_target,
            _SAID, "target agency rate social workers Devon 20% by Mar 2025", _FIGURE),
    Command("history", _FIGURES, "History", figures.history),
    Command("undo", _FIGURES, "Take an import back", figures.undo,
            r"(?P<number>\d+)", "undo 12", (NUMBER,), "Take back"),
    Command("redo", _FIGURES, "Put an import in again", figures.redo,
            r"(?P<number>\d+)", "redo 12", (NUMBER,), "Put in again"),
    Command("alias", _NAMES, "Let a word mean something", names.alias,
            r"(?P<phrase>.+?)\s*=\s*(?P<meaning>.+)", 'alias "front door" = MASH',
            (PHRASE, MEANING), "Save"),
    Command("unknown words", _NAMES, "Unknown words", words.unknown_words),
    Command("teach", _NAMES, "Teach an unknown word", words.teach,
            r"(?P<phrase>.+?)\s*=\s*(?P<meaning>.+)", 'teach "front door" = MASH',
            (PHRASE, MEANING), "Try it"),
    Command("team add", _NAMES, "Add a team", names.add_team,
            rf"(?P<council>{_WORD})\s+(?P<name>.+?)(?:\s+under\s+(?P<under>.+))?",
            "team add Devon Night Desk under Assessment", (OF_COUNCIL, NAME, UNDER), "Save"),
    Command("team move", _NAMES, "Move a team", names.move_team,
            r"(?P<team>.+?)\s+under\s+(?P<under>.+)", "team move Night Desk under Assessment",
            (TEAM, UNDER), "Save"),
    Command("team rename", _NAMES, "Rename a team", names.rename_team,
            r"(?P<team>.+?)\s*=\s*(?P<name>.+)", "team rename Night Desk = Late Desk",
            (TEAM, NAME), "Save"),
    Command("metric add", _NAMES, "Add a metric", names.add_metric,
            r"(?P<name>.+?)\s+in\s+(?P<unit>\S+)(?:\s+better\s+(?P<better>up|down))?",
            "metric add Supervisions held in supervisions better up", (NAME, UNIT, BETTER), "Save"),
    Command("role add", _NAMES, "Add a role group", names.add_role,
            r"(?P<name>.+)", "role add Youth mentors", (NAME, UNDER_ROLE), "Save"),
    Command("council add", _NAMES, "Add a council", names.add_council,
            r"(?P<name>.+?)(?:\s*=\s*(?P<short>.+))?",
            "council add Avonford Borough Council = Avonford", (NAME, SHORT), "Save"),
    Command("disclosure", _NAMES, "Keep small groups back", small.disclosure,
            r"(?P<metric>.+?)\s+(?P<rule>off|default)", "disclosure leavers default",
            (METRIC, RULE), "Save"),
    Command("export", _FILES, "Export what is held", files.export,
            r"(?P<kind>csv|xlsx)?", "export csv", (KIND, WHICH), "Export"),
    Command("template", _FILES, "Template workbook", files.template),
    Command("freshness", _FILES, "What is late", files.freshness),
    Command("answers", _FIGURES, "An answer then and now", answers.answers,
            r"(?P<answer>[0-9a-f]{10})", "answers 1a2b3c4d5e", (ANSWER,), "Show it"),
    Command("audit", _WHO, "Audit log", figures.audit),
    Command("admins", _WHO, "List admins", people.admins),
    Command("admins add", _WHO, "Name an admin", people.add,
            _PERSON, "admins add @ben", (PERSON,), "Save"),
    Command("admins remove", _WHO, "Remove an admin", people.remove,
            _PERSON, "admins remove @ben", (PERSON,), "Remove"),
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
