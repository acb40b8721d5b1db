"""The questions that every version of Muster is held to, as JSON lines.

They are shipped, for a name that somebody teaches is tried on them first: on the ways in which
people really ask, which no walk over the catalogue's own names would give. `tests/corpus` says
what the fields mean and grades the answers.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FILES = ("understood", "unclear", "not_understood")

_HERE = Path(__file__).parent


def questions(*files: str) -> Iterator[dict[str, Any]]:
    """Give the fields of each question of some files, or of all."""
    for name in files or FILES:
        with (_HERE / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
