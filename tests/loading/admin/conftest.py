"""An analyst, as in the tests of the store; and the same in a terminal."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, opened
from tests.loading.store.conftest import (
    another,
    office,
    reports_database,
    reports_file,
    store_url,
)

__all__ = ["another", "office", "reports_database", "reports_file", "store_url", "terminal"]


@pytest.fixture
def terminal(
    reports_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Terminal]:
    """Give a terminal over a store with the five reports."""
    url = f"sqlite:///{shutil.copy(reports_file, tmp_path / 'muster.db')}"
    with opened(url, monkeypatch, capsys) as terminal:
        yield terminal
