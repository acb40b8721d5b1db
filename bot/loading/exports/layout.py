"""The layout of an export: a figure a row, each thing by its key, so that nothing is read anew."""

from typing import Final

from db.loads.export import HeldRow
from seed.grids import Sheet

COLUMNS: Final = HeldRow._fields

_COMMANDS: Final = ("=", "+", "-", "@", "\t", "\r", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a text for a formula, full-width letters among them."""


def is_export(sheet: Sheet) -> bool:
    """Whether a sheet is one that Muster wrote."""
    return bool(sheet.rows) and tuple(sheet.rows[0]) == COLUMNS


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe stands before what would begin a formula.

    (OWASP, CSV injection.) One that stands there already gets another, so that it can be told.
    """
    return f"'{text}" if text.startswith((*_COMMANDS, "'")) else text


def plain(text: str) -> str:
    """The text that was made harmless."""
    return text.removeprefix("'")
