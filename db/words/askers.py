"""Who asked with a word, and where they can be answered."""

from typing import NamedTuple

from sqlalchemy import Boolean, Connection, text

from db.scope import Scope


class Asker(NamedTuple):
    """One question that a word blocked; `said` is the query its thread was at, as JSON."""

    receipt: str
    channel: str
    thread: str
    person: str
    question: str
    asked_at: float
    private: bool
    said: str


_ASKERS = text(
    """
    SELECT r.id, r.channel, r.thread, r.person, r.question, r.asked_at, r.private, a.thread AS said
    FROM word_asked a JOIN word w ON w.id = a.word_id JOIN receipt r ON r.id = a.receipt_id
    WHERE w.workspace = :workspace AND w.id = :word AND r.asked_at >= :since
    ORDER BY r.asked_at, a.id
    """
).columns(private=Boolean)


def askers(conn: Connection, scope: Scope, word_id: int, since: float) -> list[Asker]:
    """Give the questions since a moment that a word blocked, oldest first."""
    told = {"workspace": scope.workspace, "word": word_id, "since": since}
    return [Asker(*row) for row in conn.execute(_ASKERS, told)]
