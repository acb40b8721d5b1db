"""Modals and Home tabs."""

from dataclasses import dataclass, field

from bot.sandbox.wire import Json


@dataclass
class View:
    """A modal a person has open, or their Home tab.

    `content` is what the app sent; `values` what the person entered, by block and action id.
    """

    id: str
    user: str
    content: Json
    team: str
    hash: str = ""
    previous: str = ""
    root: str = ""
    values: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    response_urls: list[Json] = field(default_factory=list)

    @property
    def is_modal(self) -> bool:
        """Whether it lies over the page."""
        return bool(self.content["type"] == "modal")


def view_object(view: View, app_id: str, bot_id: str) -> Json:
    """The view as `views.open` and interactions give it."""
    optional = ("private_metadata", "callback_id", "external_id")
    return {
        **view.content,
        **{name: view.content.get(name, "") for name in optional},
        "id": view.id,
        "team_id": view.team,
        "app_id": app_id,
        "app_installed_team_id": view.team,
        "bot_id": bot_id,
        "hash": view.hash,
        "root_view_id": view.root,
        "previous_view_id": view.previous or None,
        "state": {"values": view.values},
    }
