"""What stands in the cells beside the figures: places, roles, metrics, times, each read once."""

import re
from collections.abc import Callable, Hashable
from datetime import date
from functools import partial
from typing import Final, NamedTuple, TypeVar

from bot.loading.cells.times import BRITISH, of_serial, of_slashed, slashed, when
from bot.loading.cells.times import of_day as _of_day
from bot.loading.cells.times import of_month as _of_month
from bot.loading.doubts import IGNORE, Doubt, Doubts
from bot.loading.statements import When
from bot.loading.words import Wording, Words
from db.catalogue import Organisation
from seed.grids import Cell, Mark

_TOTAL: Final = re.compile(r"\b(?:grand |sub)?-?totals?\b|^all\b|^overall\b|^sum\b", re.IGNORECASE)
_ISO_MONTH: Final = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_Found = TypeVar("_Found")


class Place(NamedTuple):
    """Where a figure is of; a total is of the rows around it until somebody says more."""

    organisation: str
    team: str | None
    is_total: bool = False


class Labels:
    """Reads labels within a council; what a label may be is remembered."""

    def __init__(self, wording: Wording, doubts: Doubts) -> None:
        self._wording = wording
        self._doubts = doubts
        self._directory = wording.lexicon.directory
        self._known: dict[tuple[str, Hashable], object] = {}
        self.order = BRITISH
        self.months = False
        self.read_as: dict[str, str] = {}

    def council(self, cell: Cell) -> str:
        """The council that a cell names.

        Raises:
            ValueError: it names none, or several.
        """
        return self._once("council", cell, partial(self._council, str(cell)))

    def place(self, cell: Cell, council: str) -> Place:
        """The team of a council, or the council itself, or a total over the rows around.

        Raises:
            ValueError: there is no such team there, or several.
        """
        return self._once(council, cell, partial(self._place, _text(cell), council))

    def role_group(self, cell: Cell) -> str:
        """The role group that a cell names.

        Raises:
            ValueError: it names none, or several.
        """
        return self._once("role group", cell, partial(self._role_group, _text(cell)))

    def metric(self, cell: Cell) -> str:
        """The metric that a cell names.

        Raises:
            ValueError: it is to be left out, or asked about.
        """
        return self._once("metric", cell, partial(self._metric, _text(cell)))

    def is_place(self, cell: Cell, council: str) -> bool | None:
        """True where a cell names a place of a council, of any where none is meant; else None."""
        text = _text(cell)
        keys = {key for choice in self._words(text).places for key in choice}
        own = [key for key in keys if not council or key.partition("/")[0] == council]
        return bool(own or _TOTAL.search(text)) or None

    def known_metric(self, cell: Cell) -> str | None:
        """The metric that a cell names for certain, without asking."""
        words = self._words(_text(cell))
        return words.metrics[0] if len(words.metrics) == 1 and not words.places else None

    def moment(self, cell: Cell, mark: Mark | None) -> When:
        """The time that a cell names.

        Raises:
            ValueError: it names none for certain.
        """
        key = (cell, mark) if not isinstance(cell, date) else (cell.isoformat(), mark)
        return self._once("time", key, partial(self._moment, cell, mark))

    def _once(self, kind: str, key: Hashable, look: Callable[[], _Found]) -> _Found:
        found = self._known.get((kind, key))
        if found is None:
            try:
                found = look()
            except ValueError as fault:
                found = fault
            self._known[kind, key] = found
        if isinstance(found, ValueError):
            raise ValueError(*found.args)  # noqa: TRY004 - it is what was raised the first time
        return found  # type: ignore[return-value] # kept under its kind

    def _council(self, text: str) -> str:
        keys = {key for choice in self._words(text).places for key in choice}
        councils = [key for key in keys if key in self._directory.organisations]
        if len(councils) != 1:
            raise ValueError("it names no council that Muster knows" if not councils else _SEVERAL)
        return councils[0]

    def _place(self, text: str, council: str) -> Place:
        if not council:
            raise ValueError("the row names no council")
        if not text:
            raise ValueError("the row says nowhere whose figures these are")
        answer = self._doubts.answer(f"team:{council}/{text}")
        if answer:
            return self._said(answer, council)
        words = self._words(text)
        keys = {key for choice in words.places for key in choice}
        own = [key for key in keys if key == council or key.startswith(f"{council}/")]
        if len(own) == 1 and not words.unknown:
            return Place(council, None if own[0] == council else own[0])
        if _TOTAL.search(text):
            return Place(council, None, is_total=True)
        if len(own) > 1:
            raise ValueError(_SEVERAL)
        name = self._organisation(council).short_name
        raise ValueError(f"{name} has no such team; add it with: muster admin team add")

    def _said(self, answer: str, council: str) -> Place:
        if answer == council or answer in self._directory.teams:
            return Place(council, None if answer == council else answer)
        raise ValueError("it is to be left out" if answer == IGNORE else "there is no such team")

    def _role_group(self, text: str) -> str:
        answer = self._doubts.answer(f"role:{text}")
        if answer in self._directory.role_groups:
            return str(answer)
        words = self._words(text)
        if len(words.role_groups) != 1 or len(words.role_groups[0]) != 1:
            raise ValueError("it names no role group for certain")
        return words.role_groups[0][0]

    def _metric(self, text: str) -> str:
        key = f"metric:{text.casefold()}"
        answer = self._doubts.answer(key)
        chosen = (answer or "").removeprefix("metric:")
        if chosen in self._directory.metrics:
            return chosen
        if answer == IGNORE:
            raise ValueError("it is to be left out")
        words = self._words(answer or text)
        if len(words.metrics) == 1 and not words.unknown and not words.beside:
            return words.metrics[0]
        metrics = self._directory.metrics
        named = [(f"metric:{one}", metrics[one].name) for one in words.metrics]
        options = (*named, (IGNORE, "Leave it out"))
        self._doubts.ask(Doubt(key, f"What is measured in the rows {text!r}?", options=options))
        raise ValueError("what it measures is asked")

    def _moment(self, cell: Cell, mark: Mark | None) -> When:
        if isinstance(cell, date):
            return _of_month(cell) if mark is Mark.MONTH or self.months else _of_day(cell)
        if isinstance(cell, float):
            found = of_serial(cell)
            if found:
                return _of_month(found.end) if self.months and found.end else found
        text = _text(cell).rstrip("*").strip()
        if iso := _iso_month(text):
            return _of_month(iso)
        if numbers := slashed(text):
            found = of_slashed(numbers, self.order)
            return _of_month(found.end) if self.months and found.end else found
        if text.isdigit() and (serial := of_serial(float(text))):
            return serial
        words = self._words(text)
        if len(words.periods) != 1 or not words.alone:
            raise ValueError("it names no month, day, quarter or year for certain")
        return when(words.periods[0])

    def _words(self, text: str) -> Words:
        words = self._wording.words(text)
        for one in words.corrections:
            self.read_as[one.written] = one.read_as
        return words

    def _organisation(self, key: str) -> Organisation:
        return self._directory.organisations[key]


def _iso_month(text: str) -> date | None:
    """The month that "2024-03" is; "2011-12" may be a financial year."""
    found = _ISO_MONTH.fullmatch(text)
    if not found or int(found[2]) == (int(found[1]) + 1) % 100:
        return None
    return date(int(found[1]), int(found[2]), 1)


_SEVERAL: Final = "it may mean several; write its name in full"


def _text(cell: Cell) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell).strip()
