"""A terminal over the five reports."""

from collections.abc import Iterator

import pytest

from tests.cli.terminal import Terminal, opened


@pytest.fixture
def terminal(
    reports_sqlite_url: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Terminal]:
    """Give a terminal over the five reports."""
    with opened(reports_sqlite_url, monkeypatch, capsys) as terminal:
        yield terminal
