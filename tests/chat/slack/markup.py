"""What Muster promises of every message: nothing in it is live but what Muster made so."""

import re
from collections.abc import Iterator
from typing import Any

_LIVE = re.compile(r"[<>*_~`]|:[^\s:]+:|&(?!(amp|lt|gt);)")
_BOLD = re.compile(r"^\*([^*\n]+)\*", re.MULTILINE)


def live_in(message: dict[str, Any]) -> Iterator[str]:
    """Each thing in a message that Slack would act upon, in words."""
    if _LIVE.search(message["text"]):
        yield "markup in the text"
    if message.get("parse") != "none":
        yield "addresses in the text become links"
    for text in texts_of(message.get("blocks") or []):
        if text["type"] != "mrkdwn" or text.get("verbatim") is not True:
            yield "addresses in a block become links"
        if _LIVE.search(_BOLD.sub(r"\1", text["text"])):
            yield "markup in a block"


def texts_of(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What people read in sections and small print."""
    for block in blocks:
        if block["type"] == "section":
            yield block["text"]
        elif block["type"] == "context":
            yield from block["elements"]
