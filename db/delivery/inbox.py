"""Deliveries: taken in once, and answered by whoever holds the lease."""

from typing import NamedTuple

from sqlalchemy import Connection, text


class Taken(NamedTuple):
    """A delivery that has no answer yet; `attempts` is how often one was begun."""

    id: int
    workspace: str
    event_key: str
    payload: str
    attempts: int


_TAKE = text(
    """
    INSERT INTO inbox (workspace, event_key, message_key, client_key, payload, taken_at,
                       leased_until, attempts)
    VALUES (:workspace, :event_key, :message_key, :client_key, :payload, :now, :until, 1)
    ON CONFLICT DO NOTHING
    RETURNING id
    """
)

_WAITING = text(
    """
    SELECT id, workspace, event_key, payload, attempts FROM inbox
    WHERE done_at IS NULL AND leased_until <= :now
    ORDER BY id
    LIMIT :most
    """
)

_CLAIM = text(
    """
    UPDATE inbox SET leased_until = :until, attempts = attempts + 1
    WHERE id = :id AND done_at IS NULL AND leased_until <= :now
    """
)

_FINISH = text("UPDATE inbox SET done_at = :now WHERE id = :id AND done_at IS NULL")

_FINISH_ALL = text(
    "UPDATE inbox SET done_at = :now WHERE workspace = :workspace AND done_at IS NULL"
)


def take(
    conn: Connection,
    workspace: str,
    keys: tuple[str, str | None, str | None],
    payload: str,
    now: float,
    until: float,
) -> int | None:
    """Take a delivery in and lease it; None where one of its keys was seen before.

    `keys` are of the event, of the message and of what the person's own Slack sent; the first is
    always there.
    """
    event, message, client = keys
    told = {"event_key": event, "message_key": message, "client_key": client, "payload": payload}
    row = conn.execute(_TAKE, {"workspace": workspace, **told, "now": now, "until": until})
    return row.scalar_one_or_none()


def waiting(conn: Connection, now: float, most: int) -> list[Taken]:
    """Give deliveries that nobody is answering, oldest first."""
    return [Taken(*row) for row in conn.execute(_WAITING, {"now": now, "most": most})]


def claim(conn: Connection, inbox_id: int, now: float, until: float) -> bool:
    """Lease a delivery; False where another has done so or it is answered."""
    told = {"id": inbox_id, "now": now, "until": until}
    return conn.execute(_CLAIM, told).rowcount == 1


def finish(conn: Connection, inbox_id: int, now: float) -> bool:
    """Note that a delivery is answered; False where it was before."""
    return conn.execute(_FINISH, {"id": inbox_id, "now": now}).rowcount == 1


def finish_all(conn: Connection, workspace: str, now: float) -> int:
    """Leave all that waits for a workspace without an answer; give how much that was."""
    return conn.execute(_FINISH_ALL, {"workspace": workspace, "now": now}).rowcount
