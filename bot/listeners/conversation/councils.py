"""The council that is meant where none is named: of a person, a channel or the workspace."""

import re
from functools import partial
from typing import NamedTuple

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply, Write
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.replying import post_of
from bot.question import read
from bot.question.lexicon.entry import Kind
from bot.reply.lines import Lines
from db import delivery
from db.session import Connection

_NAME = "council"
_ORDER = re.compile(r"^\s*council\b(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_WHOSE = {
    "channel": re.compile(r"\b(for|in) this channel\b|\bhere\b", re.IGNORECASE),
    "workspace": re.compile(r"\bfor (everyone|everybody|the workspace)\b", re.IGNORECASE),
    "person": re.compile(r"\bfor me\b", re.IGNORECASE),
}
_NONE = re.compile(r"\b(none|no|off|any|all)\b", re.IGNORECASE)
_SAID = {"person": "for you", "channel": "for this channel", "workspace": "for this workspace"}
_NOT_ADMIN = "Only an admin of this workspace can set the council for everyone."
_NOT_MEMBER = "Only a member of this workspace can set the council for a channel."
_HOW = (
    "Set one with /muster council Devon, adding “for this channel” or “for everyone”; "
    "/muster council none ends it."
)


class Setting(NamedTuple):
    """A council by its key, and whose setting it is."""

    council: str
    whose: str

    def note(self, context: Context) -> str:
        """The setting as a reply that used it shows it."""
        names = context.muster.knowledge().directory.names
        return f"{names.place(self.council)} is the council set {_SAID[self.whose]}."


def setting_for(conn: Connection, asked: Asked) -> Setting | None:
    """The setting that applies: what everyone reads follows the channel's before the person's."""
    subjects = _subjects(asked)
    told = delivery.preferences(conn, scope_of(asked), _NAME, list(subjects.values()))
    private = bool(asked.response_url)
    order = ("person", "channel") if private else ("channel", "person")
    for whose in (*order, "workspace"):
        if subjects[whose] in told:
            return Setting(told[subjects[whose]], whose)
    return None


def is_order(text: str) -> bool:
    """Whether a command sets or shows the council."""
    return bool(_ORDER.match(text))


def set_council(context: Context, asked: Asked) -> Reply:
    """Set, end or show the council; says what holds from now on."""
    found = _ORDER.match(asked.text)
    rest = found["rest"] if found else ""
    whose = next((name for name, words in _WHOSE.items() if words.search(rest)), "person")
    for words in _WHOSE.values():
        rest = words.sub(" ", rest)
    if not rest.strip():
        return _say(asked, shown_council(context, asked), _HOW)
    # A channel's is its members', and a command can be given in no other channel than its own.
    if whose == "channel" and not context.is_member(asked):
        return _say(asked, _NOT_MEMBER)
    if whose == "workspace" and not context.is_admin(asked):
        return _say(asked, _NOT_ADMIN)
    if _NONE.fullmatch(rest.strip()):
        said = f"No council is set {_SAID[whose]} any more."
        return _say(asked, said, write=_setting(asked, whose, None))
    keys = councils_named(context, rest)
    if len(keys) != 1:
        return _say(asked, "I don't see which council you mean.", _held(context))
    name = context.muster.knowledge().directory.names.place(keys[0])
    said = f"{name} is now the council {_SAID[whose]} wherever a question names none."
    return _say(asked, said, write=_setting(asked, whose, keys[0]))


def _subjects(asked: Asked) -> dict[str, str]:
    return {"person": asked.person, "channel": asked.channel, "workspace": asked.team}


def _setting(asked: Asked, whose: str, council: str | None) -> Write:
    subject = _subjects(asked)[whose]
    return partial(
        delivery.prefer, scope=scope_of(asked), name=_NAME, subject=subject, value=council
    )


def shown_council(context: Context, asked: Asked) -> str:
    """The setting that applies, in words."""
    with context.said.connect() as conn:
        setting = setting_for(conn, asked)
    return setting.note(context) if setting else "No council is set."


def councils_named(context: Context, text: str) -> list[str]:
    """The keys of the councils that a text names."""
    known = context.muster.knowledge()
    covers = read(text, known.lexicon).covers[:1]
    senses = [
        sense for cover in covers for one in cover.spans if one.entry for sense in one.entry.senses
    ]
    keys = [meaning.key for sense in senses for meaning in sense if meaning.kind is Kind.PLACE]
    kinds = known.directory.kinds
    return [key for key in dict.fromkeys(keys) if kinds.get(key) == "council"]


def _held(context: Context) -> str:
    places = context.muster.knowledge().directory.catalogue.organisations
    return f"I know {', '.join(one.short_name for one in places if one.kind == 'council')}."


def _say(asked: Asked, *lines: str, write: Write | None = None) -> Reply:
    return Reply((post_of(asked, Lines(lines)),), (write,) if write else ())
