"""The `muster` command as somebody in a terminal meets it: what it prints and how it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper

import pytest

from bot.cli import main
from bot.settings import settings


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Terminal:
    """A terminal whose environment names one store."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, *args: str, typed: str | bytes = "", **environment: str) -> Ended:
        """Run a command with what is typed into it."""
        for name, value in environment.items():
            self.monkeypatch.setenv(name, value)
        settings.cache_clear()
        told = typed if isinstance(typed, bytes) else typed.encode()
        self.monkeypatch.setattr(sys, "argv", ["muster", *args])
        self.monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(told), encoding="utf-8"))
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self.capsys.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)


@contextmanager
def opened(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Terminal]:
    """Give a terminal over a store."""
    monkeypatch.setenv("DATABASE_URL", url)
    yield Terminal(monkeypatch, capsys)
    settings.cache_clear()
