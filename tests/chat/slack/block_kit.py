"""What Slack would refuse or act upon in a message."""

import re
from collections.abc import Iterator
from typing import Any

from bot.sandbox.block_kit.check import faults_in_message

MOST_BLOCKS = 50
LONGEST_SECTION = 3_000
MOST_ELEMENTS = 10
LONGEST_TEXT = 40_000
LONGEST_BLOCKS = 11_000  # of all blocks together; Slack has refused 11,341

PRESSED = {"actions", "context_actions"}
DRAWN = {"data_visualization", "table"}
LONGEST_LABEL = 75
LONGEST_VALUE = 150  # of an option; a button takes 2,000
KINDS = {"actions": {"button", "static_select"}, "context_actions": {"feedback_buttons"}}

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
    yield from faults_in_message(blocks)
    if len("".join(shown(blocks))) > LONGEST_BLOCKS:
        yield "blocks too long together"
    for block in blocks:
        yield from _block_faults(block)


def shown(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """The texts of all blocks, in order."""
    for block in blocks:
        yield from (one["text"] for one in _texts(block))


def _texts(block: dict[str, Any]) -> list[dict[str, Any]]:
    if block["type"] in PRESSED | DRAWN:
        return []
    return block["elements"] if block["type"] == "context" else [block["text"]]


def _block_faults(block: dict[str, Any]) -> Iterator[str]:
    if block["type"] in PRESSED:
        yield from _press_faults(block)
        return
    if block["type"] in DRAWN:
        return
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


def _press_faults(block: dict[str, Any]) -> Iterator[str]:
    elements = block["elements"]
    if not 0 < len(elements) <= MOST_ELEMENTS:
        yield f"{len(elements)} elements"
    if len({one["action_id"] for one in elements}) < len(elements):
        yield "two elements of one action_id"
    for element in elements:
        if element["type"] not in KINDS[block["type"]]:
            yield f"a {element['type']} among {block['type']}"
        if not 0 < len(element.get("options", [1])) <= 100:
            yield f"{len(element['options'])} options"
        for label, value in pressed(element):
            if not (0 < len(label) <= LONGEST_LABEL and 0 < len(value) <= LONGEST_VALUE):
                yield f"a label of {len(label)} and a value of {len(value)} characters"


def pressed(element: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what can be pressed on an element: each label and its value."""
    if element["type"] == "feedback_buttons":
        parts = [element["positive_button"], element["negative_button"]]
    else:
        parts = element.get("options", [element])
    for part in parts:
        yield part["text"]["text"], part["value"]
