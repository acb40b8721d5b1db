"""What people press and choose from, in every block that holds such elements."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from bot.sandbox.block_kit.texts import (
    ButtonValue,
    Confirm,
    Id,
    Option,
    OptionGroup,
    Part,
    Plain75,
    Plain150,
    Style,
    Url,
)


class Element(Part):
    """Something that tells the app when it is used."""

    action_id: Id | None = None


class Confirmed(Element):
    """An element that may ask again."""

    confirm: Confirm | None = None


class Button(Confirmed):
    """A button, or a link that looks like one."""

    type: Literal["button"]
    text: Plain75
    url: Url | None = None
    value: ButtonValue | None = None
    style: Style | None = None
    accessibility_label: str | None = Field(default=None, max_length=75)


class Select(Confirmed):
    """A menu of options, or of option groups."""

    type: Literal["static_select", "multi_static_select"]
    placeholder: Plain150 | None = None
    options: list[Option] | None = Field(default=None, min_length=1, max_length=100)
    option_groups: list[OptionGroup] | None = Field(default=None, min_length=1, max_length=100)
    initial_option: Option | None = None
    initial_options: list[Option] | None = Field(default=None, min_length=1, max_length=100)
    max_selected_items: int | None = Field(default=None, ge=1)
    focus_on_load: bool = False

    @model_validator(mode="after")
    def _has_one_source(self) -> "Select":
        if (self.options is None) == (self.option_groups is None):
            raise ValueError("either options or option_groups")
        return self


class Menu(Confirmed):
    """A menu that Slack or the app fills while a person types."""

    type: Literal[
        "external_select",
        "users_select",
        "conversations_select",
        "channels_select",
        "multi_external_select",
        "multi_users_select",
        "multi_conversations_select",
        "multi_channels_select",
    ]
    placeholder: Plain150 | None = None
    min_query_length: int | None = Field(default=None, ge=0)
    max_selected_items: int | None = Field(default=None, ge=1)
    initial_option: Option | None = None
    initial_user: str | None = None
    initial_channel: str | None = None
    initial_conversation: str | None = None
    initial_users: list[str] | None = None
    initial_channels: list[str] | None = None
    initial_conversations: list[str] | None = None
    default_to_current_conversation: bool = False
    response_url_enabled: bool = False
    filter: dict[str, object] | None = None
    focus_on_load: bool = False


class Overflow(Confirmed):
    """The three dots."""

    type: Literal["overflow"]
    options: list[Option] = Field(min_length=1, max_length=5)


class Choice(Confirmed):
    """Boxes to tick, or one of several to pick."""

    type: Literal["checkboxes", "radio_buttons"]
    options: list[Option] = Field(min_length=1, max_length=10)
    initial_option: Option | None = None
    initial_options: list[Option] | None = Field(default=None, min_length=1, max_length=10)
    focus_on_load: bool = False


class Picker(Confirmed):
    """A day, a time of day, or both."""

    type: Literal["datepicker", "timepicker", "datetimepicker"]
    placeholder: Plain150 | None = None
    initial_date: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    initial_time: str | None = Field(default=None, pattern=r"^\d{2}:\d{2}$")
    initial_date_time: int | None = None
    timezone: str | None = None
    focus_on_load: bool = False


class FeedbackButton(Part):
    """One of the two feedback buttons."""

    text: Plain75
    value: ButtonValue
    accessibility_label: str | None = Field(default=None, max_length=75)


class FeedbackButtons(Element):
    """Thumbs up and down."""

    type: Literal["feedback_buttons"]
    positive_button: FeedbackButton
    negative_button: FeedbackButton


class IconButton(Confirmed):
    """A button with a picture."""

    type: Literal["icon_button"]
    icon: Literal["trash"]
    text: Plain75
    value: ButtonValue | None = None
    visible_to_user_ids: list[str] | None = None
    accessibility_label: str | None = Field(default=None, max_length=75)


ACTION_ELEMENTS = (Button, Select, Menu, Overflow, Choice, Picker)

ActionElement: TypeAlias = Annotated[
    Button | Select | Menu | Overflow | Choice | Picker, Field(discriminator="type")
]
ContextActionElement: TypeAlias = Annotated[
    FeedbackButtons | IconButton, Field(discriminator="type")
]
