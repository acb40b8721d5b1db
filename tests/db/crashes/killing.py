"""Processes that are killed while they write: `python killing.py ACT COUNT FOLDER`.

Makes COUNT stores in FOLDER, "0.db" and on, each by a child that dies of SIGKILL at another moment
of the ACT, evenly spread over it. The moments are counted in steps of SQLite's machine and not in
time, so a run is like the one before. Prints for each child the signal that ended it.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event

from db import migrate
from db.session import engine_for
from tests.db.bundle import load_bundle, month

STEPS = 25  # of SQLite's machine between two looks at the clock


class Clock:
    """Counts SQLite's steps on all connections, and kills this process at a moment if told to."""

    def __init__(self, fatal: int | None = None) -> None:
        self.now = 0
        self.fatal = fatal

    def tick(self) -> int:
        """Count; 0 tells SQLite to go on."""
        self.now += 1
        if self.now == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def watch(self) -> None:
        """Count on every connection made from now on."""

        def look(connection: Any, _record: object) -> None:
            if isinstance(connection, sqlite3.Connection):
                connection.set_progress_handler(self.tick, STEPS)

        event.listen(Engine, "connect", look)


def upgrade_by_default(url: str) -> None:
    """Upgrade as a program does that leaves transactions to the driver and to Alembic."""
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def load(url: str) -> None:
    """Load figures into a store that has its tables."""
    load_bundle(engine_for(url), [month(number) for number in range(1, 13)])


ACTS: dict[str, Callable[[str], None]] = {
    "upgrade": migrate.upgrade,
    "upgrade_by_default": upgrade_by_default,
    "load": load,
}


def run(act: str, url: str, clock: Clock) -> None:
    """Do the act while the clock counts."""
    if act == "load":
        migrate.upgrade(url)
    clock.watch()
    ACTS[act](url)


def signal_that_ended(act: str, url: str, clock: Clock) -> int:
    """Do the act in a child; 0 is that it lived."""
    child = os.fork()
    if child == 0:
        run(act, url, clock)
        os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def main(act: str, count: int, folder: Path) -> None:
    """Kill `count` children; the last moment is the last step but one."""
    whole = Clock()
    stores = [f"sqlite:///{folder / str(number)}.db" for number in range(count)]
    moments = [Clock(1 + number) for number in range(count)]
    run(act, f"sqlite:///{folder / 'whole.db'}", whole)
    for number, clock in enumerate(moments):
        clock.fatal = 1 + number * whole.now // count
    signals = [signal_that_ended(act, *one) for one in zip(stores, moments, strict=True)]
    sys.stdout.write(" ".join(map(str, signals)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
