"""Words that wait, each with one-tap choices; and what a choice would change."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.reply.blocks import Block, blocks_of
from bot.reply.lines import Lines
from bot.reply.slack.admin.modals import OPEN, button, reopening

MEANS: Final = "means"
REJECT: Final = "reject"
IGNORE: Final = "ignore"
DISOWN: Final = "disown"
REOPEN: Final = "reopen"
TEACH: Final = "teach"
"""The command that takes a meaning in the admin's own words."""


class Choice(NamedTuple):
    """Something a word may mean, as an alias has it, and in words."""

    means: str
    name: str


class Item(NamedTuple):
    """A word that waits: its id, how it is written, what is said of it, what it may mean."""

    id: int
    written: str
    line: str
    choices: Sequence[Choice] = ()


def word_blocks(said: Lines, items: Sequence[Item]) -> list[Block]:
    """A list of words, each over its buttons."""
    return [*blocks_of(said), *(block for one in items for block in _blocks(one))]


def inbox_blocks(items: Sequence[Item], done: str = "") -> list[Block]:
    """The words that wait, for the Home tab, under what was just done; nothing where none does."""
    if not (items or done):
        return []
    title = {"type": "plain_text", "text": "Words I don't know", "emoji": False}
    said = Lines((*([done] if done else ()), *(() if items else ("No word waits.",))))
    return [{"type": "header", "text": title}, *word_blocks(said, items)]


def _blocks(item: Item) -> Iterator[Block]:
    yield from blocks_of(Lines((item.line,)))
    yield {"type": "actions", "elements": list(_buttons(item))}


def _buttons(item: Item) -> Iterator[Block]:
    """What it may mean, something else, none of these, nothing to us, not ours."""
    word = str(item.id)
    for at, one in enumerate(item.choices):
        yield button(f"It means {one.name}", f"{MEANS}:{word}.{at}", f"{word} {one.means}")
    yield button("Something else …", f"{OPEN}:{word}", reopening(TEACH, {"phrase": item.written}))
    if item.choices:
        rejected = " ".join((word, *(one.means for one in item.choices)))
        yield button("None of these", f"{REJECT}:{word}", rejected)
    yield button("Ignore", f"{IGNORE}:{word}", word)
    yield button("Not ours", f"{DISOWN}:{word}", word)


def sure_buttons(word: int, means: str, digest: str) -> Block:
    """To let a word mean something although answers change, or to leave it."""
    yes = button("Let it mean that", f"{MEANS}:sure", f"{word} {means} {digest}", "danger")
    return {"type": "actions", "elements": [yes, button("Ignore the word", IGNORE, str(word))]}


def undo_button(word: int) -> Block:
    """To let a word wait again."""
    return {"type": "actions", "elements": [button("Take it back", REOPEN, str(word))]}
