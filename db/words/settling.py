"""What was decided about a word."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import Connection, text

from db.scope import Scope


class State(StrEnum):
    """What became of a word.

    An ignored one says nothing to anybody; one that is not ours names something that the
    workspace has no figures of.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    IGNORED = "ignored"
    NOT_OURS = "not ours"


_SETTLE = text(
    """
    UPDATE word SET state = :state, means = :means, settled_by = :viewer, settled_at = :now
    WHERE workspace = :workspace AND id = :word AND (state <> :state OR means <> :means)
    """
)

_REJECT = text(
    """
    INSERT INTO word_rejected (word_id, means)
    SELECT id, :means FROM word WHERE workspace = :workspace AND id = :word
    ON CONFLICT DO NOTHING
    """
)

_REJECTED = text(
    """
    SELECT r.means FROM word_rejected r JOIN word w ON w.id = r.word_id
    WHERE w.workspace = :workspace AND w.id = :word
    """
)


def settle(
    conn: Connection, scope: Scope, word_id: int, state: State, now: float, means: str = ""
) -> bool:
    """Decide about a word as the scope's viewer; False where that was decided before."""
    told = {"workspace": scope.workspace, "viewer": scope.viewer, "word": word_id, "now": now}
    return conn.execute(_SETTLE, {**told, "state": str(state), "means": means}).rowcount == 1


def reject(conn: Connection, scope: Scope, word_id: int, meanings: Iterable[str]) -> None:
    """Note what a word does not mean."""
    for means in meanings:
        told = {"workspace": scope.workspace, "word": word_id, "means": means}
        conn.execute(_REJECT, told)


def rejected(conn: Connection, scope: Scope, word_id: int) -> frozenset[str]:
    """Give what a word does not mean."""
    told = {"workspace": scope.workspace, "word": word_id}
    return frozenset(conn.execute(_REJECTED, told).scalars())
