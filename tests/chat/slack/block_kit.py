"""What Slack would refuse or act upon in a message."""

import re
from collections.abc import Iterator
from typing import Any

MOST_BLOCKS = 50
LONGEST_SECTION = 3_000
MOST_ELEMENTS = 10
LONGEST_TEXT = 40_000
LONGEST_BLOCKS = 11_000  # of all blocks together; Slack has refused 11,341

_LIVE = re.compile(r"[<>*_~`]|:[^\s:]+:|&(?!(amp|lt|gt);)")
_BOLD_LINE = re.compile(r"^\*([^*\n]+)\*", re.MULTILINE)


def faults_of(message: dict[str, Any]) -> Iterator[str]:
    """Each thing wrong with a message, in words."""
    text, blocks = message.get("text", ""), message.get("blocks") or []
    if not 0 < len(text) <= LONGEST_TEXT:
        yield f"text of {len(text)} characters"
    if _LIVE.search(text):
        yield "live markup in the text"
    if message.get("parse") != "none":
        yield "addresses in the text become links"
    if len(blocks) > MOST_BLOCKS:
        yield f"{len(blocks)} blocks"
    if len("".join(shown(blocks))) > LONGEST_BLOCKS:
        yield "blocks too long together"
    for block in blocks:
        yield from _block_faults(block)


def shown(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """The texts of all blocks, in order."""
    for block in blocks:
        yield from (one["text"] for one in _texts(block))


def _texts(block: dict[str, Any]) -> list[dict[str, Any]]:
    return block["elements"] if block["type"] == "context" else [block["text"]]


def _block_faults(block: dict[str, Any]) -> Iterator[str]:
    if block["type"] not in {"section", "context"}:
        yield f"a block of type {block['type']}"
        return
    texts = _texts(block)
    if not 0 < len(texts) <= MOST_ELEMENTS:
        yield f"{len(texts)} elements"
    for one in texts:
        if not 0 < len(one["text"]) <= LONGEST_SECTION:
            yield f"{block['type']} of {len(one['text'])} characters"
        if one["type"] != "mrkdwn" or one.get("verbatim") is not True:
            yield "addresses in a block become links"
        if _LIVE.search(_BOLD_LINE.sub(r"\1", one["text"])):
            yield f"live markup in a {block['type']}"
