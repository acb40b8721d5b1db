"""From one token to its pieces: numbers, written dates, and words that were typed as one.

Most words are one piece. "31/03/2024" is a day already, "jul23" is a month and a year, and
"jul23-mar24" is five pieces. What is not of use to a period is one piece `OTHER`.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from bot.query.period import FIRST_YEAR, LAST_YEAR, Day, FinancialYear, Month
from bot.question.periods.vocabulary import OTHER, WORDS, Piece, Value, letter

Pieces = tuple[Piece, ...]

_LONGEST = 32  # "30-september-2022-31-march-2023" fits; longer tokens are not dates
_PARTS: Final = frozenset(map(letter, ("july", "march", "may", "q2", "POINT")))
_YEARS: Final = frozenset({letter("2023/24")})
_LATEST: Final = frozenset({letter("latest")})
_STANDS_WITH_A_NUMBER: Final = frozenset(
    map(letter, ("july", "march", "may", "day", "week", "month", "quarter", "year", "fy"))
)
# The class of each number of two digits, from 00 to 99.
_TWO_DIGITS: Final = (
    *("90-00", *["01-09"] * 9, *["10-29"] * 20, *["30-31"] * 2),
    *(*["32-999"] * 58, *["90-00"] * 10),
)


class Shape(NamedTuple):
    """A shape that a token may have: what it looks like, and the pieces it is."""

    looks_like: str
    pattern: re.Pattern[str]
    read: Callable[..., Pieces | None]


@lru_cache(maxsize=4096)
def pieces_of(token: str) -> Pieces:
    """The pieces of one lower-case token; never none, at worst one `OTHER`."""
    if known := WORDS.get(token):
        return (known,)
    if len(token) > _LONGEST:
        return (OTHER,)
    return _shaped(token) or _hyphened(token) or (OTHER,)


def full_year(number: int) -> int:
    """2023 for 23 and for 2023; two digits from 90 are the last century's."""
    if number >= FIRST_YEAR:
        return number
    return number + (1900 if number >= 90 else 2000)  # noqa: PLR2004 - the docstring says it


def _number(digits: str) -> Pieces | None:
    """A number in the class of what it may be: a day, a year of two digits, a count."""
    if len(digits) > 4:  # noqa: PLR2004 - a year has four digits
        return None
    value = int(digits)
    match len(digits):
        case 1:
            return _piece("1-9", value)
        case 2:
            return _piece(_TWO_DIGITS[value], value)
        case 3:
            return _piece("32-999", value)
        case _:
            return _piece("2018", value) if FIRST_YEAR <= value <= LAST_YEAR else None


def _piece(name: str, value: Value) -> Pieces:
    return (Piece(letter(name), value),)


def _point(make: Callable[[], Value]) -> Pieces | None:
    """A period that the token is by itself, if its numbers make one."""
    try:
        return _piece("POINT", make())
    except ValueError:
        return None


def _follows(first: str, second: str) -> bool:
    """Whether two years are one financial year: "2023" and "24", "23" and "24"."""
    return (int(first) + 1) % (10_000 if len(second) == 4 else 100) == int(second)  # noqa: PLR2004


def _day(day: str, _: str, month: str, year: str) -> Pieces | None:
    return _point(lambda: Day(int(day), int(month), full_year(int(year))))


def _iso_day(year: str, _: str, month: str, day: str) -> Pieces | None:
    return _point(lambda: Day(int(day), int(month), int(year)))


def _month(month: str, year: str) -> Pieces | None:
    return _point(lambda: Month(int(month), int(year)))


def _long_year(year: str, second: str) -> Pieces | None:
    """The financial year of "2023/24", else the month of "2023-07"."""
    if _follows(year, second) and FIRST_YEAR <= int(year) <= LAST_YEAR:
        return _piece("2023/24", FinancialYear(int(year)))
    return _month(second, year)


def _two_years(first: str, joint: str, second: str) -> Pieces | None:
    """The financial year of "2022/2023", else the two years of "2017-2020"."""
    if _follows(first, second) and FIRST_YEAR <= int(first) <= LAST_YEAR:
        return _piece("2023/24", FinancialYear(int(first)))
    years = (_number(first), WORDS[joint], _number(second))
    if joint == "/" or years[0] is None or years[2] is None:
        return None
    return (*years[0], years[1], *years[2])


