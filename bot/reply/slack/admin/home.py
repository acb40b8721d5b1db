"""What admins see on the Home tab beside everybody's part."""

from collections.abc import Iterator, Sequence

from bot.reply.blocks import Block, escaped
from bot.reply.slack.admin.modals import OPEN, button

_SECTION = 2_900


def admin_blocks(loads: Sequence[str], late: Sequence[str]) -> list[Block]:
    """The latest loads, what is late, and where to begin."""
    buttons = [
        button("Load a file", f"{OPEN}:load", "load", "primary"),
        button("History", f"{OPEN}:history", "history"),
        button("All that admins can do", f"{OPEN}:menu", "menu"),
    ]
    return [
        *_part("Loaded last", loads or ["Nothing has been loaded here yet."]),
        *_part("Late", late or ["Nothing is late."]),
        {"type": "actions", "elements": buttons},
    ]


def _part(title: str, lines: Sequence[str]) -> Iterator[Block]:
    yield {"type": "header", "text": {"type": "plain_text", "text": title, "emoji": False}}
    text = "\n".join(map(escaped, lines))[:_SECTION]
    yield {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}
