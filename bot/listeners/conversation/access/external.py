"""/muster external on: an admin opens a channel to guests and people of other organisations."""

import logging
import re
from functools import partial

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.conversation.access.admission import is_opened
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.replying import say
from db import delivery

_ORDER = re.compile(r"\s*external\b\s*(?P<rest>.*?)\s*", re.IGNORECASE | re.DOTALL)
_SWITCH = {"on": True, "off": False}
_SAID = {
    True: "Everybody in this channel may ask me here and read what I answer, also guests and "
    "people of other organisations.",
    False: "In this channel I answer members of this workspace alone; where another organisation "
    "reads along, nobody else sees the answer.",
}
_HOW = "An admin changes that with /muster external on, and /muster external off."
_NOT_ADMIN = "Only an admin of this workspace can open a channel to others, or close it."
_NOT_HERE = "That can be set for a channel only; type it in the channel it is for."

_log = logging.getLogger(__name__)


def is_external_order(text: str) -> bool:
    """Whether a command opens a channel to others, closes it, or asks which holds."""
    return _wanted(text) in {"", *_SWITCH}


def set_external(context: Context, asked: Asked) -> Reply:
    """Open or close the channel it was typed in, or say which holds."""
    wanted = _SWITCH.get(_wanted(asked.text) or "")
    if wanted is None:
        return say(asked, _SAID[is_opened(context, asked.team, asked.channel)], _HOW)
    if asked.channel.startswith("D"):
        return say(asked, _NOT_HERE)
    if not context.is_admin(asked):
        return say(asked, _NOT_ADMIN)
    _log.info("%s set external %s in %s", asked.person, wanted, asked.channel)
    reply = say(asked, _SAID[wanted])
    write = partial(
        delivery.allow_shared_channel,
        scope=scope_of(asked),
        channel=asked.channel,
        allowed=wanted,
    )
    return Reply(reply.posts, (write,))


def _wanted(text: str) -> str | None:
    found = _ORDER.fullmatch(text)
    return found["rest"].lower() if found else None
