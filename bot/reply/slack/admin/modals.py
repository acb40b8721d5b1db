"""Modals: the menu of what admins can do, and a form for each of it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.reply.blocks import Block

ACTION: Final = "admin_"
"""What the action_id of each button of an admin begins with."""

VIEW: Final = "admin_"
"""What the callback_id of each modal of an admin begins with."""

OPEN: Final = "open"
"""The button that opens a form: its value is the form's name, and after a space what is known."""

_TITLE, _LABEL, _VALUE, _OPTIONS, _KEPT = 24, 75, 150, 100, 3_000
_TYPED = 3_000  # characters of a text field


class Entry(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    CHOICE = "choice"
    PERSON = "person"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form; `options` are labels with their values."""

    name: str
    label: str
    hint: str = ""
    entry: Entry = Entry.TEXT
    optional: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Back:
    """Where a modal was opened from, which is where its reply belongs."""

    channel: str
    response_url: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what it is called, its fields, the words on its button, and how to type the same."""

    name: str
    title: str
    fields: tuple[Field, ...]
    submit: str = "Next"
    usage: str = ""


def form_view(form: Form, back: Back, given: Mapping[str, str]) -> Block:
    """The modal of a form, filled in with what is given; the rest of it is carried along."""
    shown = {one.name for one in form.fields}
    carried = {name: value for name, value in given.items() if name not in shown}
    return {
        "type": "modal",
        "callback_id": f"{VIEW}{form.name}",
        "title": _plain(form.title, _TITLE),
        "submit": _plain(form.submit, _TITLE),
        "close": _plain("Cancel", _TITLE),
        "private_metadata": _carried(back, carried),
        "blocks": [
            *(_input(one, given.get(one.name, "")) for one in form.fields),
            *_in_words(form.usage),
        ],
    }


def menu_view(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], back: Back) -> Block:
    """The modal with a button for each thing to do, by groups: names and what they are called."""
    return {
        "type": "modal",
        "callback_id": f"{VIEW}menu",
        "title": _plain("Muster for admins", _TITLE),
        "close": _plain("Close", _TITLE),
        "private_metadata": _carried(back, {}),
        "blocks": list(_menu(groups)),
    }


def button(label: str, action: str, value: str, style: str = "") -> Block:
    """A button of an admin; what follows a colon in the action tells it from its neighbours."""
    styled = {"style": style} if style else {}
    return {
        "type": "button",
        "action_id": f"{ACTION}{action}",
        "text": _plain(label, _LABEL),
        "value": value,
        **styled,
    }


def reopening(name: str, given: Mapping[str, str]) -> str:
    """The value of a button that opens a form with what was given, as far as it fits."""
    value = f"{name} {json.dumps(dict(given), ensure_ascii=False)}"
    return value if len(value) <= 2_000 else name  # noqa: PLR2004 - Slack takes no more


def choice(label: str, action: str, options: Sequence[tuple[str, str]]) -> Block:
    """A menu of options, each a label and its value."""
    return {
        "type": "static_select",
        "action_id": f"{ACTION}{action}",
        "placeholder": _plain(label, _LABEL),
        **_options(options),
    }


def _in_words(usage: str) -> Iterator[Block]:
    if usage:
        text = f"In words: /muster-admin {usage}"
        yield {"type": "context", "elements": [_plain(text, 2_000)]}


def _menu(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Iterator[Block]:
    for heading, commands in groups:
        yield {"type": "header", "text": _plain(heading, _VALUE)}
        elements = [button(label, f"{OPEN}:{name}", name) for name, label in commands]
        yield {"type": "actions", "elements": elements}


def _carried(back: Back, given: Mapping[str, str]) -> str:
    told = {"channel": back.channel, "response_url": back.response_url, "given": dict(given)}
    text = json.dumps(told, ensure_ascii=False)
    return text if len(text) <= _KEPT else json.dumps({**told, "given": {}}, ensure_ascii=False)


def _input(field: Field, given: str) -> Block:
    hint = {"hint": _plain(field.hint, 2_000)} if field.hint else {}
    return {
        "type": "input",
        "block_id": field.name,
        "label": _plain(field.label, 2_000),
        "element": _element(field, given),
        "optional": field.optional,
        **hint,
    }


def _element(field: Field, given: str) -> Block:
    named: Block = {"action_id": field.name}
    if field.entry is Entry.FILE:
        kinds = ["csv", "xlsx"]
        return {"type": "file_input", **named, "filetypes": kinds, "max_files": 1}
    if field.entry is Entry.PERSON:
        return {"type": "users_select", **named, **({"initial_user": given} if given else {})}
    if field.entry is Entry.CHOICE:
        chosen = next((one for one in field.options if given in one), None)
        initial: Block = {"initial_option": _option(*chosen)} if chosen else {}
        return {"type": "static_select", **named, **_options(field.options), **initial}
    typed: Block = {"initial_value": given[:_TYPED]} if given else {}
    return {"type": "plain_text_input", **named, "max_length": _TYPED, **typed}


def _options(options: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Options, in groups where there are more than Slack takes in one."""
    told = [_option(label, value) for label, value in options]
    if len(told) <= _OPTIONS:
        return {"options": told}
    groups = [told[at : at + _OPTIONS] for at in range(0, len(told), _OPTIONS)]
    return {"option_groups": [{"label": _between(group), "options": group} for group in groups]}


def _between(group: Sequence[Block]) -> Block:
    first, last = (one["text"]["text"] for one in (group[0], group[-1]))
    return _plain(f"{first[:30]} to {last[:30]}", _LABEL)


def _option(label: str, value: str) -> Block:
    return {"text": _plain(label, _LABEL), "value": value[:_VALUE]}


def _plain(text: str, most: int) -> Block:
    short = text if len(text) <= most else f"{text[: most - 1]}…"
    return {"type": "plain_text", "text": short, "emoji": False}
