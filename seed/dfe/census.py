"""A headline file as a census: its rows by year and place, or every fault it has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seed.dfe.complete import completeness_faults
from seed.dfe.entry import Entry, Level
from seed.dfe.measures import IDENTITY, NEWER, OLDER
from seed.dfe.symbols import Cell, read_cell
from seed.files.faults import FileFaultsError, at
from seed.files.sheet import Line, Sheet
from seed.tables import Fault

_YEAR = re.compile(r"20\d\d")
_CODE = re.compile(r"\d{3}(?: / \d{3})*")
_PUBLISHED = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")


@dataclass(frozen=True, slots=True)
class Census:
    """An edition; `published` is the day or month it came out, as ISO writes it."""

    file: str
    sha256: str
    published: str
    entries: tuple[Entry, ...]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        years = [entry.year for entry in self.entries]
        return min(years), max(years)


def is_census(columns: Sequence[str]) -> bool:
    """Whether a heading is that of a headline file, in either layout, even with faults."""
    known = set(columns) & (NEWER.keys() | OLDER.keys())
    return set(IDENTITY[:3]) <= set(columns) and len(known) >= len(OLDER) // 2


def read_census(sheet: Sheet, published: str = "") -> Census:
    """Read a headline file; without `published` it came out in March after its last year.

    Raises:
        FileFaultsError: it has faults.
    """
    layout = _layout(sheet.columns)
    faults = [*_heading_faults(sheet.columns, layout), *sheet.faults]
    if published and not _PUBLISHED.fullmatch(published):
        faults.append(Fault("published", f"{published!r} is no month or day like 2026-03"))
    if any(name not in sheet.columns for name in IDENTITY):
        raise FileFaultsError(sheet.file, faults)
    entries = [entry for line in sheet.lines if (entry := _entry(line, layout, faults))]
    faults += completeness_faults(sheet.file, entries)
    if faults or not entries:
        raise FileFaultsError(sheet.file, faults or [Fault("line 1", "there are no rows")])
    last = max(entry.year for entry in entries)
    return Census(sheet.file, sheet.sha256, published or f"{last + 1}-03", tuple(entries))


def _layout(columns: Sequence[str]) -> Mapping[str, str]:
    return max(NEWER, OLDER, key=lambda layout: len(layout.keys() & set(columns)))


def _heading_faults(columns: Sequence[str], layout: Mapping[str, str]) -> Iterator[Fault]:
    known = {*IDENTITY, *layout}
    for name in columns:
        if name not in known:
            yield Fault(at(1, name or "without a name"), "the column is not known")
    for name in (*IDENTITY, *layout):
        if name not in columns:
            yield Fault(at(1), f"the column {name!r} is missing")


def _entry(line: Line, layout: Mapping[str, str], faults: list[Fault]) -> Entry | None:
    """The row without the cells that have faults; None where it does not say what it is of."""
    unknown = [*_identity_faults(line)]
    faults += unknown
    cells: dict[str, Cell] = {}
    for name, column in layout.items():
        if name not in line.cells:
            continue
        try:
            cells[column] = read_cell(line.cells[name])
        except ValueError as error:
            faults.append(Fault(at(line.number, name), str(error)))
    return None if unknown else _made(line, cells)


def _made(line: Line, cells: Mapping[str, Cell]) -> Entry:
    level = Level(line.cells["geographic_level"])
    name = {
        Level.NATIONAL: line.cells["country_name"],
        Level.REGIONAL: line.cells["region_name"],
        Level.AUTHORITY: line.cells["la_name"],
    }[level]
    ons_code = {
        Level.NATIONAL: line.cells["country_code"],
        Level.REGIONAL: line.cells["region_code"],
        Level.AUTHORITY: line.cells["new_la_code"],
    }[level]
    codes = tuple(line.cells["old_la_code"].split(" / ")) if level is Level.AUTHORITY else ()
    return Entry(
        line.number,
        int(line.cells["time_period"]),
        level,
        name,
        ons_code,
        codes,
        line.cells["region_name"],
        cells,
    )


def _identity_faults(line: Line) -> Iterator[Fault]:
    cells = line.cells
    for column, is_right, wanted in (
        ("time_period", _YEAR.fullmatch(cells["time_period"]), "a year like 2025"),
        ("time_identifier", cells["time_identifier"] == "Reporting year", "'Reporting year'"),
        ("geographic_level", cells["geographic_level"] in set(Level), "a level the file has"),
        *_level_rules(cells),
    ):
        if not is_right:
            yield Fault(at(line.number, column), f"{cells[column]!r} is not {wanted}")


def _level_rules(cells: Mapping[str, str]) -> Iterator[tuple[str, object, str]]:
    """What each level must say of itself."""
    if cells["geographic_level"] == Level.NATIONAL:
        yield "country_name", cells["country_name"] == "England", "'England'"
    else:
        yield "region_name", cells["region_name"], "the name of a region"
    if cells["geographic_level"] == Level.AUTHORITY:
        yield "la_name", cells["la_name"], "the name of an authority"
        code = cells["old_la_code"]
        yield "old_la_code", _CODE.fullmatch(code), "three digits, or several like '314 / 318'"
