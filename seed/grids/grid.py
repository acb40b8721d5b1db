"""A file as sheets of cells, before anybody asks what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Cell: TypeAlias = str | float | bool | date
"""What stands in a cell; "" where it is empty. A CSV file holds texts alone."""


class Mark(StrEnum):
    """What a workbook says of a cell beside its value."""

    PERCENT = "%"  # shown as a percentage: 0.45 is 45 %
    MONTH = "m"  # a date shown without its day: "Mar-24"
    ERROR = "e"  # #DIV/0!
    UNCALCULATED = "f"  # a formula without the value it had when the file was saved


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet from its first cell; rows may be of different length, `marks` are by row and column.

    A text in merged cells stands in each of them, a number only in the first. `name` is "" for the
    only sheet of a CSV file.
    """

    name: str
    rows: list[list[Cell]]
    marks: Mapping[tuple[int, int], Mark]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file read whole; `notes` are what one should know of how it was read."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def letters(column: int) -> str:
    """The name a spreadsheet gives a column: 0 is A, 26 is AA."""
    name = ""
    while column >= 0:
        column, place = divmod(column, 26)
        name = chr(ord("A") + place) + name
        column -= 1
    return name


def letters_to_column(name: str) -> int:
    """The column that a spreadsheet calls so: A is 0, AA is 26."""
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
