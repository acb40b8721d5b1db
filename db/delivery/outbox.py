"""Posts: written before they are sent, sent by whoever holds the lease."""

from typing import NamedTuple

from sqlalchemy import Connection, text


class Post(NamedTuple):
    """A post on its way; `attempts` is how often it was sent, this time included."""

    id: int
    workspace: str
    key: str
    payload: str
    written_at: float
    attempts: int


_WRITE = text(
    """
    INSERT INTO outbox (workspace, key, payload, written_at, leased_until, attempts, posted_ts,
                        refused)
    VALUES (:workspace, :key, :payload, :now, :until, :attempts, '', '')
    ON CONFLICT DO NOTHING
    RETURNING id
    """
)

_DUE = text(
    """
    SELECT id FROM outbox
    WHERE done_at IS NULL AND leased_until <= :now
    ORDER BY id
    LIMIT :most
    """
)

_LEASE = text(
    """
    UPDATE outbox SET leased_until = :until, attempts = attempts + 1
    WHERE id = :id AND done_at IS NULL AND leased_until <= :now
    RETURNING id, workspace, key, payload, written_at, attempts
    """
)

_RENEW = text(
    """
    UPDATE outbox SET leased_until = :until
    WHERE id = :id AND attempts = :attempts AND done_at IS NULL
    """
)

_SETTLE = text(
    """
    UPDATE outbox SET leased_until = :until, done_at = :done_at, posted_ts = :ts, refused = :refused
    WHERE id = :id AND done_at IS NULL
    """
)

_SETTLE_ALL = text(
    """
    UPDATE outbox SET done_at = :now, refused = :refused
    WHERE workspace = :workspace AND done_at IS NULL
    """
)


def write(
    conn: Connection, workspace: str, key: str, payload: str, now: float, until: float
) -> Post | None:
    """Write a post and lease it, to be sent at once; None where its key was written before.

    One that is leased no longer than until now is sent by whoever looks next.
    """
    told = {"workspace": workspace, "key": key, "payload": payload, "now": now, "until": until}
    attempts = int(until > now)
    row = conn.execute(_WRITE, {**told, "attempts": attempts}).scalar_one_or_none()
    return None if row is None else Post(row, workspace, key, payload, now, attempts)


def due(conn: Connection, now: float, most: int) -> list[int]:
    """Give the posts that nobody is sending and whose time has come, oldest first."""
    return list(conn.execute(_DUE, {"now": now, "most": most}).scalars())


def lease(conn: Connection, post_id: int, now: float, until: float) -> Post | None:
    """Lease a post; None where another has done so or it is settled."""
    row = conn.execute(_LEASE, {"id": post_id, "now": now, "until": until}).one_or_none()
    return None if row is None else Post(*row)


def renew(conn: Connection, post_id: int, attempts: int, until: float) -> bool:
    """Hold a post for longer; False where another has leased it since, or it is settled."""
    told = {"id": post_id, "attempts": attempts, "until": until}
    return conn.execute(_RENEW, told).rowcount == 1


def settle(
    conn: Connection,
    post_id: int,
    until: float,
    *,
    done_at: float | None = None,
    ts: str = "",
    refused: str = "",
) -> bool:
    """Note how sending ended: done, or to be sent again from `until` on; False where it was."""
    told = {"id": post_id, "until": until, "done_at": done_at, "ts": ts, "refused": refused}
    return conn.execute(_SETTLE, told).rowcount == 1


def settle_all(conn: Connection, workspace: str, now: float, *, refused: str) -> int:
    """Send none of the posts that wait for a workspace; give how many they were."""
    told = {"workspace": workspace, "now": now, "refused": refused}
    return conn.execute(_SETTLE_ALL, told).rowcount
