"""The text and blocks of a message, refused where Slack would refuse them."""

from collections.abc import Collection
from typing import Any

from bot.sandbox.block_kit.check import faults_in_message, faults_in_view
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.messages import texts_in
from bot.sandbox.workspace.workspace import Ids

LONGEST_TEXT = 40_000
LONGEST_TEXT_BLOCKS = 11_000
"""Characters of all texts in blocks together; nowhere documented, 11,341 were refused."""

_TABLES = frozenset({"data_table", "data_visualization", "markdown", "table"})


def checked_content(text: str, blocks: Any, ids: Ids, unknown: Collection[str] = ()) -> list[Json]:
    """The blocks, each with the ids that Slack gives where the app gave none.

    `unknown` are types of blocks that this Slack does not know yet.

    Raises:
        RefusalError: there is nothing to show, too much of it, or a block is not right.
    """
    if not text and not blocks:
        raise RefusalError("no_text")
    if len(text) > LONGEST_TEXT:
        raise RefusalError("msg_too_long")
    faults = faults_in_message(blocks or []) or [
        f"/blocks/{at}: unknown type"
        for at, one in enumerate(blocks or [])
        if one["type"] in unknown
    ]
    if faults:
        raise _invalid_blocks(faults)
    texts = texts_in([block for block in blocks or [] if block["type"] not in _TABLES])
    if sum(map(len, texts)) > LONGEST_TEXT_BLOCKS:
        raise RefusalError("msg_blocks_too_long")
    return with_ids(blocks or [], ids)


def checked_view(view: Any, ids: Ids) -> Json:
    """The view, its blocks with ids.

    Raises:
        RefusalError: it is not right.
    """
    if not isinstance(view, dict):
        raise RefusalError("invalid_arguments")
    faults = faults_in_view(view)
    if faults:
        raise _invalid_blocks(faults, "invalid_arguments")
    return {**view, "blocks": with_ids(view["blocks"], ids)}


def with_ids(blocks: list[Json], ids: Ids) -> list[Json]:
    """The blocks with a block_id each, and an action_id in each element that can have one."""
    return [{**_with_action_ids(block, ids), **_block_id(block, ids)} for block in blocks]


def _block_id(block: Json, ids: Ids) -> Json:
    return {"block_id": block.get("block_id") or ids.next("b")}


def _with_action_ids(block: Json, ids: Ids) -> Json:
    named: Json = {
        name: _element(block[name], ids) for name in ("accessory", "element") if block.get(name)
    }
    if block["type"] in {"actions", "context_actions"}:
        named["elements"] = [_element(one, ids) for one in block["elements"]]
    return block | named


def _element(element: Json, ids: Ids) -> Json:
    if element["type"] == "image" or element.get("action_id"):
        return element
    return {**element, "action_id": ids.next("a")}


def _invalid_blocks(faults: list[str], code: str = "invalid_blocks") -> RefusalError:
    return RefusalError(code, errors=faults, response_metadata={"messages": faults})
