"""Reference material that is not part of the repository: tests that want it skip without it."""

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).parents[2] / "shared"


def shared(*parts: str) -> Path:
    """A file of the folder that MUSTER_SHARED names, else of `shared` beside the repository."""
    path = Path(os.environ.get("MUSTER_SHARED", _BESIDE)).joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{'/'.join(parts)} is not here; MUSTER_SHARED can name the folder it is in")
    return path
