"""`muster check`, and what is wrong with the bundled files said in lines."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import store
from bot.errors import BadCatalogueError
from seed.paths import CATALOGUE
from tests.cli.terminal import Terminal, opened

FIRST = 'name = "Agency rate"'


@pytest.fixture
def terminal(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Terminal]:
    """Give a terminal over a store without data."""
    with opened(sqlite_url, monkeypatch, capsys) as terminal:
        yield terminal


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """Give a copy of the catalogue."""
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))


def replace(file: Path, old: str, new: str) -> None:
    """Change a file in one place."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_bundled_is_in_order(terminal: Terminal) -> None:
    ended = terminal.run("check")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "The bundled data and the migrations are in order.\n"


def test_each_fault_is_named_with_its_place(catalogue: Path) -> None:
    replace(catalogue / "metrics" / "agency.toml", 'unit = "%"', 'unit = "ells"')
    replace(catalogue / "caveats.toml", 'organisation = "devon"', 'organisation = "atlantis"')
    faults = store.data_faults(catalogue)
    assert [one for one in faults if one.startswith("agency.toml") and "ells" in one]
    assert [one for one in faults if one.startswith("caveats.toml") and "atlantis" in one]


def test_a_file_that_cannot_be_read_is_a_fault(catalogue: Path) -> None:
    (catalogue / "teams.toml").write_text("[[team", encoding="utf-8")
    [fault] = store.data_faults(catalogue)
    assert fault.startswith("teams.toml: not TOML")


def test_faults_end_the_check(
    terminal: Terminal, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (catalogue / "events.toml").unlink()
    monkeypatch.setattr("seed.paths.CATALOGUE", catalogue)
    ended = terminal.run("check")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "events.toml: is not there\n"


def test_a_store_is_not_loaded_with_faults(
    sqlite_url: str, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (catalogue / "events.toml").unlink()
    monkeypatch.setattr("seed.load.load_bundle.__defaults__", (catalogue, CATALOGUE))
    with pytest.raises(
        BadCatalogueError, match=r"muster check lists them\. events\.toml: is not there"
    ):
        store.make_ready(sqlite_url)
