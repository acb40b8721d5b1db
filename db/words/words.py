"""The words that blocked answers, and how often."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class Word(NamedTuple):
    """One word; `people` is how many asked with it, moments are seconds since 1970."""

    id: int
    spelling: str
    written: str
    state: str
    means: str
    times: int
    people: int
    last_at: float


_SELECT = """
    SELECT w.id, w.spelling, w.written, w.state, w.means, w.times,
           (SELECT count(DISTINCT r.person) FROM word_asked a JOIN receipt r ON r.id = a.receipt_id
            WHERE a.word_id = w.id) AS people, w.last_at
    FROM word w WHERE w.workspace = :workspace
"""

_AWAITING = text(f"{_SELECT} AND w.state = 'open' ORDER BY w.times DESC, w.id LIMIT :most")
_BY_ID = text(f"{_SELECT} AND w.id = :id")
_SPELLED = text(f"{_SELECT} AND w.spelling = :spelling")


def awaiting(conn: Connection, scope: Scope, most: int) -> list[Word]:
    """Give the words that nobody has decided on, those that blocked most first."""
    told = {"workspace": scope.workspace, "most": most}
    return [Word(*row) for row in conn.execute(_AWAITING, told)]


def word(conn: Connection, scope: Scope, word_id: int) -> Word | None:
    """Give a word of this workspace."""
    told = {"workspace": scope.workspace, "id": word_id}
    row = conn.execute(_BY_ID, told).one_or_none()
    return None if row is None else Word(*row)


def word_spelled(conn: Connection, scope: Scope, spelling: str) -> Word | None:
    """Give a word of this workspace by what it is grouped by."""
    told = {"workspace": scope.workspace, "spelling": spelling}
    row = conn.execute(_SPELLED, told).one_or_none()
    return None if row is None else Word(*row)
