"""The buttons under what admins are told, by their names; a new one is one more row."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.acts import figures, people, words
from bot.listeners.admin.context import AdminContext, in_place
from bot.listeners.admin.pending import settling
from bot.reply.slack.admin.words import DISOWN, IGNORE, MEANS, REJECT, REOPEN

Press: TypeAlias = Callable[[AdminContext, Asked, str], Reply]
Filled: TypeAlias = Callable[[AdminContext, Asked, Mapping[str, str]], Reply]


def _undo(admin: AdminContext, asked: Asked, number: str) -> Reply:
    return in_place(figures.undo(admin, asked, {"number": number}), asked)


def _redo(admin: AdminContext, asked: Asked, number: str) -> Reply:
    return in_place(figures.redo(admin, asked, {"number": number}), asked)


def _remove(admin: AdminContext, asked: Asked, person: str) -> Reply:
    return in_place(people.remove(admin, asked, {"person": person}), asked)


PRESSES: Final[dict[str, Press]] = {
    "answer": settling.answer,
    "cancel": settling.cancel,
    "load": settling.load,
    "redo": _redo,
    "remove": _remove,
    "report": settling.report,
    "undo": _undo,
    DISOWN: words.not_ours,
    IGNORE: words.ignore,
    MEANS: words.means,
    REJECT: words.none_of_these,
    REOPEN: words.reopen,
}

FORMS: Final[dict[str, Filled]] = {"answer": settling.answer_given}
"""What follows from modals that are on no menu."""
