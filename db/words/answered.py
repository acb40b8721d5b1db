"""Questions that were answered, to be asked again before a name is added."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class Answered(NamedTuple):
    """A question that was understood, in which thread, and its query as JSON."""

    channel: str
    thread: str
    person: str
    asked_at: float
    question: str
    query: str


_ANSWERED = text(
    """
    SELECT channel, thread, person, asked_at, question, query FROM receipt
    WHERE workspace = :workspace AND query <> '' AND question <> ''
    ORDER BY asked_at DESC LIMIT :most
    """
)


def answered(conn: Connection, scope: Scope, most: int) -> list[Answered]:
    """Give the last questions that a workspace had answered, oldest first."""
    rows = conn.execute(_ANSWERED, {"workspace": scope.workspace, "most": most})
    return [Answered(*row) for row in rows][::-1]
