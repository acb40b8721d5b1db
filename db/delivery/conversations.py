"""What was last answered where, so that a follow-up can build on it."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class Said(NamedTuple):
    """The query last answered in a thread, the choices made there, and when."""

    query: str
    choices: str
    answered_at: float


_SAID = text(
    """
    SELECT query, choices, answered_at FROM conversation
    WHERE workspace = :workspace AND channel = :channel AND thread = :thread
    """
)

_CONVERSE = text(
    """
    INSERT INTO conversation (workspace, channel, thread, query, choices, answered_at)
    VALUES (:workspace, :channel, :thread, :query, :choices, :answered_at)
    ON CONFLICT (workspace, channel, thread)
    DO UPDATE SET query = excluded.query, choices = excluded.choices,
                  answered_at = excluded.answered_at
    """
)

_OPEN_ON = text(
    """
    INSERT INTO conversation (workspace, channel, thread, query, choices, answered_at)
    SELECT workspace, channel, :reply, query, choices, answered_at FROM conversation
    WHERE workspace = :workspace AND channel = :channel AND thread = :thread
    ON CONFLICT DO NOTHING
    """
)


def said_in(conn: Connection, scope: Scope, channel: str, thread: str) -> Said | None:
    """Give what was last answered in a thread of a channel."""
    told = {"workspace": scope.workspace, "channel": channel, "thread": thread}
    row = conn.execute(_SAID, told).one_or_none()
    return None if row is None else Said(*row)


def converse(conn: Connection, scope: Scope, channel: str, thread: str, said: Said) -> None:
    """Keep what was answered in place of what was before."""
    told = {"workspace": scope.workspace, "channel": channel, "thread": thread}
    conn.execute(_CONVERSE, {**told, **said._asdict()})


def open_on(conn: Connection, scope: Scope, channel: str, thread: str, reply: str) -> None:
    """Let a thread that is opened on a reply go on from what was answered there."""
    told = {"workspace": scope.workspace, "channel": channel, "thread": thread, "reply": reply}
    conn.execute(_OPEN_ON, told)
