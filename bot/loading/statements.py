"""What a file says: a statement for each figure, a reason for each cell that is none."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bot.loading.doubts import Doubt
from db.vocabulary import Basis, Kind, PeriodType, Status
from db.writes import SeriesKey
from seed.grids.grid import letters


class Where(NamedTuple):
    """A cell; the row is counted from 1, the column from 0 as in the sheet's rows."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """The cell as a spreadsheet calls it: "Sheet1, C5"."""
        cell = f"{letters(self.column)}{self.row}"
        return f"{self.sheet}, {cell}" if self.sheet else cell


class When(NamedTuple):
    """A period as the store keeps it."""

    type: PeriodType
    key: str
    start: date | None
    end: date | None
    label: str


class Statement(NamedTuple):
    """One figure and the cell that says it."""

    where: Where
    metric: str
    organisation: str
    team: str | None
    role_group: str
    when: When
    value: float | None
    text: str
    status: Status
    formula: str | None = None
    kind: Kind = Kind.ACTUAL
    basis: Basis = Basis.UNSTATED
    unit: str = ""
    numerator: float | None = None
    denominator: float | None = None
    qualifier: str = ""

    @property
    def series(self) -> SeriesKey:
        """The series it belongs to."""
        return SeriesKey(
            self.metric,
            self.organisation,
            self.role_group,
            self.team,
            self.formula,
            self.kind,
            self.basis,
            self.unit,
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that is not loaded: where, in which column, what stands there and why not."""

    where: Where
    heading: str
    text: str
    reason: str


@dataclass(slots=True)
class Reading:
    """A file read: its figures, what was refused, what is left open and what should be known."""

    file: str
    sha256: str
    act: str = "load"
    statements: list[Statement] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    doubts: tuple[Doubt, ...] = ()
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    blanks: list[Statement] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    rows: int = 0
