"""What can be pressed under a reply. Each button carries the id of its answer and nothing more."""

from collections.abc import Sequence
from enum import StrEnum

from bot.reply.blocks import Block

_LABEL = 75
_FEW = 3
_BUTTONS = 3
_MOST = 100  # options of a select


class Press(StrEnum):
    """The buttons, by the action_id they have in Slack."""

    CHOOSE = "muster_choose"
    NOT_MEANT = "muster_not_meant"
    TREND = "muster_trend"
    COMPARE = "muster_compare"
    SOURCE = "muster_source"
    DEFINITION = "muster_definition"
    MORE = "muster_more"
    SHARE = "muster_share"
    RATE = "muster_rate"
    REASON = "muster_reason"
    EXAMPLE = "muster_example"
    FOLLOW = "muster_follow"
    WHY = "muster_why"
    ASK = "muster_ask"
    CHANGE = "muster_change"
    STOP = "muster_stop"
    START = "muster_start"


NAMES = {
    Press.NOT_MEANT: "Not what I meant",
    Press.TREND: "Trend",
    Press.COMPARE: "Compare",
    Press.SOURCE: "Source",
    Press.DEFINITION: "Definition",
    Press.SHARE: "Share in channel",
    Press.FOLLOW: "Follow",
    Press.CHANGE: "Change",
    Press.STOP: "Stop",
    Press.START: "Start",
}
GOOD, BAD = "good", "bad"
REASONS = (
    "The figure is wrong",
    "Not the figure I asked for",
    "Not the team or council I asked for",
    "Hard to understand",
    "Something else",
)


def button_row(answer: str, presses: Sequence[Press], readings: Sequence[str] = ()) -> Block:
    """Three buttons for an answer, its readings in a menu, and what is left in another."""
    elements = [_button(NAMES[press], press, answer) for press in presses[:_BUTTONS]]
    if readings:
        elements.append(_select(Press.CHOOSE, "Only one of them", _numbered(answer, readings)))
    if left := [(NAMES[press], f"{press} {answer}") for press in presses[_BUTTONS:]]:
        elements.append(
            {"type": "overflow", "action_id": str(Press.MORE), "options": _options(left)}
        )
    return {"type": "actions", "elements": elements}


def choices(answer: str, labels: Sequence[str], asked: str = "Which do you mean?") -> Block:
    """Several readings to choose from: buttons where they are few, else a menu."""
    options = _numbered(answer, labels)
    if len(labels) > _FEW:
        return menu(Press.CHOOSE, asked, options)
    elements = [
        # Slack wants each action_id once in a row.
        _button(label, f"{Press.CHOOSE}_{at}", value)
        for at, (label, value) in enumerate(options)
    ]
    return {"type": "actions", "elements": elements}


def example_buttons(questions: Sequence[str]) -> Block:
    """Questions that are asked when they are pressed."""
    elements = [
        _button(question, f"{Press.EXAMPLE}_{at}", question)
        for at, question in enumerate(questions)
    ]
    return {"type": "actions", "elements": elements}


def menu(press: Press, asked: str, options: Sequence[tuple[str, str]]) -> Block:
    """A menu of options, each a label and its value."""
    return {"type": "actions", "elements": [_select(press, asked, options)]}


def item_menu(digest: str, number: int) -> Block:
    """The small menu of one item of a digest, whose number it carries."""
    asked = [(Press.WHY, "Why is this here"), (Press.ASK, "Ask about it")]
    options = [(label, f"{press} {digest} {number}") for press, label in asked]
    action = f"{Press.MORE}_{number}"
    return {"type": "overflow", "action_id": action, "options": _options(options)}


def thumbs(answer: str) -> Block:
    """Thumbs up and down for an answer."""
    element = {
        "type": "feedback_buttons",
        "action_id": str(Press.RATE),
        "positive_button": {"text": _plain("Helpful"), "value": f"{answer} {GOOD}"},
        "negative_button": {"text": _plain("Not helpful"), "value": f"{answer} {BAD}"},
    }
    return {"type": "context_actions", "elements": [element]}


def _select(press: Press, asked: str, options: Sequence[tuple[str, str]]) -> Block:
    return {
        "type": "static_select",
        "action_id": str(press),
        "placeholder": _plain(asked),
        "options": _options(options[:_MOST]),
    }


def _options(options: Sequence[tuple[str, str]]) -> list[Block]:
    return [{"text": _plain(label), "value": value} for label, value in options]


def _numbered(answer: str, labels: Sequence[str]) -> list[tuple[str, str]]:
    return [(label, f"{answer} {at}") for at, label in enumerate(labels)]


def _button(label: str, action: str, value: str) -> Block:
    return {"type": "button", "action_id": str(action), "text": _plain(label), "value": value}


def _plain(text: str) -> Block:
    short = text if len(text) <= _LABEL else f"{text[: _LABEL - 1]}…"
    return {"type": "plain_text", "text": short, "emoji": False}
