"""Faults of a payload in Slack's words: what is wrong, and a pointer to where."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.sandbox.block_kit.surfaces import Home, Message, Modal
from bot.sandbox.wire import Json


def faults_in_message(blocks: Any) -> list[str]:
    """Each thing Slack would refuse in the blocks of a message."""
    return list(_faults(Message, {"blocks": blocks}))


def faults_in_view(view: Json) -> list[str]:
    """Each thing Slack would refuse in a modal or Home tab."""
    return list(_faults(Home if view.get("type") == "home" else Modal, view))


def _faults(model: type[BaseModel], payload: Json) -> Iterator[str]:
    try:
        model.model_validate(payload)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=False, include_input=False):
            pointer = "/".join(_steps(payload, fault["loc"]))
            yield f"[ERROR] {fault['msg']} [json-pointer:/{pointer}]"


def _steps(payload: Any, steps: Sequence[int | str]) -> Iterator[str]:
    """The steps into the payload, without the kinds of block that Pydantic puts between them."""
    for step in steps:
        if isinstance(payload, dict) and step not in payload and payload.get("type") == step:
            continue
        yield str(step)
        try:
            payload = payload[step]
        except (KeyError, IndexError, TypeError):
            return