def _short_year(first: str, joint: str, second: str) -> Pieces | None:
    """The financial year of "23/24", else the day of "31/03".

    "22-23" and "11/12" may be other things, and are a year only after "FY".
    """
    number, sure = int(first), joint == "/" and int(first) >= 12  # noqa: PLR2004 - months end there
    if not _follows(first, second):
        return _point(lambda: Day(number, int(second))) if sure else None
    if 40 <= number < 90:  # noqa: PLR2004 - "45/46" is a fraction, not a year that is asked for
        return None
    return _piece("2023/24" if sure else "22-23", FinancialYear(full_year(number)))


def _ordinal(digits: str) -> Pieces | None:
    return _piece("31st", int(digits)) if 1 <= int(digits) <= 31 else None  # noqa: PLR2004


def _financial(rest: str) -> Pieces | None:
    return (WORDS["fy"], *pieces_of(rest))


def _joined(*parts: str) -> Pieces | None:
    """Numbers typed to a word that they stand beside: "jul23", "31mar24", "6months"."""
    pieces = tuple(_number(part) if part.isdigit() else _beside(part) for part in parts if part)
    return tuple(piece for found in pieces for piece in found or ()) if all(pieces) else None


def _beside(word: str) -> Pieces | None:
    piece = WORDS.get(word, OTHER)
    return (piece,) if piece.letter in _STANDS_WITH_A_NUMBER else None


def _shape(looks_like: str, pattern: str, read: Callable[..., Pieces | None]) -> Shape:
    return Shape(looks_like, re.compile(pattern, re.ASCII), read)


SHAPES: Final = (
    _shape("44", r"(\d+)", _number),
    _shape("31/03/2024, 31.3.24", r"(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)", _day),
    _shape("2024-03-31", r"(\d{4})([/.-])(\d\d?)\2(\d\d?)", _iso_day),
    _shape("2023/24, 2023-07", r"(\d{4})[/-](\d\d)", _long_year),
    _shape("2022/2023, 2017-2020", r"(\d{4})([/-])(\d{4})", _two_years),
    _shape("23/24, 31/03", r"(\d\d)([/-])(\d\d)", _short_year),
    _shape("07/2023", r"(\d\d?)[/.-](\d{4})", _month),
    _shape("31st", r"(\d\d?)(?:st|nd|rd|th)", _ordinal),
    _shape("q2", r"(?:q|qtr|quarter)([1-4])", lambda number: _piece("q2", int(number))),
    _shape("'23", r"'(\d\d)", lambda number: (WORDS["'"], *(_number(number) or (OTHER,)))),
    _shape("fy24, fy23/24", r"fy(\d.+)", _financial),
    _shape("jul23", r"([a-z]+)(\d{4}|\d\d)", _joined),
    _shape("31mar24, 31mar, 6mths", r"(\d\d?)([a-z]+)(\d{4}|\d\d)?", _joined),
)


def _shaped(token: str) -> Pieces | None:
    for _, pattern, read in SHAPES:
        if (match := pattern.fullmatch(token)) and (found := read(*match.groups(default=""))):
            return found
    return None


def _hyphened(token: str) -> Pieces | None:
    """The parts of "jan-sept", "q2-2023", "year-to-date", where each is of use.

    The joint stays where it stands between two times, and goes where it only glues.
    """
    if not any(map(str.isalpha, token)) and token.count("/") < 2:  # noqa: PLR2004 - "1-5" is none
        return None
    for joint in "-/":
        for place in (at for at, character in enumerate(token) if character == joint):
            left, right = (pieces_of(part) for part in (token[:place], token[place + 1 :]))
            if OTHER in left or OTHER in right:
                continue
            between = (WORDS[joint],) if _are_two(left, right) else ()
            return (*left, *between, *right)
    return None


def _are_two(left: Pieces, right: Pieces) -> bool:
    """Whether these are two times, and not one and its year as in "july-2023"."""
    return any(_holds(left, kind) and _holds(right, kind) for kind in (_PARTS, _YEARS)) or _holds(
        right, _LATEST
    )


def _holds(pieces: Pieces, kind: frozenset[str]) -> bool:
    return any(piece.letter in kind for piece in pieces)
