"""One row of the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from seed.dfe.symbols import Cell


class Level(StrEnum):
    """What a row is of, as the file writes it."""

    NATIONAL = "National"
    REGIONAL = "Regional"
    AUTHORITY = "Local authority"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a place in a year. `codes` are the authorities that file together, mostly one."""

    line: int
    year: int
    level: Level
    name: str
    ons_code: str
    codes: tuple[str, ...]
    region: str
    cells: Mapping[str, Cell]

    @property
    def is_elsewhere(self) -> bool:
        """Whether nothing applies: the authority files its figures together with another one."""
        return all(cell.text.lower() == "z" for cell in self.cells.values())
