"""Where blocks are put: messages, modals and Home tabs, each with limits of its own."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from bot.sandbox.block_kit.blocks import Block, Markdown
from bot.sandbox.block_kit.texts import Id, Part, Plain24, unique

ONLY_IN_MESSAGES = frozenset(
    {
        "context_actions",
        "data_table",
        "data_visualization",
        "markdown",
        "plan",
        "table",
        "task_card",
    }
)
"""Whether charts may stand on a Home tab is not said anywhere, so here they may not."""

MOST_IN_A_MESSAGE = {"data_visualization": 2}
"""Nowhere documented; met in use."""

LONGEST_MARKDOWN = 12_000


def _block_id(part: Part) -> object:
    return getattr(part, "block_id", None)


class Message(Part):
    """The blocks of a message."""

    blocks: Annotated[list[Block], Field(max_length=50), unique("block_id", _block_id)]

    @field_validator("blocks")
    @classmethod
    def _fits(cls, blocks: list[Block]) -> list[Block]:
        counted = Counter(str(block.type) for block in blocks)
        if counted["alert"]:
            raise ValueError("alert is for modals")
        for type_, most in MOST_IN_A_MESSAGE.items():
            if counted[type_] > most:
                raise ValueError(f"no more than {most} {type_} blocks")
        if sum(len(block.text) for block in blocks if isinstance(block, Markdown)) > (
            LONGEST_MARKDOWN
        ):
            raise ValueError(f"no more than {LONGEST_MARKDOWN} characters of markdown")
        return blocks


class Surface(Part):
    """What modals and Home tabs share."""

    blocks: Annotated[list[Block], Field(max_length=100), unique("block_id", _block_id)]
    callback_id: str | None = Field(default=None, max_length=255)
    private_metadata: str | None = Field(default=None, max_length=3000)
    external_id: Id | None = None

    @field_validator("blocks")
    @classmethod
    def _belong_here(cls, blocks: list[Block]) -> list[Block]:
        for block in blocks:
            if block.type in ONLY_IN_MESSAGES:
                raise ValueError(f"{block.type} is for messages")
        return blocks


class Home(Surface):
    """A Home tab."""

    type: Literal["home"]

    @field_validator("blocks")
    @classmethod
    def _has_no_alert(cls, blocks: list[Block]) -> list[Block]:
        if any(block.type == "alert" for block in blocks):
            raise ValueError("alert is for modals")
        return blocks


class Modal(Surface):
    """A modal; one with a field to fill in needs a button to submit it."""

    type: Literal["modal"]
    title: Plain24
    submit: Plain24 | None = None
    close: Plain24 | None = None
    clear_on_close: bool = False
    notify_on_close: bool = False
    submit_disabled: bool = False

    @model_validator(mode="after")
    def _can_be_submitted(self) -> "Modal":
        if self.submit is None and _has_input(self.blocks):
            raise ValueError("submit is needed where there is an input block")
        return self


def _has_input(blocks: Sequence[Part]) -> bool:
    return any(getattr(block, "type", "") == "input" for block in blocks)
