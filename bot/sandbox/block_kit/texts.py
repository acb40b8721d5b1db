"""Composition objects: texts, options, confirmation dialogs."""

from collections.abc import Callable
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


class Part(BaseModel):
    """A part of a payload; Slack refuses properties it does not know."""

    model_config = ConfigDict(extra="forbid", strict=True)


class PlainText(Part):
    """Text shown as it is."""

    type: Literal["plain_text"]
    text: str = Field(min_length=1)
    emoji: bool = True


class Mrkdwn(Part):
    """Text in Slack's markup."""

    type: Literal["mrkdwn"]
    text: str = Field(min_length=1)
    verbatim: bool = False


Text: TypeAlias = Annotated[PlainText | Mrkdwn, Field(discriminator="type")]


def _at_most(characters: int) -> AfterValidator:
    def check(text: PlainText | Mrkdwn) -> PlainText | Mrkdwn:
        if len(text.text) > characters:
            raise ValueError(f"must be less than {characters + 1} characters")
        return text

    return AfterValidator(check)


Plain24: TypeAlias = Annotated[PlainText, _at_most(24)]
Plain75: TypeAlias = Annotated[PlainText, _at_most(75)]
Plain100: TypeAlias = Annotated[PlainText, _at_most(100)]
Plain150: TypeAlias = Annotated[PlainText, _at_most(150)]
Plain2000: TypeAlias = Annotated[PlainText, _at_most(2000)]
Text75: TypeAlias = Annotated[Text, _at_most(75)]
Text300: TypeAlias = Annotated[Text, _at_most(300)]
Text2000: TypeAlias = Annotated[Text, _at_most(2000)]
Text3000: TypeAlias = Annotated[Text, _at_most(3000)]

Id: TypeAlias = Annotated[str, Field(min_length=1, max_length=255)]
Url: TypeAlias = Annotated[str, Field(min_length=1, max_length=3000)]
ButtonValue: TypeAlias = Annotated[str, Field(max_length=2000)]
Style: TypeAlias = Literal["primary", "danger"]


class Confirm(Part):
    """A dialog that asks again before something is done."""

    title: Plain100
    text: Text300
    confirm: Annotated[PlainText, _at_most(30)]
    deny: Annotated[PlainText, _at_most(30)]
    style: Style | None = None


class Option(Part):
    """One thing to choose."""

    text: Text75
    value: str = Field(min_length=1, max_length=150)
    description: Text75 | None = None
    url: Url | None = None


class OptionGroup(Part):
    """Options under a heading."""

    label: Plain75
    options: list[Option] = Field(min_length=1, max_length=100)


def unique(what: str, key: Callable[[Part], object]) -> AfterValidator:
    """A check that no two parts of a list share something."""

    def check(parts: list[Part]) -> list[Part]:
        keys = [key(part) for part in parts if key(part) is not None]
        if len(set(keys)) < len(keys):
            raise ValueError(f"{what} must be unique")
        return parts

    return AfterValidator(check)
