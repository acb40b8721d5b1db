"""Processes that are killed while they load or undo: `python killing.py ACT COUNT URL FILE`.

Each of COUNT children does the ACT over the store at URL and dies of SIGKILL at another moment of
it, evenly spread: moments are SQL statements, and on SQLite steps of its machine too. After each
the parent looks at what is there, which must be all as before or all as after, and puts it back.
Prints how often it was which.
"""

import json
import os
import signal
import sqlite3
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, text

from bot.loading.loads import Loader
from bot.pipeline import Knowledge
from db.loads import Act, history, redo, undo
from db.reader import reading
from db.scope import Scope
from db.session import engine_for, read_engine_for, staging

SCOPE = Scope("T1", "U1")
NOW = datetime(2024, 6, 30, tzinfo=UTC)
STEPS = 200  # of SQLite's machine between two looks at the clock
HELD = text(
    "SELECT series_id, period_key, value, value_text, line FROM observation "
    "WHERE workspace = 'T1' ORDER BY series_id, period_key"
)


class Clock:
    """Counts moments, and kills this process at one of them if told to."""

    def __init__(self) -> None:
        self.now = 0
        self.fatal = 0

    def tick(self, *_: object) -> int:
        """Count; 0 tells SQLite to go on."""
        self.now += 1
        if self.now == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def watch(self) -> None:
        """Count on every connection from now on."""

        def look(connection: Any, _record: object) -> None:
            if isinstance(connection, sqlite3.Connection):
                connection.set_progress_handler(self.tick, STEPS)

        event.listen(Engine, "connect", look)
        event.listen(Engine, "before_cursor_execute", self.tick)


class Store:
    """The store, looked at with connections of its own each time."""

    def __init__(self, url: str, file: Path) -> None:
        self.url, self.file = url, file
        engine = read_engine_for(url)
        with reading(engine, SCOPE) as reader:
            self.lexicon = Knowledge.load(reader).lexicon
        engine.dispose()

    def act(self, name: str) -> None:
        """Load the file, or undo or redo the newest import."""
        engine = engine_for(self.url)
        if name == "load":
            loader = Loader(engine, self.lexicon, SCOPE, "terminal")
            loader.load(loader.read(self.file, council="devon"), NOW)
        else:
            with staging(engine) as conn:
                newest = history(conn, SCOPE)[0].id
            done = {"undo": undo, "redo": redo}[name]
            done(engine, "T1", newest, Act("U1", NOW, name, "terminal"))
        engine.dispose()

    def held(self) -> tuple[object, ...]:
        """What is there: figures, whether the newest import stands, and the lines of the log."""
        engine = engine_for(self.url)
        with staging(engine) as conn:
            figures = tuple(map(tuple, conn.execute(HELD)))
            stands = tuple(one.status for one in history(conn, SCOPE))
            if conn.dialect.name == "sqlite":
                assert conn.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        engine.dispose()
        return figures, stands.count("loaded")


def killed(store: Store, act: str, moment: int) -> int:
    """Do the act in a child that dies at a moment; gives the signal that ended it."""
    child = os.fork()
    if child == 0:
        clock = Clock()
        clock.fatal = moment
        clock.watch()
        store.act(act)
        os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def length(store: Store, act: str) -> int:
    """How many moments the act has, told by a child that lives."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        clock = Clock()
        clock.watch()
        store.act(act)
        os.write(tell, str(clock.now).encode())
        os._exit(0)
    os.waitpid(child, 0)
    return int(os.read(told, 20))


def main(act: str, count: int, url: str, file: Path) -> None:
    """Kill `count` children and tell what they left."""
    back = {"load": "undo", "undo": "redo", "redo": "undo"}[act]
    store = Store(url, file)
    before = store.held()
    moments = length(store, act)
    after = store.held()
    store.act(back)
    found: Counter[str] = Counter()
    for number in range(count):
        ended = killed(store, act, 1 + number * moments // count)
        left = store.held()
        found["killed"] += ended == signal.SIGKILL
        found["before" if left == before else "after" if left == after else "partial"] += 1
        if left == after:
            store.act(back)
        if store.held() != before:
            found["unusable"] += 1
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
