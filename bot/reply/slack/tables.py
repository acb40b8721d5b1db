"""Slack's own tables, of figures that the text lists already."""

import re
from collections.abc import Sequence

from bot.answer.values import Answer, Figure
from bot.query.query import Intent
from bot.reply.blocks import Block
from bot.reply.labels import amount, told_apart, when
from bot.reply.numbers import share

_FEWEST = 3  # figures; two are read more easily in lines
_ROWS = 30
_CELL = 200
_OF, _DATE = 2, 3

_ITEM = re.compile(r"^(•|\d+\.) ")
_LISTED = frozenset({Intent.RANK, Intent.LIST, Intent.SERIES, Intent.CHANGE, Intent.FIGURE})


def table_of(answer: Answer) -> Block | None:
    """The table of an answer with several figures, in the order of its text.

    Of a series that is too long it shows the newest.
    """
    figures = answer.figures or answer.options
    if answer.changes and len(answer.changes) == 1 and answer.changes[0].between:
        figures = answer.changes[0].between[-_ROWS:]
    if len(figures) < _FEWEST or answer.query.intent not in _LISTED:
        return None
    shown = figures[:_ROWS]
    heading, labels = told_apart(list(shown))
    rows = [(heading or "Figure", "Value", "Of", "Date"), *map(_row, labels, shown)]
    return {
        "type": "table",
        "rows": [[_cell(text) for text in row] for row in _without_idle(rows)],
    }


def without_list(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines that a table under them does not say; all where it says them all."""
    return tuple(line for line in lines if not _ITEM.match(line)) or tuple(lines)


def _row(label: str, figure: Figure) -> tuple[str, str, str, str]:
    return label or when(figure), amount(figure), share(figure), when(figure)


def _without_idle(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows without counts where no figure has any, and without a date that the heading has."""
    kept = [0, 1]
    if any(row[_OF] for row in rows[1:]):
        kept.append(_OF)
    if len({row[_DATE] for row in rows[1:]}) > 1 and any(row[0] != row[_DATE] for row in rows[1:]):
        kept.append(_DATE)
    return [[row[at] for at in kept] for row in rows]


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": text[:_CELL] or "\u2013"}
