"""The rows of a table as figures that know what they are of."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, TypeVar

from bot.loading.cells.numbers import Number, read_number
from bot.loading.statements import Refused, When, Where
from bot.loading.tables.find import Table
from bot.loading.tables.headings import Column, Holds
from bot.loading.tables.labels import Labels, Place
from db.vocabulary import Kind
from seed.grids import Cell, Mark, Sheet

_LOOKED_AT = 30
"""Cells from which it is told what a column without a heading holds."""


_LABELS = frozenset(
    {Holds.COUNCIL, Holds.TEAM, Holds.ROLE_GROUP, Holds.METRIC, Holds.KIND, Holds.FORMULA}
)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a table before its rows are read.

    `team` is that of a table without a column of teams, None being the whole council; `when` is
    None where only the rows tell it.
    """

    council: str
    team: str | None = None
    when: When | None = None


class Found(NamedTuple):
    """A cell with a figure and all that it is of; `group` is the column its scale is told by."""

    where: Where
    heading: str
    metric: str
    place: Place
    role_group: str
    when: When
    number: Number | None
    kind: Kind
    formula: str
    group: tuple[int, str]


@dataclass(slots=True)
class Rows:
    """What the rows of a table gave."""

    found: list[Found] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


class TableReader:
    """Reads one table, whose columns are known."""

    def __init__(
        self, sheet: Sheet, table: Table, columns: Sequence[Column], around: Around, labels: Labels
    ) -> None:
        self._sheet, self._table, self._around, self._labels = sheet, table, around, labels
        known = [settled(one, sheet, table, around, labels) for one in columns]
        self._figures = [one for one in known if one.holds is Holds.FIGURES]
        self._beside = {one.holds: one for one in reversed(known)}
        self._labelling = [one.at for one in self._beside.values() if one.holds in _LABELS]
        self.rows = Rows()
        self._known: dict[tuple[Cell, ...], _Of] = {}
        self._moments: dict[tuple[Cell, Mark | None], When] = {}
        self._numbers: dict[Cell, Number | None] = {}

    def read(self) -> Rows:
        """Read every row."""
        for at in self._table.body:
            self._row(at, self._sheet.rows[at])
        return self.rows

    def _row(self, at: int, row: Sequence[Cell]) -> None:
        try:
            of, when = self._of(row), self._when(at, row)
        except _LabelError as fault:
            column = fault.column
            if any(_cell(row, one) != "" for one in self._figures):
                self._refuse(at, column, _cell(row, column), str(fault))
            return
        for column in self._figures:
            cell = _cell(row, column)
            mark = self._sheet.marks.get((at, column.at))
            try:
                self._figure(at, column, self._number(cell, mark), of, column.when or when)
            except ValueError as fault:
                self._refuse(at, column, mark.value if cell == "" and mark else cell, str(fault))

    def _of(self, row: Sequence[Cell]) -> "_Of":
        """What the labels of a row say, worked out once for all rows that say the same.

        Raises:
            _LabelError: one of them says nothing for certain.
        """
        key = tuple([row[at] if at < len(row) else "" for at in self._labelling])
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._named(row)
        return found

    def _named(self, row: Sequence[Cell]) -> "_Of":
        labels = self._labels
        council = self._label(row, Holds.COUNCIL, labels.council) or self._around.council
        if not council:
            raise _LabelError(self._beside[Holds.COUNCIL], "the row names no council")
        metric = self._label(row, Holds.METRIC, labels.metric) or ""
        place = self._place(row, council)
        role = self._role(row, place)
        kind = Kind(self._label(row, Holds.KIND, _kind) or Kind.ACTUAL)
        formula = self._label(row, Holds.FORMULA, str) or ""
        return _Of(place, role, metric, kind, formula)

    def _when(self, at: int, row: Sequence[Cell]) -> When | None:
        column = self._beside.get(Holds.PERIOD)
        if column is None or (cell := _cell(row, column)) == "":
            return self._around.when
        mark = self._sheet.marks.get((at, column.at))
        found = self._moments.get((cell, mark))
        if found is None:
            found = _labelled(column, lambda one: self._labels.moment(one, mark), cell)
            self._moments[cell, mark] = found
        return found

    def _place(self, row: Sequence[Cell], council: str) -> Place:
        column = self._beside.get(Holds.TEAM)
        if column is None:
            return Place(council, self._around.team)
        if _cell(row, column) == "" and Holds.COUNCIL in self._beside:
            return Place(council, None)
        return _labelled(column, lambda cell: self._labels.place(cell, council), _cell(row, column))

    def _role(self, row: Sequence[Cell], place: Place) -> str:
        """The role group of a row; the label of a total may name one too, or several."""
        if named := self._label(row, Holds.ROLE_GROUP, self._labels.role_group):
            return named
        team = self._beside.get(Holds.TEAM)
        if not place.is_total or team is None:
            return ""
        try:
            return self._labels.role_group(_cell(row, team))
        except ValueError:
            return ""

    def _label(
        self, row: Sequence[Cell], holds: Holds, read: "Callable[[Cell], str | Kind | None]"
    ) -> "str":
        column = self._beside.get(holds)
        if column is None or _cell(row, column) == "":
            return ""
        return _labelled(column, read, _cell(row, column)) or ""

    def _number(self, cell: Cell, mark: Mark | None) -> Number | None:
        if mark is not None or isinstance(cell, date):
            return read_number(cell, mark)
        if cell not in self._numbers:
            self._numbers[cell] = read_number(cell)
        return self._numbers[cell]

    def _figure(
        self, at: int, column: Column, number: Number | None, of: "_Of", when: When | None
    ) -> None:
        metric = column.metric or of.metric
        if number is None and not (metric and when):
            return
        if not metric:
            raise ValueError("neither its heading nor its row says what is measured")
        if when is None:
            raise ValueError("neither its heading nor its row says of when it is")
        kind = of.kind if column.kind is Kind.ACTUAL else column.kind
        where = Where(self._sheet.name, at + 1, column.at)
        group = (self._table.headings[0], metric) if of.metric else (column.at, metric)
        self.rows.found.append(
            Found(
                where,
                column.heading,
                metric,
                of.place,
                of.role_group,
                when,
                number,
                kind,
                of.formula,
                group,
            )
        )

    def _refuse(self, at: int, column: Column, cell: Cell, reason: str) -> None:
        where = Where(self._sheet.name, at + 1, column.at)
        text = f"{cell:g}" if isinstance(cell, float) else str(cell)
        self.rows.refused.append(Refused(where, column.heading, text[:80], reason))


