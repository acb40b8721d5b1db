"""What every test may ask for: a store on SQLite and one on PostgreSQL, new for each test."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Connection, Engine

from bot.pipeline import Knowledge, Muster
from db import migrate
from db.session import engine_for, read_engine_for
from seed.load import load_bundle
from tests.postgres import NoServerError, Server, server

# The same examples each time, however busy the machine: what lands must not depend on luck.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

STORES = ("sqlite", "postgresql")
LOADED_AT = datetime(2024, 6, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Give the PostgreSQL server, or skip; fail instead where MUSTER_REQUIRE_POSTGRES is 1."""
    try:
        with server() as running:
            yield running
    except NoServerError as missing:
        if os.environ.get("MUSTER_REQUIRE_POSTGRES") == "1":
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def migrated_database(postgres: Server) -> Iterator[str]:
    """Give the name of a database that new ones are copied from."""
    name = postgres.create()
    migrate.upgrade(postgres.url(name))
    yield name
    postgres.leave(name)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a SQLite store that new ones are copied from."""
    file = tmp_path_factory.mktemp("store") / "migrated.db"
    migrate.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """Give the address of a SQLite store with all tables and no rows."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'muster.db')}"


@pytest.fixture
def postgres_url(postgres: Server, migrated_database: str) -> Iterator[str]:
    """Give the address of a PostgreSQL store with all tables and no rows."""
    name = postgres.create(migrated_database)
    yield postgres.url(name)
    postgres.leave(name)


@pytest.fixture(params=STORES)
def store_url(request: pytest.FixtureRequest) -> str:
    """Give the address of a store with all tables and no rows, on each kind of database."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(fixture))


@pytest.fixture(params=STORES)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give an address where a store may be made and nothing is yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.db'}"
        return
    postgres: Server = request.getfixturevalue("postgres")
    name = postgres.create()
    yield postgres.url(name)
    postgres.leave(name)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """Give an engine that writes to the store."""
    engine = engine_for(store_url)
    yield engine
    engine.dispose()


@pytest.fixture
def reader(store_url: str) -> Iterator[Connection]:
    """Give a connection that reads the store."""
    engine = read_engine_for(store_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def load_reports(url: str) -> str:
    """Load the bundled catalogue and reports into a migrated store."""
    engine = engine_for(url)
    load_bundle(engine, LOADED_AT)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def reports_sqlite_url(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of a SQLite store that holds the five reports, to be read only."""
    folder = tmp_path_factory.mktemp("reports")
    return load_reports(f"sqlite:///{shutil.copy(migrated_file, folder / 'muster.db')}")


@pytest.fixture(scope="session")
def reports_postgres_url(postgres: Server, migrated_database: str) -> Iterator[str]:
    """Give the address of a PostgreSQL store that holds the five reports, to be read only."""
    name = postgres.create(migrated_database)
    yield load_reports(postgres.url(name))
    postgres.leave(name)


@pytest.fixture(scope="session", params=STORES)
def muster(request: pytest.FixtureRequest) -> Iterator[Muster]:
    """Give Muster over the five reports, on each kind of database."""
    fixture = f"reports_{'sqlite' if request.param == 'sqlite' else 'postgres'}_url"
    muster = Muster(str(request.getfixturevalue(fixture)))
    yield muster
    muster.close()


@pytest.fixture(scope="session")
def known(reports_sqlite_url: str) -> Iterator[Knowledge]:
    """Give the names and the lexicon of the five reports."""
    muster = Muster(reports_sqlite_url)
    yield muster.knowledge()
    muster.close()
