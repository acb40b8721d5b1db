"""How the store is opened, to write and to read, on SQLite and on PostgreSQL.

Importing this needs SQLAlchemy's core alone: SQLModel and Alembic cost a quarter of a second each
time somebody asks a question in a terminal.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text

__all__ = [
    "Connection",
    "Engine",
    "engine_for",
    "is_absent",
    "publishing",
    "read_engine_for",
    "staging",
    "writing",
]

_WITHOUT_TRANSACTIONS = {"isolation_level": "AUTOCOMMIT", "pool_reset_on_return": None}

_PATIENT = 10  # seconds a connection waits while another writes
_TURN = 0.005  # seconds between two looks whether it is over
_PATIENCE = f"busy_timeout = {1000 * _PATIENT}"

# Any number will do that other programs on the same PostgreSQL database do not use.
_WRITER = text("SELECT pg_advisory_xact_lock(7868775)")


def engine_for(url: str) -> Engine:
    """Give an engine that may write.

    `url` is `sqlite:///path`, a bare path, or `postgres[ql]://...`. Every transaction on SQLite
    takes the write lock when it begins; a file that is not there yet is made.

    Raises:
        ValueError: the address names another kind of database, or one in memory.
    """
    address = _address(url)
    if address.get_backend_name() == "postgresql":
        return _engine(address, pool_pre_ping=True)
    engine = _engine(address)
    _on_connect(
        engine, _PATIENCE, "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def read_engine_for(url: str) -> Engine:
    """Give an engine that can only read; addresses and errors are those of `engine_for`.

    There are no transactions: each statement sees what is committed when it runs, and costs one
    round trip instead of three. A connection may be used from any thread, by one at a time: take
    one for a question, in the thread that answers it.
    """
    address = _address(url)
    if address.get_backend_name() == "postgresql":
        engine = _engine(address, pool_pre_ping=True, **_WITHOUT_TRANSACTIONS)
        event.listen(engine, "connect", _read_only)
        return engine
    engine = _engine(_read_only_file(address), **_WITHOUT_TRANSACTIONS)
    _on_connect(engine, _PATIENCE, "query_only = ON")
    return engine


def is_absent(url: str) -> bool:
    """Tell whether a SQLite store has no file yet; a PostgreSQL server answers for itself."""
    address = _address(url)
    return address.get_backend_name() == "sqlite" and not Path(str(address.database)).exists()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give the one transaction that changes the store; on an error none of it is kept.

    A second writer waits: on SQLite ten seconds, then it fails with "database is locked"; on
    PostgreSQL until the first is done.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(_WRITER)
        yield connection


@contextmanager
def staging(engine: Engine) -> Iterator[Connection]:
    """Give a connection to prepare in temporary tables what is to be published.

    On SQLite each statement stands alone, so that nobody waits meanwhile.
    """
    with engine.connect() as connection:
        yield connection.execution_options(staging=True)


@contextmanager
def publishing(connection: Connection) -> Iterator[None]:
    """Change the store, as in `writing`, by what was prepared on a connection of `staging`."""
    connection.commit()
    connection.execution_options(staging=False)
    try:
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(_WRITER)
            yield
    finally:
        connection.execution_options(staging=True)


def _address(url: str) -> URL:
    address = make_url(url) if "://" in url else URL.create("sqlite", database=url)
    if address.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() != "sqlite":
        raise ValueError(f"the store is SQLite or PostgreSQL, not {address.drivername}")
    if address.database in {None, "", ":memory:"}:
        raise ValueError("a store in memory is lost with its connection; name a file")
    return address


def _read_only_file(address: URL) -> URL:
    # as_uri quotes what a file name may hold and a URI may not: "?", "#", "%".
    file = Path(str(address.database)).absolute().as_uri()
    return address.set(database=file).update_query_dict({"mode": "ro", "uri": "true"})


def _engine(address: URL, **options: Any) -> Engine:
    # Else an error, and so a log, holds every row of the statement that failed.
    return create_engine(address, hide_parameters=True, pool_use_lifo=True, **options)


def _on_connect(engine: Engine, *pragmas: str) -> None:
    def prepare(connection: Any, _record: object) -> None:
        # Else the driver begins transactions by itself, and only before INSERT, UPDATE and
        # DELETE: each CREATE TABLE of a migration would be committed alone.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", prepare)


def _begin_immediate(connection: Connection) -> None:
    # A transaction that reads first and then writes fails at once when another has written in
    # between, whatever the busy timeout.
    if not connection.get_execution_options().get("staging"):
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA busy_timeout = 0")
        try:
            if not _has_begun(driver):
                connection.exec_driver_sql("BEGIN IMMEDIATE")  # it says why it cannot
        finally:
            driver.execute(f"PRAGMA {_PATIENCE}")


def _has_begun(driver: Any) -> bool:
    # SQLite itself asks ever more seldom, and so misses the gaps that a load leaves for others.
    until = monotonic() + _PATIENT
    while monotonic() < until:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                return False
            sleep(_TURN)
        else:
            return True
    return False


def _read_only(connection: Any, _record: object) -> None:
    connection.execute("SET default_transaction_read_only = on")
