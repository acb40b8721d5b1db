"""How a rule is written, and how a table of rules reads a question.

A rule is a row: an example in people's words, a pattern, and what it makes. The pattern names
classes of words and slots (`vocabulary`); a rule's maker is given what the slots hold, in order.

    "the? last|past <count> <unit>"    what ends in ? may be absent, a | parts alternatives

As no pattern repeats anything, all that a table can read is a finite list of class letters. It
is written out once, and reading is then a look-up in a dict, the longest reading first.
"""

from collections.abc import Callable, Iterator
from itertools import chain, product
from typing import Final, NamedTuple, TypeAlias

from bot.query.period import Future, Past, Period, Point, Since, Span, Undated, Until
from bot.question.periods.vocabulary import LETTERS, OTHER, SLOTS, VALUED, Value, letter


class NotAPeriod:
    """What a rule makes of words that only look like a period: "up to date", "mid 2023"."""


NOT_A_PERIOD: Final = NotAPeriod()

Moment: TypeAlias = Point | Future
Made: TypeAlias = Period | NotAPeriod | None
Maker: TypeAlias = Callable[..., Made]


class Rule(NamedTuple):
    """A row of a table: an example, its pattern, and the maker that gets the slots' values.

    A maker answers None where the words do not belong together, and a shorter reading is tried.
    `NOT_A_PERIOD`, or a ValueError ("31 February"), closes the words to any other reading.
    """

    example: str
    pattern: str
    make: Maker


def always(made: Made) -> Maker:
    """A maker that makes the same of any words."""
    return lambda *_: made


def itself(period: Period) -> Period:
    """The maker for words that add nothing to the period they stand beside."""
    return period


CLOSED: Final = always(NOT_A_PERIOD)


class Text(NamedTuple):
    """A question as letters, one a piece, with their values and the tokens they stand for."""

    letters: str
    values: list[Value]
    starts: list[int]
    ends: list[int]


class Reading(NamedTuple):
    """A rule for one concrete row of letters; `slots` are the places its maker is given."""

    make: Maker
    slots: tuple[int, ...]


_LETTERS_OF: Final[dict[type, str]] = {
    Past: letter("PAST"),
    Span: letter("WHOLE"),
    Since: letter("WHOLE"),
    Until: letter("WHOLE"),
    Undated: letter("WHOLE"),
    Future: letter("POINT"),
    NotAPeriod: OTHER.letter,
}
_POINT: Final = letter("POINT")


class Table:
    """Rules that are read in one pass, from left to right, the longest first."""

    def __init__(self, *rules: Rule) -> None:
        """Write out `rules`; where two read the same letters, the earlier one counts.

        Raises:
            KeyError: a pattern names a class or a slot that there is not.
            ValueError: earlier rows read all that a row reads.
        """
        self.rules = rules
        self._readings: dict[str, Reading] = {}
        for rule in rules:
            known = len(self._readings)
            for letters, places in _written_out(rule.pattern):
                self._readings.setdefault(letters, Reading(rule.make, places))
            if len(self._readings) == known:
                raise ValueError(f"earlier rows read all of {rule.example!r}")
        self._sizes = _sizes_by_first_letter(self._readings)

    def read(self, text: Text) -> Text:
        """The same text, with each reading put in the place of its words."""
        if self._sizes.keys().isdisjoint(text.letters):
            return text
        found = self._found(text)
        if not found:
            return text
        letters = list(text.letters)
        values, starts, ends = text.values[:], text.starts[:], text.ends[:]
        for start, end, made in reversed(found):
            letters[start:end] = [_LETTERS_OF.get(type(made), _POINT)]
            values[start:end] = [made]
            starts[start:end] = [starts[start]]
            ends[start:end] = [ends[end - 1]]
        return Text("".join(letters), values, starts, ends)

    def _found(self, text: Text) -> list[tuple[int, int, Made]]:
        """Where each reading starts and ends, and what it makes."""
        letters, readings, sizes = text.letters, self._readings, self._sizes
        found: list[tuple[int, int, Made]] = []
        place, length = 0, len(letters)
        for start, first in enumerate(letters):
            if start < place:
                continue
            for size in sizes.get(first, ()):
                end = start + size
                if end > length or (reading := readings.get(letters[start:end])) is None:
                    continue
                if (made := _made(reading, text.values, start)) is not None:
                    place = end
                    found.append((start, end, made))
                    break
        return found


def _made(reading: Reading, values: list[Value], start: int) -> Made:
    try:
        return reading.make(*[values[start + slot] for slot in reading.slots])
    except ValueError:
        return NOT_A_PERIOD


def _written_out(pattern: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every row of letters that a pattern allows, with the places of its slots."""
    elements = [list(_choices(element)) for element in pattern.split()]
    for choice in product(*elements):
        letters, places = "", []
        for row, place in choice:
            if place is not None:
                places.append(len(letters) + place)
            letters += row
        yield letters, tuple(places)


def _choices(element: str) -> Iterator[tuple[str, int | None]]:
    """What one element of a pattern may be: letters, and the place among them that has a value."""
    if element.endswith("?"):
        yield "", None
    for name in element.removesuffix("?").split("|"):
        if not name.startswith("<"):
            yield LETTERS[name], None
            continue
        for row in SLOTS.get(name, (name.strip("<>"),)):
            yield "".join(LETTERS[part] for part in row.replace("*", "").split()), _place(row)


def _place(row: str) -> int | None:
    """Which word of a slot's row has the value: in "quarter *2" the second, in "as at" none."""
    names = row.split()
    starred = (at for at, name in enumerate(names) if name.startswith("*"))
    carrying = (at for at, name in enumerate(names) if name in VALUED)
    return next(chain(starred, carrying), None)


def _sizes_by_first_letter(readings: dict[str, Reading]) -> dict[str, tuple[int, ...]]:
    """For each letter, how long the readings are that start with it, longest first."""
    sizes: dict[str, set[int]] = {}
    for letters in readings:
        sizes.setdefault(letters[0], set()).add(len(letters))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
