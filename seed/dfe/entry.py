"""One row of the file, and what the releases say of it in words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

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


def remark_on(entry: Entry) -> str:
    """The remark on a row, or ""."""
    return _remarks().get((entry.year, entry.name), "")


@cache
def _remarks() -> Mapping[tuple[int, str], str]:
    text = (files("seed.dfe") / "remarks.toml").read_text(encoding="utf-8")
    return {
        (one["year"], place): one["text"]
        for one in tomllib.loads(text)["remark"]
        for place in one["places"]
    }
