"""Bringing a store to the tables of today, so that a process killed half way harms nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from db.models import METADATA
from db.session import engine_for, is_absent, read_engine_for, writing

_MIGRATIONS = str(Path(__file__).parent / "migrations")

FAULTS = (SQLAlchemyError, CommandError, ValueError)
"""What is raised where the address is no store's, nobody answers there, or the store is newer."""


def upgrade(url: str) -> None:
    """Run every step the store lacks, all of them or none; make the store where there is none.

    Raises:
        sqlalchemy.exc.OperationalError: another process has kept writing for ten seconds.
        alembic.util.CommandError: the store has had a step that this version does not know.
    """
    if is_current(url):  # it need not wait for a load that is under way
        return
    with migrating(url) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(url: str) -> bool:
    """Tell whether the store has had every step, and none that this version does not know."""
    if is_absent(url):
        return False
    with _looking(url) as context:
        return set(context.get_current_heads()) == set(_steps().get_heads())


def check(url: str) -> list[str]:
    """Give each difference between the store's tables and the models; none is as it should be."""
    with _looking(url) as context:
        return [str(difference) for difference in compare_metadata(context, METADATA)]


@contextmanager
def migrating(url: str) -> Iterator[Connection]:
    """Give the one transaction in which steps may run.

    Raises:
        RuntimeError: a step left a row that refers to none (SQLite; PostgreSQL sees it itself).
    """
    with _disposed(engine_for(url)) as engine:
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _leave_references_alone)
        with writing(engine) as connection:
            yield connection
            _check_references(connection)


def _leave_references_alone(connection: Any, _record: object) -> None:
    # SQLite changes a table by copying it and dropping the old one. With foreign keys on, the
    # drop deletes what refers to it, and within a transaction they cannot be turned off.
    connection.execute("PRAGMA foreign_keys = OFF")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost:
        raise RuntimeError(f"{len(lost)} rows refer to none, the first in {lost[0][0]}")


@contextmanager
def _looking(url: str) -> Iterator[MigrationContext]:
    with _disposed(read_engine_for(url)) as engine, engine.connect() as connection:
        yield MigrationContext.configure(connection)


@contextmanager
def _disposed(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.dispose()


def _config() -> Config:
    config = Config()
    # Alembic reads its options as an ini file does, where "%" begins a reference.
    config.set_main_option("script_location", _MIGRATIONS.replace("%", "%%"))
    return config


def _steps() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
