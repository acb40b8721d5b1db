"""The `rich_text` block, and the tables whose cells may hold one."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from bot.sandbox.block_kit.texts import Id, Part


class RichPiece(Part):
    """A run of text, or a mention."""

    type: Literal[
        "text",
        "link",
        "user",
        "usergroup",
        "channel",
        "emoji",
        "date",
        "broadcast",
        "color",
        "team",
    ]
    text: str | None = None
    url: str | None = None
    user_id: str | None = None
    usergroup_id: str | None = None
    channel_id: str | None = None
    name: str | None = None
    timestamp: int | None = None
    format: str | None = None
    fallback: str | None = None
    range: str | None = None
    value: str | None = None
    style: dict[str, bool] | None = None


class RichSection(Part):
    """A paragraph, a quote or code."""

    type: Literal["rich_text_section", "rich_text_quote", "rich_text_preformatted"]
    elements: list[RichPiece]
    border: int | None = None


class RichList(Part):
    """A list with bullets or numbers."""

    type: Literal["rich_text_list"]
    style: Literal["bullet", "ordered"]
    elements: list[RichSection]
    indent: int = Field(default=0, ge=0, le=8)
    offset: int = 0
    border: int | None = None


class RichText(Part):
    """Formatted text."""

    type: Literal["rich_text"]
    elements: list[Annotated[RichSection | RichList, Field(discriminator="type")]]
    block_id: Id | None = None


class RawText(Part):
    """A cell with text."""

    type: Literal["raw_text"]
    text: str = Field(min_length=1)


class RawNumber(Part):
    """A cell with a number, and how it is written."""

    type: Literal["raw_number"]
    value: int | float
    text: str | None = None


Cell: TypeAlias = Annotated[RawText | RawNumber | RichText, Field(discriminator="type")]
Row: TypeAlias = Annotated[list[Cell], Field(min_length=1, max_length=20)]


class Column(Part):
    """How a column is set."""

    align: Literal["left", "center", "right"] = "left"
    is_wrapped: bool = False


class Table(Part):
    """A table, its first row the headings."""

    type: Literal["table"]
    rows: list[Row] = Field(min_length=1, max_length=100)
    column_settings: list[Column | None] | None = Field(default=None, max_length=20)
    block_id: Id | None = None


class DataTable(Part):
    """A table to sort and page through, its first row the headings."""

    type: Literal["data_table"]
    caption: str = Field(min_length=1)
    rows: list[Row] = Field(min_length=2, max_length=201)
    page_size: int = Field(default=5, ge=1, le=100)
    row_header_column_index: int | None = Field(default=None, ge=0)
    block_id: Id | None = None

    @model_validator(mode="after")
    def _is_even(self) -> "DataTable":
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows must have equally many cells")
        if any(cell.type == "rich_text" for cell in self.rows[0]):
            raise ValueError("no rich text in the heading row")
        return self
