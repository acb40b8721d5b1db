"""What the bundled files were drawn from; it does not come with Muster."""

import csv
import os
from pathlib import Path

import pytest

from seed.statements import Statement, read_statements

SHARED = Path(os.environ.get("MUSTER_SHARED") or Path(__file__).parents[4] / "shared")


def shared(name: str) -> Path:
    """Give a file of it, or skip the test."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the shared {name} is not here: set MUSTER_SHARED to its folder")
    return path


def rows_of(name: str) -> list[dict[str, str]]:
    """Give the rows of a CSV file of it, or skip the test."""
    with shared(name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def bundled() -> dict[str, Statement]:
    """Give the statements that come with Muster, by id."""
    return {one["fact"]: one for one in read_statements()}