class _Of(NamedTuple):
    """What the labels of a row say."""

    place: Place
    role_group: str
    metric: str
    kind: Kind
    formula: str


class _LabelError(ValueError):
    """A label that says nothing for certain, in its column."""

    def __init__(self, column: Column, reason: str) -> None:
        self.column = column
        super().__init__(reason)


_Read = TypeVar("_Read")


def _labelled(column: Column, read: Callable[[Cell], _Read], cell: Cell) -> _Read:
    try:
        return read(cell)
    except ValueError as fault:
        raise _LabelError(column, str(fault)) from fault


def _cell(row: Sequence[Cell], column: Column) -> Cell:
    return row[column.at] if column.at < len(row) else ""


def _kind(cell: Cell) -> Kind:
    try:
        return Kind(str(cell).strip().lower())
    except ValueError:
        raise ValueError("it is none of actual, target, planned, forecast") from None


def settled(column: Column, sheet: Sheet, table: Table, around: Around, labels: Labels) -> Column:
    """A column without a heading as what most of its cells are: places, times, metrics, roles."""
    if column.holds is not Holds.LABELS:
        return column
    cells = [sheet.rows[at][column.at] for at in table.body if column.at < len(sheet.rows[at])]
    some = [cell for cell in dict.fromkeys(cells) if cell != ""][:_LOOKED_AT]
    readers: dict[Holds, Callable[[Cell], object]] = {
        Holds.TEAM: lambda cell: labels.is_place(cell, around.council),
        Holds.PERIOD: lambda cell: labels.moment(cell, None),
        Holds.METRIC: labels.known_metric,
        Holds.ROLE_GROUP: labels.role_group,
    }
    counted = Counter(
        {holds: sum(_reads(read, cell) for cell in some) for holds, read in readers.items()}
    )
    ((holds, count),) = counted.most_common(1)
    return replace(column, holds=holds if count * 2 > len(some) else Holds.NOTHING)


def _reads(read: Callable[[Cell], object], cell: Cell) -> bool:
    try:
        return read(cell) is not None
    except ValueError:
        return False
