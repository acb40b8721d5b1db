"""Taking an import back, and putting it in again, exactly."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from sqlalchemy import Connection, Date, Engine, Executable, TextClause, text

from db import models
from db.loads.history import Act, audit
from db.loads.load import changed
from db.session import writing

_COLUMNS = [
    column.name for column in models.METADATA.tables["observation"].c if column.name != "id"
]
_TOLD = [name for name in _COLUMNS if name not in {"source_id", "series_id", "period_key"}]

_SAME = """o.source_id = z.source_id AND o.series_id = z.series_id
   AND o.period_key = z.period_key AND o.qualifier = z.qualifier AND o.edition = z.edition"""

_STATUS = text("SELECT status FROM import WHERE id = :import AND workspace = :workspace")
_SET_STATUS = text("UPDATE import SET status = :status WHERE id = :import")

# Figures of this import that a later one has changed lie on the later one's shelf.
_TAKEN = text(
    """
    SELECT z.series_id, z.period_key, z.period_end, z.taken_by, i.file
    FROM shelved z JOIN import i ON i.id = z.taken_by
    WHERE z.import_id = :import AND z.taken_by <> :import AND i.status = 'loaded'
    ORDER BY z.id LIMIT 100
    """
).columns(period_end=Date)

# Figures that an import undone would bring back, where a later one has put its own.
_OCCUPIED = text(
    f"""
    SELECT z.series_id, z.period_key, z.period_end, o.import_id, i.file
    FROM shelved z JOIN observation o ON {_SAME} JOIN import i ON i.id = o.import_id
    WHERE z.taken_by = :import AND z.import_id = :import AND o.import_id > :import
    ORDER BY z.id LIMIT 100
    """  # noqa: S608 - no more than names
).columns(period_end=Date)

_TAKE_OWN = f"""
    CREATE TEMPORARY TABLE taken AS
    SELECT {", ".join(_COLUMNS)} FROM observation WHERE import_id = :import
"""  # noqa: S608 - as above

_TAKE_THERE = f"""
    CREATE TEMPORARY TABLE taken AS SELECT {", ".join(f"o.{name}" for name in _COLUMNS)}
    FROM shelved z JOIN observation o ON {_SAME} WHERE z.taken_by = :import
"""  # noqa: S608 - as above

_PUT_BACK = text(
    f"""
    UPDATE observation SET {", ".join(f"{name} = z.{name}" for name in _TOLD)}
    FROM shelved z WHERE z.taken_by = :import AND {_SAME.replace("o.", "observation.")}
    """  # noqa: S608 - as above
)

_REMOVE_NEW = text("DELETE FROM observation WHERE import_id = :import")

_ADD_MISSING = text(
    f"""
    INSERT INTO observation ({", ".join(_COLUMNS)})
    SELECT {", ".join(f"z.{name}" for name in _COLUMNS)} FROM shelved z
    WHERE z.taken_by = :import AND NOT EXISTS (SELECT 1 FROM observation o WHERE {_SAME})
    """  # noqa: S608 - as above
)

_CLEAR = text("DELETE FROM shelved WHERE taken_by = :import")

_SHELVE = text(
    f"""
    INSERT INTO shelved (taken_by, {", ".join(_COLUMNS)})
    SELECT :import, {", ".join(_COLUMNS)} FROM taken
    """  # noqa: S608 - as above
)


Check: TypeAlias = Callable[[Connection], None]
"""Looks at the store before figures come back, and raises where they must not."""


def _unchecked(_: Connection) -> None:
    """Let anything come back."""


class Conflict(NamedTuple):
    """A figure that another import has changed since: its series, its period, and that import."""

    series_id: int
    period_key: str
    period_end: date | None
    import_id: int
    file: str


class ConflictError(Exception):
    """Figures of the import were changed since by others; nothing was done."""

    def __init__(self, conflicts: list[Conflict]) -> None:
        self.conflicts = conflicts
        super().__init__(f"{len(conflicts)} figures were changed since")


def undo(
    engine: Engine, workspace: str, import_id: int, act: Act, check: Check = _unchecked
) -> None:
    """Restore what was there before an import, all of it or nothing.

    Raises:
        LookupError: the workspace has no such import that is loaded.
        ConflictError: a later import changed some of its figures.
    """
    with writing(engine) as conn:
        _check(conn, workspace, import_id, "loaded", _TAKEN)
        check(conn)
        _exchange(conn, import_id, _TAKE_OWN, (_PUT_BACK, _REMOVE_NEW))
        _finish(conn, workspace, "undone", act._replace(import_id=import_id))


def redo(
    engine: Engine, workspace: str, import_id: int, act: Act, check: Check = _unchecked
) -> None:
    """Put the figures of an import that was undone in again, all of them or none.

    Raises:
        LookupError: the workspace has no such import that is undone.
        ConflictError: a later import has put other figures in their place.
    """
    with writing(engine) as conn:
        _check(conn, workspace, import_id, "undone", _OCCUPIED)
        check(conn)
        _exchange(conn, import_id, _TAKE_THERE, (_PUT_BACK, _ADD_MISSING))
        _finish(conn, workspace, "loaded", act._replace(import_id=import_id))


def _check(
    conn: Connection, workspace: str, import_id: int, status: str, conflicting: Executable
) -> None:
    told = {"import": import_id, "workspace": workspace}
    if conn.execute(_STATUS, told).scalar_one_or_none() != status:
        raise LookupError(f"there is no import {import_id} that is {status}")
    if conflicts := [Conflict(*row) for row in conn.execute(conflicting, told)]:
        raise ConflictError(conflicts)


def _exchange(conn: Connection, import_id: int, take: str, put: Sequence[TextClause]) -> None:
    """Change what stands in the store for what lies on the import's shelf."""
    conn.exec_driver_sql("DROP TABLE IF EXISTS taken")
    conn.exec_driver_sql(take.replace(":import", str(import_id)))
    for statement in (*put, _CLEAR, _SHELVE):
        conn.execute(statement, {"import": import_id})
    conn.exec_driver_sql("DROP TABLE taken")


def _finish(conn: Connection, workspace: str, status: str, act: Act) -> None:
    conn.execute(_SET_STATUS, {"status": status, "import": act.import_id})
    audit(conn, workspace, act)
    changed(conn)
