"""Every block there is."""

from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field, model_validator

from bot.sandbox.block_kit.charts import DataVisualization
from bot.sandbox.block_kit.elements import ActionElement, ContextActionElement
from bot.sandbox.block_kit.inputs import Input
from bot.sandbox.block_kit.rich_text import DataTable, RichText, Table
from bot.sandbox.block_kit.texts import (
    Id,
    Mrkdwn,
    Part,
    Plain150,
    Plain2000,
    PlainText,
    Text2000,
    Text3000,
    Url,
    unique,
)


def _action_id(part: Part) -> object:
    return getattr(part, "action_id", None)


class SlackFile(Part):
    """A file in Slack, by its id or address."""

    id: str | None = None
    url: str | None = None


class ImageElement(Part):
    """A small picture."""

    type: Literal["image"]
    alt_text: str = Field(min_length=1, max_length=2000)
    image_url: Url | None = None
    slack_file: SlackFile | None = None

    @model_validator(mode="after")
    def _has_one_source(self) -> "ImageElement":
        if (self.image_url is None) == (self.slack_file is None):
            raise ValueError("either image_url or slack_file")
        return self


class Image(ImageElement):
    """A picture of its own."""

    title: Plain2000 | None = None
    block_id: Id | None = None


class Section(Part):
    """Text, fields in two columns, and something beside them."""

    type: Literal["section"]
    text: Text3000 | None = None
    fields: list[Text2000] | None = Field(default=None, min_length=1, max_length=10)
    accessory: Annotated[ActionElement | ImageElement, Field(discriminator="type")] | None = None
    expand: bool = False
    block_id: Id | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Section":
        if self.text is None and self.fields is None:
            raise ValueError("text or fields")
        return self


class Divider(Part):
    """A line across."""

    type: Literal["divider"]
    block_id: Id | None = None


class Header(Part):
    """A heading."""

    type: Literal["header"]
    text: Plain150
    level: int | None = None
    block_id: Id | None = None


class Context(Part):
    """Small print."""

    type: Literal["context"]
    elements: list[Annotated[PlainText | Mrkdwn | ImageElement, Field(discriminator="type")]] = (
        Field(min_length=1, max_length=10)
    )
    block_id: Id | None = None


class Actions(Part):
    """A row of buttons and menus."""

    type: Literal["actions"]
    elements: Annotated[
        list[ActionElement], Field(min_length=1, max_length=25), unique("action_id", _action_id)
    ]
    block_id: Id | None = None


class ContextActions(Part):
    """Small buttons under a message."""

    type: Literal["context_actions"]
    elements: Annotated[
        list[ContextActionElement],
        Field(min_length=1, max_length=5),
        unique("action_id", _action_id),
    ]
    block_id: Id | None = None


class Markdown(Part):
    """Text in the markup of the rest of the world."""

    type: Literal["markdown"]
    text: str = Field(min_length=1, max_length=12_000)
    block_id: Id | None = None


class Alert(Part):
    """A warning inside a modal."""

    type: Literal["alert"]
    text: Annotated[PlainText | Mrkdwn, Field(discriminator="type")]
    level: Literal["default", "info", "warning", "error", "success"] = "default"
    block_id: Id | None = None


class Other(Part):
    """A block Slack knows and this sandbox takes unread."""

    model_config = ConfigDict(extra="allow")

    type: Literal["call", "card", "carousel", "container", "file", "plan", "task_card", "video"]
    block_id: Id | None = None


Block: TypeAlias = Annotated[
    Actions
    | Alert
    | Context
    | ContextActions
    | DataTable
    | DataVisualization
    | Divider
    | Header
    | Image
    | Input
    | Markdown
    | Other
    | RichText
    | Section
    | Table,
    Field(discriminator="type"),
]
