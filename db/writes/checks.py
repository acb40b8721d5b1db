"""What is refused before SQL sees it.

The stores disagree on what is wrong with a value: SQLite turns a NaN into NULL, keeps infinity
and cuts a text at NUL where PostgreSQL refuses them, and takes any type in any column.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from types import NoneType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

MOST_INTEGER = 2**31 - 1  # of a column of PostgreSQL
MOST_EXACT = 2**53  # the largest of the whole numbers that each have a float of their own

Numbered = Iterable[tuple[int, Mapping[str, Any]]]
Made = TypeVar("Made")


class LoadError(ValueError):
    """A row that cannot be loaded: which one, and what is wrong with it. Nothing was loaded."""


class Field(NamedTuple):
    """What a value of one field may be: of one of the types, and one of the words if any."""

    types: tuple[type, ...]
    words: frozenset[str] = frozenset()

    def holds(self, value: object) -> bool:
        """Tell whether both stores keep the number, as what it is."""
        if isinstance(value, float):
            return math.isfinite(value)
        most = MOST_EXACT if float in self.types else MOST_INTEGER
        return not isinstance(value, int) or abs(value) <= most


class Shape:
    """What rows of one sort look like, as their TypedDict says."""

    def __init__(self, row: type) -> None:
        hints = get_type_hints(row)
        self.fields = {name: _field(hint) for name, hint in hints.items()}
        self.required: frozenset[str] = getattr(row, "__required_keys__", frozenset(hints))
        self.numbers = [name for name, field in self.fields.items() if int in field.types]

    def check(self, row: Mapping[str, Any]) -> None:
        """Refuse a row that has not this shape.

        Raises:
            ValueError: the fault, in words, without the row's name.
        """
        for name, value in row.items():
            field = self.fields.get(name)
            if field is None:
                raise ValueError(f"there is no column {name!r}")
            if not isinstance(value, field.types) or (field.words and value not in field.words):
                raise ValueError(f"{name} must be {_said(field)}, not {value!r}")
        for name in self.numbers:
            if not self.fields[name].holds(row.get(name)):
                raise ValueError(f"{name} is {row[name]}, which is no figure the store can hold")
        _check_text(row)
        missing = self.required - row.keys()
        if missing:
            raise ValueError(f"{', '.join(sorted(missing))} missing")


def each(
    sort: str, rows: Numbered, label: Callable[[Any], str], make: Callable[[Any], Made]
) -> list[Made]:
    """Give what `make` gives for each row.

    Raises:
        LoadError: `make` raised a ValueError; the message names the row.
    """
    made = []
    for number, row in rows:
        try:
            made.append(make(row))
        except ValueError as fault:
            raise LoadError(f"{sort}, row {number} ({label(row)}): {fault}") from fault
    return made


def _field(hint: Any) -> Field:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Field((str,), frozenset(hint))
    options = get_args(hint) if NoneType in get_args(hint) else (hint,)
    return Field(tuple(kind for option in options for kind in _kinds(option)))


def _kinds(option: Any) -> tuple[type, ...]:
    # As in annotations a whole number is a float; a text is a Sequence there, but no list here.
    if get_origin(option) is Sequence:
        return (list, tuple)
    return (float, int) if option is float else (option,)


def _said(field: Field) -> str:
    if field.words:
        return "one of " + ", ".join(sorted(repr(str(word)) for word in field.words))
    return " or ".join(kind.__name__.replace("NoneType", "None") for kind in field.types)


def _check_text(row: Mapping[str, Any]) -> None:
    together = "".join([value for value in row.values() if isinstance(value, str)])
    if "\0" in together:
        raise ValueError("a text holds the character NUL")
    try:
        together.encode()
    except UnicodeEncodeError as fault:
        raise ValueError(f"a text is not valid Unicode: {fault.reason}") from fault
