"""Who loaded and changed what, and what was chosen when a file left a question open."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, DateTime, text

from db.scope import Scope


class Act(NamedTuple):
    """One thing that somebody changes: `via` is where it was done, "terminal" or "slack"."""

    who: str
    at: datetime
    act: str
    via: str
    subject: str = ""
    before: str = ""
    after: str = ""
    import_id: int | None = None


class AuditRow(NamedTuple):
    """One line of the audit log; `at` is UTC."""

    id: int
    at: datetime
    who: str
    act: str
    via: str
    subject: str
    before: str
    after: str
    import_id: int | None


class HistoryRow(NamedTuple):
    """One import: what it was and whether it stands ("loaded") or not ("undone")."""

    id: int
    file: str
    sha256: str
    loaded_by: str
    loaded_at: datetime
    rows: int
    status: str


_AUDITED = text(
    """
    SELECT id, at, who, act, via, subject, before, after, import_id FROM audit
    WHERE workspace = :workspace ORDER BY id DESC LIMIT :most
    """
).columns(at=DateTime(timezone=True))

_HISTORY = text(
    """
    SELECT id, file, sha256, loaded_by, loaded_at, rows, status FROM import
    WHERE workspace = :workspace ORDER BY id DESC LIMIT :most
    """
).columns(loaded_at=DateTime(timezone=True))

_CHOSEN = text("SELECT name, value FROM chosen WHERE workspace = :workspace")

_CHOOSE = text(
    """
    INSERT INTO chosen (workspace, name, value) VALUES (:workspace, :name, :value)
    ON CONFLICT (workspace, name) DO UPDATE SET value = excluded.value
    """
)


def audit(conn: Connection, workspace: str, act: Act) -> None:
    """Write a line of the audit log, in the transaction of what it tells."""
    from db import models  # noqa: PLC0415 - reading the log needs no SQLModel

    row = {**act._asdict(), "at": act.at.astimezone(UTC), "workspace": workspace}
    conn.execute(models.METADATA.tables["audit"].insert(), row)


def audited(conn: Connection, scope: Scope, most: int = 100) -> list[AuditRow]:
    """Give the last lines of the audit log of a workspace, newest first."""
    rows = conn.execute(_AUDITED, {"workspace": scope.workspace, "most": most})
    return [_utc(AuditRow(*row)) for row in rows]


def history(conn: Connection, scope: Scope, most: int = 100) -> list[HistoryRow]:
    """Give the last imports of a workspace, newest first."""
    rows = conn.execute(_HISTORY, {"workspace": scope.workspace, "most": most})
    found = [HistoryRow(*row) for row in rows]
    return [row._replace(loaded_at=_moment(row.loaded_at)) for row in found]


def chosen(conn: Connection, scope: Scope) -> Mapping[str, str]:
    """Give what was answered to the questions of earlier files, by the question's key."""
    return {row.name: row.value for row in conn.execute(_CHOSEN, {"workspace": scope.workspace})}


def choose(conn: Connection, workspace: str, answers: Mapping[str, str]) -> None:
    """Remember answers, in place of earlier ones to the same questions."""
    for name, value in answers.items():
        conn.execute(_CHOOSE, {"workspace": workspace, "name": name, "value": value})


def _utc(row: AuditRow) -> AuditRow:
    return row._replace(at=_moment(row.at))


def _moment(moment: datetime) -> datetime:
    # PostgreSQL gives it in the zone of the connection, SQLite without one.
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
