"""The store a command finds: none, today's, an older one, a newer one, or none at all."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.store import is_ready, make_ready
from bot.errors import StoreError
from db.migrate import is_current
from db.session import read_engine_for
from db.steps import is_at_newest_step, newest
from tests.cli.terminal import Terminal, opened

QUESTION = ("ask", "--on", "2024-06-11", "agency rate for social workers in Assessment")


@pytest.fixture
def file(reports_sqlite_url: str, tmp_path: Path) -> Path:
    """Give a store of one's own that holds the five reports."""
    return Path(shutil.copy(reports_sqlite_url.removeprefix("sqlite:///"), tmp_path / "own.db"))


@pytest.fixture
def terminal(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Terminal]:
    """Give a terminal over it."""
    with opened(f"sqlite:///{file}", monkeypatch, capsys) as terminal:
        yield terminal


def change(file: Path, sql: str) -> None:
    """Change a store behind everybody's back."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sql)


def test_a_store_that_is_not_there_is_made(terminal: Terminal, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    assert not is_ready(url)
    ended = terminal.run(*QUESTION, DATABASE_URL=url)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Agency rate, social workers, Assessment (Devon): 69%")
    assert is_ready(url)


def test_a_store_with_other_data_is_loaded_again(terminal: Terminal, file: Path) -> None:
    change(file, "UPDATE store_state SET content = 'of last year'")
    assert not is_ready(f"sqlite:///{file}")
    assert terminal.run(*QUESTION).code == 0
    assert is_ready(f"sqlite:///{file}")


def test_a_store_without_the_newest_tables_is_not_ready(file: Path) -> None:
    assert is_ready(f"sqlite:///{file}")
    change(file, "UPDATE alembic_version SET version_num = '0001'")
    assert not is_ready(f"sqlite:///{file}")


def test_the_step_a_store_stands_at_is_the_one_that_alembic_sees(store_url: str) -> None:
    engine = read_engine_for(store_url)
    with engine.connect() as connection:
        assert is_at_newest_step(connection)
    engine.dispose()
    assert is_current(store_url)
    assert newest().isdigit()


def test_a_store_of_a_newer_version_is_left_alone(terminal: Terminal, file: Path) -> None:
    change(file, "UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    ended = terminal.run(*QUESTION)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("The store cannot be opened; check DATABASE_URL. ")
    assert "9999" in ended.err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("mysql://user:secret@host/db", "mysql"),
        ("sqlite://", "in memory"),
        ("sqlite:////nowhere/at/all/muster.db", "unable to open database file"),
        ("postgresql://user:secret@127.0.0.1:1/muster", "connection failed"),
        ("://", "parse"),
    ],
)
def test_an_address_where_no_store_can_be_is_one_line(
    terminal: Terminal, url: str, named: str
) -> None:
    ended = terminal.run(*QUESTION, DATABASE_URL=url)
    assert (ended.code, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 1
    assert named in ended.err
    assert "secret" not in ended.err


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear colleagues, " * 100)
    with pytest.raises(StoreError, match="not a database"):
        make_ready(f"sqlite:///{file}")
    assert file.read_text().startswith("Dear colleagues")


def test_prepare_says_that_it_is_done(terminal: Terminal) -> None:
    ended = terminal.run("prepare")
    assert (ended.code, ended.out, ended.err) == (0, "The store is ready.\n", "")


def test_a_setting_that_cannot_be_read_is_named(terminal: Terminal) -> None:
    ended = terminal.run(*QUESTION, PORT="eighty")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("A setting cannot be read; docs/settings.md lists them. PORT: ")
    assert len(ended.err.splitlines()) == 1
