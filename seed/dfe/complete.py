"""Whether a file is all there: nothing twice, no year, region or authority lost."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from seed.dfe.entry import Entry, Level
from seed.files.faults import at
from seed.tables import Fault

_LOST = 0.002
"""Authorities that sum to so much less than their region, as a share: a row is lost.

In the editions of 2022 and 2025 sums are off by 0.0001 at most; without the City of London and the
Isles of Scilly the smallest authority is 0.008 of its region.
"""

_NAMED_YEARS = re.compile(r"(20\d\d)_to_(20\d\d)")
_IN_POST = "inpost_fte"


def completeness_faults(file: str, entries: Sequence[Entry]) -> Iterator[Fault]:
    """What is there twice, and what is not there."""
    yield from _doubles(entries)
    if not entries:
        return
    by_year: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_year[entry.year].append(entry)
    yield from _missing_years(file, by_year.keys())
    regions = {entry.name for entry in entries if entry.level is Level.REGIONAL}
    for year, some in sorted(by_year.items()):
        yield from _missing_places(year, some, regions)
        yield from _lost_rows(year, some)


def _doubles(entries: Sequence[Entry]) -> Iterator[Fault]:
    first: dict[tuple[int, str, str], int] = {}
    for entry in entries:
        for code in entry.codes or (entry.name,):
            line = first.setdefault((entry.year, entry.level, code), entry.line)
            if line != entry.line:
                fault = f"{entry.name} in {entry.year} is there already, in line {line}"
                yield Fault(at(entry.line), fault)
                break


def _missing_years(file: str, held: Collection[int]) -> Iterator[Fault]:
    named = _NAMED_YEARS.search(file)
    wanted = {min(held), max(held), *(map(int, named.groups()) if named else ())}
    for year in range(min(wanted), max(wanted) + 1):
        if year not in held:
            yield Fault("the file", f"there are no rows of {year}")


def _missing_places(year: int, entries: Sequence[Entry], regions: set[str]) -> Iterator[Fault]:
    if not any(entry.level is Level.NATIONAL for entry in entries):
        yield Fault("the file", f"{year} has no row of England")
    held = {entry.name for entry in entries if entry.level is Level.REGIONAL}
    for region in sorted(regions - held):
        yield Fault("the file", f"{year} has no row of {region}")
    if not any(entry.level is Level.AUTHORITY for entry in entries):
        yield Fault("the file", f"{year} has no row of an authority")


def _lost_rows(year: int, entries: Sequence[Entry]) -> Iterator[Fault]:
    """Regions whose authorities, all with a number, sum to less than the region's own row."""
    totals = {
        entry.name: entry.cells[_IN_POST].value
        for entry in entries
        if entry.level is Level.REGIONAL and _IN_POST in entry.cells
    }
    sums: dict[str, float | None] = dict.fromkeys(totals, 0.0)
    for entry in entries:
        if entry.level is Level.AUTHORITY and not entry.is_elsewhere:
            cell, so_far = entry.cells.get(_IN_POST), sums.get(entry.region)
            value = cell.value if cell else None
            sums[entry.region] = None if value is None or so_far is None else so_far + value
    for region, total in totals.items():
        found = sums[region]
        if total and found is not None and found and found < total * (1 - _LOST):
            fault = f"the authorities of {region} in {year} have {found:.1f} FTE in post of {total}"
            yield Fault("the file", f"{fault}: rows are missing")
