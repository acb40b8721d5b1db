"""TOML files as rows that know where they stand."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HEADER = re.compile(r"^\s*\[\[\s*(?P<name>[\w.]+)\s*\]\]")


@dataclass(frozen=True, slots=True)
class Row:
    """One table of a TOML file: its fields, and the file and line of its heading."""

    fields: dict[str, Any]
    file: str
    line: int

    @property
    def where(self) -> str:
        """Its place, for a message."""
        return f"{self.file}, line {self.line}"

    def text(self, name: str, default: str = "") -> str:
        """A field as text."""
        return str(self.fields.get(name, default))

    def texts(self, name: str) -> list[str]:
        """A field as a list of texts; one text is a list of one."""
        found = self.fields.get(name, [])
        return [str(one) for one in found] if isinstance(found, list) else [str(found)]

    def tables(self, name: str) -> list[dict[str, Any]]:
        """The tables within it, as `[[metric.formula]]` is within a metric."""
        found = self.fields.get(name, [])
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the catalogue or a report, and its place."""

    where: str
    message: str

    def __str__(self) -> str:
        """The fault in one line."""
        return f"{self.where}: {self.message}"


class CatalogueError(Exception):
    """The bundled data has faults, all of them listed."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


def read_toml(path: Path) -> dict[str, Any]:
    """What a TOML file holds.

    Raises:
        CatalogueError: the file is not there or not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogueError([Fault(path.name, "is not there")]) from error
    except ValueError as error:  # of TOML, or of text that is not UTF-8
        raise CatalogueError([Fault(path.name, f"not TOML: {error}")]) from error


def read_rows(path: Path, name: str) -> list[Row]:
    """The `[[name]]` tables of a file, in order.

    Raises:
        CatalogueError: the file is not there, not TOML, or holds anything else.
    """
    held = read_toml(path)
    tables = held.pop(name, [])
    lines = list(_lines_of(path.read_text(encoding="utf-8"), name))
    if held or len(lines) != len(tables):
        raise CatalogueError([Fault(path.name, f"holds something else than [[{name}]] tables")])
    return [Row(table, path.name, line) for table, line in zip(tables, lines, strict=True)]


def _lines_of(text: str, name: str) -> Iterator[int]:
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header and header["name"] == name:
            yield number
