"""What is followed, as it is shown in Slack: a row each, and a modal to change one."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reply.blocks import Block, blocks_of
from bot.reply.lines import Lines
from bot.reply.slack.buttons import NAMES, Press

MODAL = "muster_schedule"
CADENCE, WEEKDAY, TIME, ZONE, QUIET = "cadence", "weekday", "time", "zone", "quiet"
ONLY_NEWS = "only_news"


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of the modal with its options (value and words) and the value it begins with."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    value: str


def follow_row(number: int, text: str, handle: str, presses: Sequence[Press]) -> Block:
    """One follow with its small menu, where whoever sees it may change it."""
    [section] = blocks_of(Lines((text,)))
    options = [{"text": _plain(NAMES[one]), "value": f"{one} {handle}"} for one in presses]
    menu = {"type": "overflow", "action_id": f"{Press.MORE}_{number}", "options": options}
    return {**section, "accessory": menu} if options else section


def follow_buttons(handle: str, presses: Sequence[Press]) -> Block:
    """The buttons under what was just followed."""
    elements = [
        {"type": "button", "action_id": str(press), "text": _plain(NAMES[press]), "value": handle}
        for press in presses
    ]
    return {"type": "actions", "elements": elements}


def schedule_modal(
    title: str, private: str, choices: Sequence[Choice], at: str, zone: str, *, quiet: bool | None
) -> Block:
    """The modal that changes when something is sent; `private` comes back with what was chosen.

    `quiet` None is an alert, which posts nothing but its news anyway.
    """
    typed: Block = {"type": "plain_text_input", "action_id": ZONE, "initial_value": zone}
    return {
        "type": "modal",
        "callback_id": MODAL,
        "private_metadata": private,
        "title": _plain("Change a digest"),
        "submit": _plain("Save"),
        "close": _plain("Cancel"),
        "blocks": [
            *blocks_of(Lines((title,))),
            *(_input(one.name, one.label, _select(one)) for one in choices),
            _input(TIME, "At", {"type": "timepicker", "action_id": TIME, "initial_time": at}),
            _input(ZONE, "Time zone", typed),
            *([] if quiet is None else [_silence(quiet=quiet)]),
        ],
    }


def _silence(*, quiet: bool) -> Block:
    nothing = {"text": _plain("Post nothing"), "value": ONLY_NEWS}
    boxes: Block = {"type": "checkboxes", "action_id": QUIET, "options": [nothing]}
    if quiet:
        boxes["initial_options"] = [nothing]
    return {**_input(QUIET, "When nothing is new", boxes), "optional": True}


def _input(name: str, label: str, element: Block) -> Block:
    return {"type": "input", "block_id": name, "label": _plain(label), "element": element}


def _select(choice: Choice) -> Block:
    options = [{"text": _plain(words), "value": value} for value, words in choice.options]
    chosen = next(one for one in options if one["value"] == choice.value)
    select = {"type": "static_select", "action_id": choice.name, "options": options}
    return {**select, "initial_option": chosen}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
