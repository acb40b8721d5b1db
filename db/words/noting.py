"""That a word blocked an answer."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class Noted(NamedTuple):
    """A word as it is grouped, and as it was typed."""

    spelling: str
    written: str


_WORD = text(
    """
    INSERT INTO word (workspace, spelling, written, state, means, times, first_at, last_at,
                      settled_by)
    VALUES (:workspace, :spelling, :written, 'open', '', 0, :now, :now, '')
    ON CONFLICT (workspace, spelling) DO UPDATE SET last_at = excluded.last_at
    RETURNING id
    """
)

_ASKED = text(
    """
    INSERT INTO word_asked (word_id, receipt_id, thread) VALUES (:word, :receipt, :thread)
    ON CONFLICT DO NOTHING
    """
)

_COUNT = text("UPDATE word SET times = times + 1 WHERE id = :word")


def note(
    conn: Connection, scope: Scope, noted: Noted, receipt_id: str, thread: str, now: float
) -> None:
    """Note that a word blocked the answer of a receipt; twice for one answer counts once.

    `thread` is the query that the question would have built on, as JSON.
    """
    told = {"workspace": scope.workspace, "now": now, **noted._asdict()}
    word = conn.execute(_WORD, told).scalar_one()
    asked = {"word": word, "receipt": receipt_id, "thread": thread}
    if conn.execute(_ASKED, asked).rowcount == 1:
        conn.execute(_COUNT, {"word": word})
