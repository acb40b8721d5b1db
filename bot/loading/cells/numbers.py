"""The text or number in a cell as a figure, or why it is none."""

import math
import re
from datetime import date
from typing import Final, NamedTuple

from db.vocabulary import Status
from seed.grids import Cell, Mark

_NUMBER: Final = re.compile(
    r"[-+\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d{1,3})?"
)
_COMMA: Final = re.compile(r"-?\d+,\d{1,2}")
_SYMBOLS: Final = {
    "c": Status.SUPPRESSED,
    "[c]": Status.SUPPRESSED,
    "k": Status.LOW,
    "low": Status.LOW,
    "[low]": Status.LOW,
    "u": Status.LOW_RELIABILITY,
    "[u]": Status.LOW_RELIABILITY,
    "x": Status.NOT_AVAILABLE,
    "[x]": Status.NOT_AVAILABLE,
    ":": Status.NOT_AVAILABLE,
    "..": Status.NOT_AVAILABLE,
    "-": Status.NOT_AVAILABLE,
    "\u2013": Status.NOT_AVAILABLE,
    "n/a": Status.NOT_AVAILABLE,
    "na": Status.NOT_AVAILABLE,
    "not available": Status.NOT_AVAILABLE,
    "z": Status.NOT_APPLICABLE,
    "[z]": Status.NOT_APPLICABLE,
    "not applicable": Status.NOT_APPLICABLE,
}
"""The Department for Education's symbols, and what councils write for them."""

_LARGEST: Final = 1e12
_UNITS_OF_TEXT: Final = re.compile(r"^£\s*|\s*(?:fte|wte|people|posts|days|cases)$", re.IGNORECASE)


class Number(NamedTuple):
    """What a cell says; `percent` tells that it says itself that it is a percentage."""

    value: float | None
    text: str
    status: Status
    percent: bool = False


def read_number(cell: Cell, mark: Mark | None = None) -> Number | None:
    """Read a cell; None where it is blank.

    Raises:
        ValueError: it is no figure; the message says why.
    """
    if mark is Mark.ERROR:
        raise ValueError("its formula ends in an error")
    if mark is Mark.UNCALCULATED:
        raise ValueError("its formula was never calculated; open the workbook, save it, try again")
    if isinstance(cell, str):
        return _from_text(cell.strip())
    if isinstance(cell, date):
        raise ValueError("it is a date")  # noqa: TRY004 - of a file, not of our own making
    if isinstance(cell, bool):
        raise ValueError("it is true or false")  # noqa: TRY004 - as above
    if mark is Mark.PERCENT:
        value = _checked(round(cell * 100, 9))
        return Number(value, f"{value:g}%", _status(value), percent=True)
    return Number(_checked(cell), f"{cell:.15g}", _status(cell))


def _from_text(text: str) -> Number | None:
    if not text:
        return None
    if status := _SYMBOLS.get(text.lower()):
        return Number(None, text, status)
    plain = text.rstrip("*\u2020").strip()
    percent = plain.endswith("%")
    digits = _UNITS_OF_TEXT.sub("", plain[:-1].strip() if percent else plain)
    if _COMMA.fullmatch(digits):
        raise ValueError("a comma stands for thousands here; write 45.5 for 45,5")
    if not digits or not _NUMBER.fullmatch(digits):
        raise ValueError(_why_not(digits))
    value = _checked(float(digits.replace(",", "").replace("\u2212", "-")))
    return Number(value, text, _status(value), percent)


def _why_not(text: str) -> str:
    if text.lower().lstrip("+-") in {"nan", "inf", "infinity"}:
        return "it is no number"
    if text.startswith(("<", ">", "~")):
        return "it is a bound and no figure; write c where it is suppressed"
    if text.startswith("(") and text.endswith(")"):
        return "brackets may mean below nought; write a minus"
    return "it is no number and none of the symbols c, low, u, x, z, n/a"


def _checked(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("it is no number")
    if abs(value) > _LARGEST:
        raise ValueError("it is larger than any figure of a workforce")
    return value


def _status(value: float) -> Status:
    return Status.ZERO if value == 0 else Status.REPORTED
