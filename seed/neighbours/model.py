"""A file of statistical neighbours as a model, or every fault it has."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.writes import NewNeighbour
from seed.files.faults import FileFaultsError, at
from seed.files.sheet import Line, Sheet
from seed.tables import Fault

COLUMNS = (
    "old_la_code",
    "la_name",
    "rank",
    "neighbour_old_la_code",
    "closeness",
    "neighbour_la_name",
)
NEIGHBOURS = 10
CLOSENESS = frozenset({"extremely close", "very close", "close", "somewhat close", "not close"})

_CODE = re.compile(r"\d{3}")
_MODEL = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Model:
    """The neighbours of every authority by one model, named by its year."""

    file: str
    sha256: str
    year: str
    rows: tuple[NewNeighbour, ...]

    @property
    def authorities(self) -> int:
        """How many authorities it has neighbours of."""
        return len({row["code"] for row in self.rows})


def is_model(columns: Sequence[str]) -> bool:
    """Whether a heading is that of a file of neighbours, even with faults."""
    return {"old_la_code", "neighbour_old_la_code"} <= set(columns)


def read_model(sheet: Sheet, year: str = "") -> Model:
    """Read a file of neighbours; without `year` the model is named by the year in its file name.

    Raises:
        FileFaultsError: it has faults.
    """
    faults = [*_heading_faults(sheet.columns), *sheet.faults]
    named = _MODEL.search(year or sheet.file)
    if not named:
        faults.append(Fault("the file", "its name has no year, which tells the model"))
    if any(name not in sheet.columns for name in COLUMNS):
        raise FileFaultsError(sheet.file, faults)
    good = []
    for line in sheet.lines:
        found = [*_line_faults(line)]
        faults += found
        if not found:
            good.append(line)
    faults += _list_faults(good)
    if faults or not good or not named:
        raise FileFaultsError(sheet.file, faults or [Fault("line 1", "there are no rows")])
    rows = tuple(_row(line, named[0]) for line in good)
    return Model(sheet.file, sheet.sha256, named[0], rows)


def _row(line: Line, year: str) -> NewNeighbour:
    cells = line.cells
    return NewNeighbour(
        model=year,
        code=cells["old_la_code"],
        rank=int(cells["rank"]),
        neighbour_code=cells["neighbour_old_la_code"],
        neighbour_name=cells["neighbour_la_name"],
        closeness=cells["closeness"].lower(),
    )


def _heading_faults(columns: Sequence[str]) -> Iterator[Fault]:
    for name in columns:
        if name not in COLUMNS:
            yield Fault(at(1, name or "without a name"), "the column is not known")
    for name in COLUMNS:
        if name not in columns:
            yield Fault(at(1), f"the column {name!r} is missing")


def _line_faults(line: Line) -> Iterator[Fault]:
    cells = line.cells
    for column in ("old_la_code", "neighbour_old_la_code"):
        if not _CODE.fullmatch(cells[column]):
            yield Fault(at(line.number, column), f"{cells[column]!r} is not three digits")
    for column in ("la_name", "neighbour_la_name"):
        if not cells[column]:
            yield Fault(at(line.number, column), "the cell is blank")
    if cells["rank"] not in {str(rank) for rank in range(1, NEIGHBOURS + 1)}:
        yield Fault(at(line.number, "rank"), f"{cells['rank']!r} is no rank from 1 to 10")
    if cells["closeness"].lower() not in CLOSENESS:
        yield Fault(at(line.number, "closeness"), f"{cells['closeness']!r} is no closeness")
    if cells["old_la_code"] == cells["neighbour_old_la_code"]:
        fault = f"{cells['la_name']} is its own neighbour"
        yield Fault(at(line.number, "neighbour_old_la_code"), fault)


def _list_faults(lines: Sequence[Line]) -> Iterator[Fault]:
    """An authority has ten neighbours, of ranks 1 to 10, each once."""
    lists: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        lists[line.cells["old_la_code"]].append(line)
    for code, some in lists.items():
        name = f"{some[0].cells['la_name']} ({code})"
        ranks = sorted(int(line.cells["rank"]) for line in some)
        if ranks != list(range(1, NEIGHBOURS + 1)):
            fault = f"{name} has the ranks {', '.join(map(str, ranks))}, not 1 to 10"
            yield Fault(at(some[0].number, "rank"), fault)
        first: dict[str, int] = {}
        for line in some:
            other = line.cells["neighbour_old_la_code"]
            if first.setdefault(other, line.number) != line.number:
                fault = f"{name} has the neighbour {other} already, in line {first[other]}"
                yield Fault(at(line.number, "neighbour_old_la_code"), fault)
