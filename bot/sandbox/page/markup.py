"""Slack's markup as HTML: what people read, and nothing that could do anything else."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import TypeAlias

from markupsafe import Markup, escape

Named: TypeAlias = Mapping[str, str]
"""The names of people and channels, by id."""

_EMOJI = {
    "+1": "👍",
    "-1": "👎",
    "bar_chart": "📊",
    "chart_with_downwards_trend": "📉",
    "chart_with_upwards_trend": "📈",
    "eyes": "👀",
    "hourglass_flowing_sand": "⏳",
    "mag": "🔍",
    "no_entry": "⛔",
    "thumbsdown": "👎",
    "thumbsup": "👍",
    "warning": "⚠️",
    "wave": "👋",
    "white_check_mark": "✅",
    "x": "❌",
}
_TOKEN = re.compile(
    r"```(?P<block>.+?)```"
    r"|`(?P<code>[^`\n]+)`"
    r"|<(?P<entity>[^<>]+)>"
    r"|(?<!\w)\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?!\w)"
    r"|(?<!\w)_(?P<italic>[^\s_](?:[^_\n]*[^\s_])?)_(?!\w)"
    r"|(?<!\w)~(?P<strike>[^\s~](?:[^~\n]*[^\s~])?)~(?!\w)"
    r"|:(?P<emoji>[a-z0-9_+-]+):",
    re.DOTALL,
)
_TAGS = {"bold": "strong", "italic": "em", "strike": "s"}
_QUOTE = re.compile(r"^(?:>|&gt;) ?", re.MULTILINE)


def mrkdwn(text: str, named: Named) -> Markup:
    """Slack's markup as HTML; lines that begin with ">" are a quotation."""
    return Markup("").join(_paragraphs(text, named))


def plain(text: str) -> Markup:
    """Plain text as HTML: nothing in it is markup, but for emoji."""
    pieces = re.split(r"(:[a-z0-9_+-]+:)", text)
    return Markup("").join(_text(_EMOJI.get(piece.strip(":"), piece)) for piece in pieces)


def _paragraphs(text: str, named: Named) -> Iterator[Markup]:
    run: list[str] = []
    is_quoted = False
    for line in text.split("\n"):
        if bool(_QUOTE.match(line)) != is_quoted and run:
            yield _paragraph(run, named, is_quoted=is_quoted)
            run = []
        is_quoted = bool(_QUOTE.match(line))
        run.append(_QUOTE.sub("", line))
    yield _paragraph(run, named, is_quoted=is_quoted)


def _paragraph(lines: list[str], named: Named, *, is_quoted: bool) -> Markup:
    inline = _inline("\n".join(lines), named)
    return Markup("<blockquote>{}</blockquote>").format(inline) if is_quoted else inline


def _inline(text: str, named: Named) -> Markup:
    pieces, end = [], 0
    for token in _TOKEN.finditer(text):
        pieces += [_text(text[end : token.start()]), _drawn(token, named)]
        end = token.end()
    return Markup("").join([*pieces, _text(text[end:])])


def _drawn(token: re.Match[str], named: Named) -> Markup:
    kind = str(token.lastgroup)
    inside = str(token[kind])
    if kind in _TAGS:
        tag = Markup(_TAGS[kind])  # noqa: S704 - one of three words above
        return Markup("<{0}>{1}</{0}>").format(tag, _inline(inside, named))
    drawn: dict[str, Callable[[], Markup]] = {
        "block": lambda: Markup("<pre>{}</pre>").format(unescape(inside.strip("\n"))),
        "code": lambda: Markup("<code>{}</code>").format(unescape(inside)),
        "emoji": lambda: _text(_EMOJI.get(inside, f":{inside}:")),
        "entity": lambda: _entity(inside, named),
    }
    return drawn[kind]()


def _entity(inside: str, named: Named) -> Markup:
    """A mention or a link: `@U1`, `#C1|name`, `!here`, `https://…|label`."""
    target, _, label = inside.partition("|")
    if target[0] in "@#":
        name = label or named.get(target[1:], target[1:])
        return Markup('<span class="mention">{}{}</span>').format(target[0], unescape(name))
    if target.startswith("!"):
        word = label or f"@{target[1:].partition('^')[0]}"
        return Markup('<span class="mention">{}</span>').format(unescape(word))
    if re.match(r"https?://|mailto:", target):
        return Markup('<a href="{}" rel="noreferrer noopener" target="_blank">{}</a>').format(
            unescape(target), unescape(label or target)
        )
    return _text(f"<{inside}>")


def _text(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in unescape(text).split("\n"))
