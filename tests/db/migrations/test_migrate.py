import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import main as alembic
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.util import CommandError
from sqlalchemy import Engine, inspect, text

from db import migrate
from db.session import engine_for, writing
from tests.db.bundle import figure, load_bundle

INI = str(Path(migrate.__file__).parent / "migrations" / "alembic.ini")

AT_ONCE = """
import os, sys
from db import migrate

children = []
for _ in range(3):
    children.append(os.fork())
    if children[-1] == 0:
        migrate.upgrade(sys.argv[1])
        os._exit(0)
sys.exit(any(os.waitpid(child, 0)[1] for child in children))
"""


def test_a_store_is_current_once_upgraded(bare_url: str) -> None:
    assert not migrate.is_current(bare_url)
    migrate.upgrade(bare_url)
    assert migrate.is_current(bare_url)


def test_asking_about_a_store_makes_none(tmp_path: Path) -> None:
    assert not migrate.is_current(str(tmp_path / "new.db"))
    assert list(tmp_path.iterdir()) == []


def test_the_steps_make_the_tables_of_the_models(bare_url: str) -> None:
    migrate.upgrade(bare_url)
    assert migrate.check(bare_url) == []


def test_upgrading_again_changes_nothing(store_url: str, engine: Engine) -> None:
    load_bundle(engine)
    migrate.upgrade(store_url)
    assert migrate.is_current(store_url)
    assert load_bundle(engine) == {}


def test_upgrading_a_current_store_does_not_wait_for_a_load(store_url: str, engine: Engine) -> None:
    with writing(engine):
        migrate.upgrade(store_url)


def test_processes_that_upgrade_at_once_all_succeed(bare_url: str) -> None:
    subprocess.run([sys.executable, "-c", AT_ONCE, bare_url], check=True)
    assert migrate.check(bare_url) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("DROP TABLE restatement", "restatement"),
        ("ALTER TABLE observation DROP COLUMN note", "note"),
        ("DROP INDEX ix_observation_series_id_period_end", "ix_observation_series_id_period_end"),
        ("CREATE TABLE stray (id INTEGER)", "stray"),
    ],
)
def test_a_difference_from_the_models_is_told(
    store_url: str, engine: Engine, change: str, named: str
) -> None:
    with engine.begin() as connection:
        connection.execute(text(change))
    assert any(named in difference for difference in migrate.check(store_url))


def test_a_store_of_a_later_version_is_not_current_and_is_left_alone(
    store_url: str, engine: Engine
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not migrate.is_current(store_url)
    with pytest.raises(CommandError, match="9999"):
        migrate.upgrade(store_url)


def test_a_step_that_makes_a_table_anew_keeps_what_refers_to_it(
    store_url: str, engine: Engine
) -> None:
    load_bundle(engine, [figure(restated=[{"source": "annual"}])])
    with migrate.migrating(store_url) as connection:
        steps = Operations(MigrationContext.configure(connection))
        with steps.batch_alter_table("observation") as table:
            table.alter_column("note", nullable=True)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM restatement")).scalar_one() == 1


def test_a_step_that_leaves_a_row_without_what_it_refers_to_is_undone(
    sqlite_url: str,
) -> None:
    engine = engine_for(sqlite_url)
    load_bundle(engine)

    def lose_series() -> None:
        with migrate.migrating(sqlite_url) as connection:
            connection.execute(text("DELETE FROM series"))

    with pytest.raises(RuntimeError, match="1 rows refer to none, the first in observation"):
        lose_series()
    assert load_bundle(engine) == {}
    engine.dispose()


def test_alembic_runs_the_steps_from_its_command_line(bare_url: str) -> None:
    command = ["-c", INI, "-x", f"url={bare_url}"]
    alembic([*command, "upgrade", "head"])
    assert migrate.is_current(bare_url)
    alembic([*command, "check"])  # exits where it would write a new step
    alembic([*command, "downgrade", "base"])
    engine = engine_for(bare_url)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()
