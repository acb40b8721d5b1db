"""Slack's markup to plain words.

Facts about Slack's text: `&`, `<` and `>` arrive as HTML entities, mentions as `<@U1>`, channels as
`<#C1|name>`, links as `<address|words>`, emoji as `:name:`; a quoted line starts with `>`.
"""

import html
import re
import unicodedata

MAX_LENGTH = 500
"""Longest question read, in characters after cleaning; longer ones are refused."""

_MAX_RAW_LENGTH = 4_000  # markup may be long; nothing longer is worth cleaning

_MENTION = re.compile(r"<[@#!][^>]*>")
_LINK = re.compile(r"<[a-z]+:[^>|]*(?:\|([^>]*))?>", re.IGNORECASE)
_EMOJI = re.compile(r":(?:[a-z0-9_+'-]*[a-z_][a-z0-9_+'-]*|[+-]1|100|1234):")
_FORMATTING = re.compile(r"[*_~`]+")
_LATIN = re.compile(r"\b(?:i\.e|e\.g|n\.b)\b\.?", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u2032": "'",
        "\u201c": '"', "\u201d": '"', "\u2033": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u2192": "->", "\u2026": " ",
    }
)  # fmt: skip


def clean(text: str) -> str | None:
    """The words of a message without Slack's markup, emoji, control and invisible characters.

    Case is kept: a capital letter inside a sentence is the only sign of a name. None is longer
    than anyone would type.
    """
    if len(text) > _MAX_RAW_LENGTH:
        return None
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _MENTION.sub(" ", text)
        text = _LINK.sub(lambda link: f" {link[1] or ''} ", text)
    text = _EMOJI.sub(" ", text)
    if "." in text:
        text = _LATIN.sub(" ", text)
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFKC", text.translate(_PLAIN)).translate(_PLAIN)
        text = "".join(_visible(character) for character in text)
    words = _SPACE.sub(" ", _FORMATTING.sub(" ", text)).strip()
    return words if len(words) <= MAX_LENGTH else None


def _visible(character: str) -> str:
    """The character, a space for what separates, nothing for what nobody sees (format controls)."""
    if character.isascii():
        return character if character.isprintable() else " "
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me", "Cs", "Co", "Cn"}:
        return ""
    return " " if category[0] in "CZS" and character not in "£€" else character
