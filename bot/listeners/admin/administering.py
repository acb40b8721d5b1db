"""What follows from anything that an admin does: whether they may, and which act it is."""

import json
import logging
from collections.abc import Callable, Sequence
from datetime import date
from html import unescape
from typing import Final

from bot.delivery.asked import Asked, Did
from bot.delivery.outgoing import Reply
from bot.delivery.sending.files import FileError, Files
from bot.errors import MusterError
from bot.listeners.admin import admins
from bot.listeners.admin.acts import figures, files, words
from bot.listeners.admin.commands import BY_NAME, Given, command_in, menu
from bot.listeners.admin.context import AdminContext, opened, said, shown
from bot.listeners.admin.presses import FORMS, PRESSES
from bot.listeners.conversation.context import Context
from bot.loading.acts.names import BadNameError
from bot.loading.acts.single import UnsaidError
from bot.reply.blocks import Block
from bot.reply.lines import Lines
from bot.reply.slack.admin.home import admin_blocks
from bot.reply.slack.admin.modals import OPEN, Back, button, menu_view, reopening
from db.session import Engine
from seed.files.faults import FileFaultsError

_REFUSALS: Final = (BadNameError, FileError, LookupError, MusterError, UnsaidError)
"""What says in one sentence why something was not done."""

_LATE = 5

_log = logging.getLogger(__name__)


class Administering:
    """Does what admins ask for; whether they are admins is looked up each time."""

    def __init__(self, engine: Engine, files: Files) -> None:
        self._engine, self._files = engine, files
        self._late: dict[tuple[str, int, date], list[str]] = {}

    def answer(self, context: Context, asked: Asked) -> Reply:
        """All that follows; to whoever is no admin, whom to ask."""
        admin = self._admin(context, asked)
        if admin is None:
            return said(asked, Lines((admins.UNSURE,)))
        if not admins.is_admin(admin, asked):
            _log.warning("Refused to somebody who is no admin: %s %s", asked.did, asked.action)
            return said(asked, Lines(tuple(admins.refusal(admin, asked))))
        return _DID[asked.did](admin, asked)

    def home(self, context: Context, asked: Asked) -> list[Block]:
        """What an admin sees on the Home tab; nothing for everybody else."""
        admin = self._admin(context, asked)
        if admin is None or not admins.is_admin(admin, asked):
            return []
        return self._home(admin, asked, words.inbox(admin, asked))

    def _home(self, admin: AdminContext, asked: Asked, waiting: Sequence[Block]) -> list[Block]:
        """What was loaded last, what is late, and the words that wait."""
        loads = figures.loaded_last(admin, asked)
        seen = (asked.team, admin.context.muster.generation, admin.context.today)
        if seen not in self._late:
            self._late = {seen: files.late_lines(admin, asked)[:_LATE]}
        return [*admin_blocks(loads, self._late[seen]), *waiting]

    def _admin(self, context: Context, asked: Asked) -> AdminContext | None:
        """Whoever acts, as Slack knows them now; None where it does not say."""
        who = context.people.profile(asked.team, asked.person)
        files = self._files.within(asked.team)
        return who and AdminContext(context, self._engine, files, who, self._home)


def _commanded(admin: AdminContext, asked: Asked) -> Reply:
    """What was typed: alone the menu, a name alone its form, and all of it the act."""
    command, rest = command_in(unescape(asked.text))
    if command is None:
        return _menu(asked, rest)
    given = command.given(rest)
    if not command.is_complete(given):
        return opened(asked, command.form(admin.directory), given)
    return _act(admin, asked, command.name, given)


def _menu(asked: Asked, unknown: str) -> Reply:
    view = menu_view(menu(), Back(asked.channel, asked.response_url))
    missed = (f"I don't know “{unknown}”.",) if unknown else ()
    lines = Lines((*missed, "Press to see all that admins can do."))
    return shown(asked, view, lines, button("Menu", OPEN, "menu"))


def _submitted(admin: AdminContext, asked: Asked) -> Reply:
    given = {name: value for name, value in json.loads(asked.value).items() if value}
    return _act(admin, asked, asked.action, given)


def _pressed(admin: AdminContext, asked: Asked) -> Reply:
    if asked.action == OPEN:
        return _open(admin, asked)
    act = PRESSES.get(asked.action)
    if act is None:
        return said(asked, Lines(("I no longer know that button; type /muster-admin.",)))
    return _told(asked, lambda: act(admin, asked, asked.value))


def _open(admin: AdminContext, asked: Asked) -> Reply:
    """The form of a command, or the command itself where it needs none."""
    for name, command in BY_NAME.items():
        if asked.value == name or asked.value.startswith(f"{name} {{"):
            given = json.loads(asked.value[len(name) :] or "{}")
            if command.fields:
                return opened(asked, command.form(admin.directory), given)
            return _act(admin, asked, name, given)
    return _menu(asked, "")


def _act(admin: AdminContext, asked: Asked, name: str, given: Given) -> Reply:
    if form := FORMS.get(name):
        return _told(asked, lambda: form(admin, asked, given))
    command = BY_NAME[name]
    again = button("Try again", OPEN, reopening(name, given))
    under = [{"type": "actions", "elements": [again]}] if command.fields else []
    return _told(asked, lambda: command.act(admin, asked, given), *under)


def _told(asked: Asked, act: Callable[[], Reply], *under: Block) -> Reply:
    """What an act gives, or the sentence that says why it was not done."""
    try:
        return act()
    except FileFaultsError as faulty:
        return said(asked, Lines(tuple(map(str, faulty.faults)), ("Nothing was loaded.",)), *under)
    except (KeyError, IndexError):  # lookups too, and mistakes of ours
        raise
    except _REFUSALS as fault:
        return said(asked, Lines((_sentence(fault),), ("Nothing was changed.",)), *under)


def _sentence(fault: Exception) -> str:
    text = str(fault)
    if isinstance(fault, (FileError, MusterError)):  # they are sentences, and may begin with a name
        return text
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"


_DID: Final = {
    Did.COMMANDED: _commanded,
    Did.SUBMITTED: _submitted,
    Did.PRESSED_ADMIN: _pressed,
    Did.SHARED_FILE: _submitted,
}
