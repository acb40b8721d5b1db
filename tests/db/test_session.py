import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from db import reads
from db.session import engine_for, is_absent, read_engine_for, writing

BUMP = text("UPDATE store_state SET generation = generation + 1")


@pytest.mark.parametrize(
    ("url", "drivername"),
    [
        ("postgres://bot@host/muster", "postgresql+psycopg"),
        ("postgresql://bot@host/muster", "postgresql+psycopg"),
        ("postgresql+psycopg://bot@host/muster", "postgresql+psycopg"),
        ("sqlite:///muster.db", "sqlite"),
        ("muster.db", "sqlite"),
    ],
)
def test_an_address_says_which_store_it_is(url: str, drivername: str) -> None:
    assert engine_for(url).url.drivername == drivername
    assert read_engine_for(url).url.drivername == drivername


@pytest.mark.parametrize("url", ["mysql://bot:secret@host/muster", "postgresql+asyncpg://host/m"])
def test_another_database_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(ValueError, match="SQLite or PostgreSQL") as refusal:
        engine_for(url)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_store_in_memory_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="name a file"):
        engine_for(url)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 1), ("busy_timeout", 10_000)],
)
def test_sqlite_is_opened_to_be_safe_and_patient(sqlite_url: str, pragma: str, value: str) -> None:
    engine = engine_for(sqlite_url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    engine.dispose()


def test_a_transaction_on_sqlite_holds_the_write_lock_before_it_writes(sqlite_url: str) -> None:
    first, second = engine_for(sqlite_url), engine_for(sqlite_url)
    with second.connect() as impatient:
        impatient.exec_driver_sql("PRAGMA busy_timeout = 0")
        impatient.rollback()
        with writing(first), pytest.raises(OperationalError, match="locked"):
            impatient.execute(BUMP)
    first.dispose()
    second.dispose()


def test_a_second_writer_waits_on_postgresql(postgres_url: str) -> None:
    engine = engine_for(postgres_url)
    with writing(engine), engine.connect() as other:
        free = text("SELECT pg_try_advisory_xact_lock(7868775)")
        assert other.execute(free).scalar_one() is False
    engine.dispose()


def test_an_error_undoes_the_whole_transaction(engine: Engine, reader: Connection) -> None:
    def fail() -> None:
        with writing(engine) as connection:
            connection.execute(BUMP)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert reads.generation(reader) == 0


def test_an_error_does_not_tell_the_values_of_the_statement_that_failed(engine: Engine) -> None:
    wrong = text("INSERT INTO nowhere (name) VALUES (:name)")
    with pytest.raises(DBAPIError, match="nowhere") as failure, writing(engine) as connection:
        connection.execute(wrong, [{"name": "Jane Doe"}])
    assert "Jane Doe" not in str(failure.value)


def test_a_reader_sees_what_is_committed_while_another_writes(
    engine: Engine, reader: Connection
) -> None:
    with writing(engine) as connection:
        connection.execute(BUMP)
        assert reads.generation(reader) == 0
    assert reads.generation(reader) == 1


def test_a_reader_cannot_write(reader: Connection) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        reader.execute(BUMP)


def test_a_reader_of_a_file_with_an_odd_name_finds_it(migrated_file: Path, tmp_path: Path) -> None:
    odd = tmp_path / "100% sure? #1.db"
    odd.write_bytes(migrated_file.read_bytes())
    engine = read_engine_for(str(odd))
    with engine.connect() as connection:
        assert reads.generation(connection) == 0
    engine.dispose()


def test_reading_a_store_that_is_absent_fails_and_makes_none(tmp_path: Path) -> None:
    file = tmp_path / "none.db"
    with pytest.raises(OperationalError, match="unable to open"):
        read_engine_for(str(file)).connect()
    assert is_absent(str(file))


def test_only_a_file_can_be_absent(sqlite_url: str) -> None:
    assert not is_absent(sqlite_url)
    assert not is_absent("postgresql://host/muster")


def test_questions_in_several_threads_share_the_engine(store_url: str) -> None:
    engine = read_engine_for(store_url)

    def ask(_: int) -> int:
        with engine.connect() as connection:
            return reads.generation(connection)

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(ask, range(40))) == {0}
    engine.dispose()


def test_the_question_path_imports_no_heavy_library() -> None:
    heavy = {"sqlmodel", "pydantic", "alembic"}
    script = f"import sys, db.session, db.reads; print({heavy} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert shown.stdout.strip() == b"set()"
