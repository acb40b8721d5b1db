"""An answer shown again as it was given."""

import re
from datetime import UTC, datetime

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.replying import say

_ORDER = re.compile(r"\s*answer\s+(?P<id>[0-9a-f]{10})\s*", re.IGNORECASE)
_UNKNOWN = "I have no answer of that number here."


def asks_for_receipt(text: str) -> bool:
    """Whether a command asks for an answer by its id."""
    return bool(_ORDER.fullmatch(text))


def show_receipt(context: Context, asked: Asked) -> Reply:
    """The answer with the id, word for word; a private one for whoever got it alone."""
    found = _ORDER.fullmatch(asked.text)
    kept = context.receipt(asked, found["id"].lower()) if found else None
    if kept is None or (kept.private and kept.person != asked.person):
        return say(asked, _UNKNOWN)
    day = datetime.fromtimestamp(kept.asked_at, UTC)
    given = f"As it was given on {day.day} {day:%B %Y}:"
    return say(asked, given, *kept.reply.splitlines())
