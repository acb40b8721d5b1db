"""A reply as Slack blocks: figures first, what to be careful about, then the small print.

Facts about Slack: `&`, `<` and `>` are escaped as HTML entities and nothing else can be; a section
takes 3,000 characters and a context 10 elements; a message whose blocks come to some 11,000 to
13,000 characters together is refused, a limit that is written down nowhere (slackapi/bolt-js#2509).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from bot.reply.lines import Lines

Block: TypeAlias = dict[str, Any]
"""A block as it goes on the wire: slack_sdk's own classes drop the kinds they don't know yet."""

_SECTION = 2_900  # characters of a section, with room for the marks of a bold line
_SAID = 2 * _SECTION  # characters of all figures
_SMALL = 1_500  # characters of the small print
_ELEMENTS = 10
_TEXT = 40_000  # characters of a message's text, after which Slack cuts it off
_REST = 40  # room for the line that counts what is left out

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Slack cannot escape its marks; their full-width twins mean nothing to it, and a question that
# they are copied into reads them as the marks again.
_MARKS = str.maketrans({"*": "\uff0a", "_": "\uff3f", "~": "\uff5e", "`": "\uff40"})
_EMOJI = re.compile(r":(?=[^\s:]+:)")
_QUOTE = re.compile(r"^>")
_HALF_ENTITY = re.compile(r"&[a-z]{0,4}$")


def blocks_of(lines: Lines) -> list[Block]:
    """The blocks of a reply; too long a reply is shortened, with a count of what is left out."""
    said = _escaped_lines(lines.said)
    if said and _is_sourced(lines):
        said[0] = _headline(said[0])
    return [
        *_sections(_fitting(said, _SAID)),
        *_sections(_fitting(_escaped_lines(lines.careful), _SECTION)),
        *_context(_fitting(_escaped_lines(lines.small), _SMALL, _ELEMENTS)),
    ]


def fallback_text(lines: Lines) -> str:
    """All of a reply as the text of a message, which notifications and screen readers use."""
    return "\n".join(_fitting(_escaped_lines((*lines.said, *lines.careful, *lines.small)), _TEXT))


def escaped(line: str) -> str:
    """A line that Slack shows as it is written: nobody is called, nothing linked or formatted.

    Characters that nobody sees go: one of them turns the direction of the text round, and with it
    the digits of a figure.
    """
    seen = " ".join(line.split())
    if not seen.isprintable():
        seen = "".join(one for one in seen if unicodedata.category(one)[0] != "C")
    plain = _QUOTE.sub("\uff1e", _EMOJI.sub("\uff1a", seen.translate(_MARKS)))
    return plain.translate(_ENTITIES)


def _is_sourced(lines: Lines) -> bool:
    """Whether a reply brings figures, of which the first line says the first or what they are."""
    return any(line.startswith(("Source: ", "Sources: ")) for line in lines.small)


def _headline(line: str) -> str:
    """A line with the figure bold, and what it was made of plain."""
    figure, divided, rest = line.partition(" · ")
    return f"*{figure}*{divided}{rest}"


def _escaped_lines(lines: Sequence[str]) -> list[str]:
    return [_cut(line) for one in lines if (line := escaped(one))]


def _cut(line: str) -> str:
    """A line short enough for a section, never cut within an entity."""
    if len(line) <= _SECTION:
        return line
    kept = _HALF_ENTITY.sub("", line[: _SECTION - _REST])
    return f"{kept} … and {len(line) - len(kept):,} more characters."


def _fitting(lines: Sequence[str], room: int, most: int | None = None) -> list[str]:
    """The lines there is room for, the last of them a count of the others."""
    if len(lines) <= (most or len(lines)) and sum(len(line) + 1 for line in lines) <= room:
        return list(lines)
    shown: list[str] = []
    for line in lines[: most and most - 1]:
        room -= len(line) + 1
        if room < _REST:
            break
        shown.append(line)
    return [*shown, f"… and {len(lines) - len(shown)} more."]


def _sections(lines: Sequence[str]) -> Iterator[Block]:
    """The lines in as few sections as they fit into."""
    held: list[str] = []
    for line in lines:
        if held and sum(len(one) + 1 for one in held) + len(line) > _SECTION:
            yield _section(held)
            held = []
        held.append(line)
    if held:
        yield _section(held)


def _section(lines: Sequence[str]) -> Block:
    return {"type": "section", "text": _mrkdwn("\n".join(lines))}


def _context(lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield {"type": "context", "elements": [_mrkdwn(line) for line in lines]}


def _mrkdwn(text: str) -> Block:
    # Verbatim, else addresses and channel names in the text become links.
    return {"type": "mrkdwn", "text": text, "verbatim": True}
