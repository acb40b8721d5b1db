"""A list of lines, each with a button of its own."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.reply.blocks import Block, blocks_of, escaped
from bot.reply.lines import Lines

_LINE = 2_900


class Item(NamedTuple):
    """A line, and the button beside it."""

    line: str
    press: Block | None = None


def list_blocks(title: str, items: Sequence[Item]) -> list[Block]:
    """The blocks of a list under its title."""
    return [*blocks_of(Lines((title,))), *map(_section, items)]


def _section(item: Item) -> Block:
    text = {"type": "mrkdwn", "text": escaped(item.line)[:_LINE] or "\u2013", "verbatim": True}
    beside = {"accessory": item.press} if item.press else {}
    return {"type": "section", "text": text, **beside}
