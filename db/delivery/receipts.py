"""Answers as they were given, to be shown again and built on."""

from typing import NamedTuple

from sqlalchemy import Boolean, Connection, text

from db.scope import Scope


class Kept(NamedTuple):
    """One answer: who asked what, where and when, and what was said; the rest is JSON.

    `chosen` is the reading that somebody picked last, "" before that.
    """

    id: str
    channel: str
    thread: str
    person: str
    asked_at: float
    question: str
    query: str
    reply: str
    figures: str
    readings: str
    private: bool
    chosen: str = ""


_COLUMNS = ", ".join(Kept._fields)

_KEEP = text(
    f"""
    INSERT INTO receipt (workspace, {_COLUMNS})
    VALUES (:workspace, {", ".join(f":{name}" for name in Kept._fields)})
    ON CONFLICT DO NOTHING
    """  # noqa: S608 - the names are those above
)

_KEPT = text(
    f"SELECT {_COLUMNS} FROM receipt WHERE workspace = :workspace AND id = :id"  # noqa: S608
).columns(private=Boolean)

_RECENT = text(
    f"""
    SELECT {_COLUMNS} FROM receipt
    WHERE workspace = :workspace AND person = :person AND question <> ''
    ORDER BY asked_at DESC
    LIMIT :most
    """  # noqa: S608 - as above
).columns(private=Boolean)

_CHOOSE = text(
    """
    UPDATE receipt SET chosen = :chosen
    WHERE workspace = :workspace AND id = :id
    """
)

_RATE = text(
    """
    INSERT INTO feedback (receipt_id, person, good, reason, given_at)
    SELECT id, :person, :good, :reason, :given_at FROM receipt
    WHERE workspace = :workspace AND id = :id
    ON CONFLICT (receipt_id, person)
    DO UPDATE SET good = excluded.good, reason = excluded.reason, given_at = excluded.given_at
    """
)


def keep(conn: Connection, scope: Scope, receipt: Kept) -> None:
    """Keep an answer; one with its id is left as it was."""
    conn.execute(_KEEP, {"workspace": scope.workspace, **receipt._asdict()})


def kept(conn: Connection, scope: Scope, receipt_id: str) -> Kept | None:
    """Give an answer of this workspace."""
    row = conn.execute(_KEPT, {"workspace": scope.workspace, "id": receipt_id}).one_or_none()
    return None if row is None else Kept(*row)


def recent(conn: Connection, scope: Scope, most: int) -> list[Kept]:
    """Give what the viewer asked last, newest first."""
    told = {"workspace": scope.workspace, "person": scope.viewer, "most": most}
    return [Kept(*row) for row in conn.execute(_RECENT, told)]


def choose(conn: Connection, scope: Scope, receipt_id: str, chosen: str) -> bool:
    """Note which reading was picked last; False where there is no such answer."""
    told = {"workspace": scope.workspace, "id": receipt_id, "chosen": chosen}
    return conn.execute(_CHOOSE, told).rowcount == 1


def rate(
    conn: Connection, scope: Scope, receipt_id: str, now: float, *, good: bool, reason: str = ""
) -> bool:
    """Note what the viewer thinks of an answer; False where there is no such answer."""
    told = {"id": receipt_id, "person": scope.viewer, "good": good, "reason": reason}
    given = {"workspace": scope.workspace, "given_at": now}
    return conn.execute(_RATE, {**told, **given}).rowcount == 1
