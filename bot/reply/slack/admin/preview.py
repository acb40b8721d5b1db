"""What a load would change, as an admin sees it before it does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reply.blocks import Block, blocks_of, escaped
from bot.reply.lines import Lines
from bot.reply.slack.admin.modals import ACTION, button, choice

_MOST = 10  # lines of a part
_ASKED = 5  # questions at a time
_PART, _QUESTION = 1_500, 300  # characters: Slack takes some 11,000 in all
_BUTTON_OPTIONS = 100

OTHER = "other"
"""The option that is none of those offered."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part under its title; `count` is how many lines there are, of which some are shown."""

    title: str
    lines: Sequence[str]
    count: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file leaves open, its id, and what may be answered, by labels and ids.

    `has_more` says that other answers than those can be given.
    """

    id: str
    text: str
    options: Sequence[tuple[str, str]]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview: its first line, its parts and questions, and whether a yes would load it."""

    pending: str
    said: str
    parts: Sequence[Part]
    questions: Sequence[Question]
    is_loadable: bool
    note: str = ""


def preview_lines(shown: Shown) -> Lines:
    """All of it in words, which is what notifications and screen readers use."""
    said = [*filter(None, (shown.note, shown.said))]
    for part in shown.parts:
        said += [f"{part.title}:", *part.lines[:_MOST], *_more(part)]
    said += [one.text for one in shown.questions[:_ASKED]]
    return Lines(tuple(said))


def preview_blocks(shown: Shown, *, is_brief: bool = False) -> list[Block]:
    """The blocks: what is asked comes before what would change, and the buttons last.

    A brief preview has no parts, for where Slack takes no more.
    """
    head = blocks_of(Lines(tuple(filter(None, (shown.note, shown.said)))))
    asked = [_asked(shown, one) for one in shown.questions[:_ASKED]]
    parts = [] if is_brief else [*map(_part, shown.parts)]
    return [*head, *asked, *parts, _buttons(shown)]


def _part(part: Part) -> Block:
    lines: list[str] = []
    room = _PART
    for line in map(escaped, part.lines[:_MOST]):
        room -= len(line) + 3
        if room < 0:
            break
        lines.append(f"• {line}")
    left = Part(part.title, lines, part.count or len(part.lines))
    text = "\n".join([f"*{escaped(part.title)}*", *lines, *_more(left)])
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _more(part: Part) -> Iterator[str]:
    left = (part.count or len(part.lines)) - min(len(part.lines), _MOST)
    if left > 0:
        yield f"… and {left:,} more; the full report has them all."


def _asked(shown: Shown, one: Question) -> Block:
    text = {"type": "mrkdwn", "text": f"*Question*\n{_cut(one.text)}", "verbatim": True}
    told = f"{shown.pending} {one.id}"
    options = [(label, f"{told} {value}") for label, value in one.options]
    if one.has_more:
        options.append(("Something else …", f"{told} {OTHER}"))
    if len(one.options) and len(options) <= _BUTTON_OPTIONS:
        press = choice("Choose", f"answer:{one.id}", options)
    else:
        press = button("Choose …", f"answer:{one.id}", f"{told} {OTHER}")
    return {"type": "section", "block_id": f"{ACTION}{one.id}", "text": text, "accessory": press}


def _cut(text: str) -> str:
    """A text short enough for a question, cut before it is escaped, so that no entity is."""
    return escaped(text if len(text) <= _QUESTION else f"{text[:_QUESTION]}…")


def _buttons(shown: Shown) -> Block:
    load = [button("Load", "load", shown.pending, "primary")] if shown.is_loadable else []
    rest = [
        button("Cancel", "cancel", shown.pending),
        button("Full report (CSV)", "report", shown.pending),
    ]
    return {"type": "actions", "elements": [*load, *rest]}
