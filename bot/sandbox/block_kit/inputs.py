"""What people type and upload in a modal, a message or a Home tab."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from bot.sandbox.block_kit.elements import Choice, Element, Menu, Picker, Select
from bot.sandbox.block_kit.texts import Id, Part, Plain150, Plain2000


class Dispatching(Part):
    """When typing is told at once."""

    trigger_actions_on: list[Literal["on_enter_pressed", "on_character_entered"]] = Field(
        min_length=1
    )


class TextInput(Element):
    """A field for text."""

    type: Literal["plain_text_input", "email_text_input", "url_text_input"]
    placeholder: Plain150 | None = None
    initial_value: str | None = None
    multiline: bool = False
    min_length: int | None = Field(default=None, ge=0, le=3000)
    max_length: int | None = Field(default=None, ge=1, le=3000)
    dispatch_action_config: Dispatching | None = None
    focus_on_load: bool = False


class NumberInput(Element):
    """A field for a number."""

    type: Literal["number_input"]
    is_decimal_allowed: bool
    initial_value: str | None = None
    min_value: str | None = None
    max_value: str | None = None
    placeholder: Plain150 | None = None
    dispatch_action_config: Dispatching | None = None
    focus_on_load: bool = False


class FileInput(Element):
    """A place to put files."""

    type: Literal["file_input"]
    filetypes: list[str] | None = Field(default=None, min_length=1)
    max_files: int = Field(default=10, ge=1, le=10)


InputElement: TypeAlias = Annotated[
    TextInput | NumberInput | FileInput | Select | Menu | Choice | Picker,
    Field(discriminator="type"),
]


class Input(Part):
    """A labelled field."""

    type: Literal["input"]
    label: Plain2000
    element: InputElement
    block_id: Id | None = None
    hint: Plain2000 | None = None
    optional: bool = False
    dispatch_action: bool = False
