"""What was chosen or typed into an element, in the words of interactions."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.files import file_object
from bot.sandbox.workspace.workspace import Workspace

Entry: TypeAlias = str | Sequence[str]
"""A text, the value of an option, an id, or several of these."""

_SINGLE = {
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "users_select": "selected_user",
}
_OPTION = frozenset({"static_select", "radio_buttons", "overflow", "external_select"})
_OPTIONS = frozenset({"checkboxes", "multi_static_select", "multi_external_select"})


def elements_in(blocks: Sequence[Json]) -> Iterator[tuple[str, Json]]:
    """Each element a person can use, with the id of its block."""
    for block in blocks:
        parts = [block.get("accessory"), block.get("element"), *(block.get("elements") or ())]
        for part in parts:
            if isinstance(part, dict) and part.get("action_id"):
                yield block["block_id"], part


def element_named(blocks: Sequence[Json], named: str) -> tuple[str, Json]:
    """The element with an action_id, or with words on it.

    Raises:
        RefusalError: there is none.
    """
    for block_id, element in elements_in(blocks):
        if named in (element["action_id"], label_of(element)):
            return block_id, element
    raise RefusalError("no_such_element", named=named)


def label_of(element: Json) -> str:
    """The words on a button or in an empty menu."""
    text = element.get("text") or element.get("placeholder") or {}
    return str(text.get("text", ""))


def entered(element: Json, entry: Entry, workspace: Workspace) -> Json:
    """What an element holds once something was entered."""
    type_ = element["type"]
    given: Json = {"type": type_}
    if type_ in _OPTION:
        return given | {"selected_option": _option(element, entry) if entry else None}
    if type_ in _OPTIONS:
        return given | {"selected_options": [_option(element, one) for one in _several(entry)]}
    if type_ in _SINGLE:
        return given | {_SINGLE[type_]: entry or None}
    if type_ == "file_input":
        return given | {"files": [file_object(workspace.files[one]) for one in _several(entry)]}
    if type_.startswith("multi_"):
        name = f"selected_{type_.removeprefix('multi_').removesuffix('_select')}"
        return given | {name: _several(entry)}
    return given | {"value": entry or None}


def initially(element: Json, workspace: Workspace) -> Json:
    """What an element holds before anybody touches it."""
    option, options = element.get("initial_option"), element.get("initial_options")
    if option or options:
        values = [one["value"] for one in options or [option]]
        return entered(element, values if options else values[0], workspace)
    given = (element[name] for name in element if name.startswith("initial_"))
    return entered(element, next(given, ""), workspace)


def _several(entry: Entry) -> list[str]:
    if isinstance(entry, str):
        return [entry] if entry else []
    return list(entry)


def _option(element: Json, value: Any) -> Json:
    groups = element.get("option_groups") or [{"options": element.get("options") or []}]
    for group in groups:
        for option in group["options"]:
            if value in (option["value"], option["text"]["text"]):
                return dict(option)
    raise RefusalError("no_such_option", value=value)
