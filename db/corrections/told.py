"""What people were told of figures that had changed."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class Correction(NamedTuple):
    """The `nth` change of a figure that a place was told of, and what is known there since."""

    place: str
    about: str
    nth: int
    says: str
    told_at: float


_TELL = text(
    """
    INSERT INTO correction (workspace, place, about, nth, says, told_at)
    VALUES (:workspace, :place, :about, :nth, :says, :told_at)
    ON CONFLICT DO NOTHING
    """
)

_CORRECTIONS = text(
    """
    SELECT place, about, nth, says, told_at FROM correction
    WHERE workspace = :workspace ORDER BY nth
    """
)


def tell(conn: Connection, scope: Scope, correction: Correction) -> bool:
    """Note that a place is told; True for the one who may, False where another has.

    The post belongs into the same transaction, so that both are written or neither.
    """
    told = {"workspace": scope.workspace, **correction._asdict()}
    return conn.execute(_TELL, told).rowcount == 1


def corrections(conn: Connection, scope: Scope) -> dict[tuple[str, str], Correction]:
    """Give the last that each place of a workspace was told of each figure."""
    rows = conn.execute(_CORRECTIONS, {"workspace": scope.workspace})
    return {(row.place, row.about): Correction(*row) for row in rows}
