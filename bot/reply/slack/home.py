"""The Home tab: what can be asked, what is held, and what was asked last."""

from collections.abc import Iterator, Sequence

from bot.reply.blocks import Block, escaped
from bot.reply.slack.buttons import example_buttons

_SECTION = 2_900


def home_blocks(
    suggestions: Sequence[str],
    held: Sequence[str],
    recent: Sequence[str],
    council: str,
    follows: Sequence[str] = (),
) -> list[Block]:
    """The blocks of the tab; a part for which there is nothing is left out."""
    return [
        _header("Ask about your workforce"),
        *_text(["Write to me, mention me in a channel, or type /muster and a question."]),
        *([example_buttons(suggestions)] if suggestions else []),
        *_part("What I hold", held),
        *_part("Your council", [council]),
        *_part("What you follow", follows),
        *_part("What you asked last", recent),
    ]


def _part(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield _header(title)
        yield from _text(lines)


def _header(text: str) -> Block:
    return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}


def _text(lines: Sequence[str]) -> Iterator[Block]:
    text = "\n".join(map(escaped, lines))[:_SECTION]
    yield {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}
