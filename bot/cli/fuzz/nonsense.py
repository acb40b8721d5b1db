"""What no text may do: raise, or get a figure where no word of it is one of ours."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.cli.fuzz.mistyping import Ask
from bot.cli.fuzz.texts import Text
from bot.cli.samples.grade import told
from bot.pipeline import EXAMPLES, Replied
from bot.reply.blocks import blocks_of
from bot.reply.contract import contract
from bot.reply.lines import lines_of


class Fault(NamedTuple):
    """A text that did what it may not, and what that was."""

    text: Text
    what: str


def faults(ask: Ask, texts: Iterable[Text]) -> Iterator[Fault | None]:
    """For each text its fault, or None."""
    for text in texts:
        what = _fault(ask, text)
        yield Fault(text, what) if what else None


def _fault(ask: Ask, text: Text) -> str:
    try:
        replied = ask(text.words)
        _write_out(replied)
    except Exception as error:  # noqa: BLE001 - every one of them is a find
        return f"{type(error).__name__}: {error}"
    return "a figure for nonsense" if text.nonsense and told(replied.result) else ""


def _write_out(replied: Replied) -> None:
    """The reply as JSON and as Slack's blocks: nothing may be left that cannot be written."""
    corrections = replied.understanding.corrections
    fields = contract(None, replied.result, corrections, EXAMPLES)
    blocks = blocks_of(lines_of(replied.result, corrections, EXAMPLES))
    json.dumps([fields, blocks], ensure_ascii=False).encode()
