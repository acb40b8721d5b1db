"""What a process leaves behind that was killed while it wrote, at any moment."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy.exc import DatabaseError

from db import migrate, reads
from db.session import engine_for
from tests.db.bundle import load_bundle, month

KILLS = int(os.environ.get("MUSTER_KILLS", "12"))
SCRIPT = Path(__file__).parent / "killing.py"


def killed(act: str, folder: Path) -> Iterator[str]:
    """Give the address of each store that a killed process leaves."""
    command = [sys.executable, str(SCRIPT), act, str(KILLS), str(folder)]
    root = Path(migrate.__file__).parents[1]
    run = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [str(int(signal.SIGKILL))] * KILLS
    return (f"sqlite:///{folder / str(number)}.db" for number in range(KILLS))


def is_whole_after_upgrade(url: str) -> bool:
    """Tell whether the store upgrades to the tables of the models and passes SQLite's check."""
    try:
        migrate.upgrade(url)
    except (DatabaseError, CommandError):
        return False
    return migrate.check(url) == [] and generation(url) == 0


def generation(url: str) -> int:
    engine = engine_for(url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        value = reads.generation(connection)
    engine.dispose()
    return value


def test_a_migration_killed_at_any_moment_leaves_a_store_that_upgrades(tmp_path: Path) -> None:
    broken = [url for url in killed("upgrade", tmp_path) if not is_whole_after_upgrade(url)]
    assert broken == []


def test_the_same_kills_break_a_migration_without_a_transaction_of_its_own(tmp_path: Path) -> None:
    stores = killed("upgrade_by_default", tmp_path)
    assert any(not is_whole_after_upgrade(url) for url in stores)


def test_a_load_killed_at_any_moment_leaves_nothing_of_itself(tmp_path: Path) -> None:
    for url in killed("load", tmp_path):
        assert generation(url) == 0
        engine = engine_for(url)
        counts = load_bundle(engine, [month(number) for number in range(1, 13)])
        assert counts["observation"].added == 12
        engine.dispose()
