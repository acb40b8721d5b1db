"""What became of each slot: settled once, whoever comes first."""

from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class Outcome(StrEnum):
    """What became of a slot.

    Silent is nothing new, where the follow wants no post then; withheld is that the place may be
    sent nothing; refused is that Slack did not take the post.
    """

    SENT = "sent"
    LATE = "late"
    SILENT = "silent"
    MISSED = "missed"
    WITHHELD = "withheld"
    REFUSED = "refused"


class Delivered(NamedTuple):
    """One settled slot of a follow; `post` is the key of what was posted, "" for nothing."""

    follow_id: int
    slot: str
    slot_at: float
    outcome: str
    text: str
    post: str = ""


class Sent(NamedTuple):
    """What became of a slot, for whoever looks after the digests of a workspace.

    `posted_at` is None while Slack has not confirmed the post; `refused` is its word for why not.
    """

    place: str
    watches: str
    slot: str
    outcome: str
    posted_at: float | None
    refused: str


_SETTLE = text(
    """
    INSERT INTO delivery (follow_id, slot, slot_at, settled_at, outcome, text, post)
    SELECT f.id, :slot, :slot_at, :now, :outcome, :text, :post FROM follow f
    WHERE f.id = :follow AND f.workspace = :workspace
    ON CONFLICT DO NOTHING
    RETURNING slot
    """
)

_DELIVERIES = text(
    """
    SELECT d.follow_id, d.slot, d.slot_at, d.outcome, d.text, d.post
    FROM delivery d JOIN follow f ON f.id = d.follow_id
    WHERE f.id = :follow AND f.workspace = :workspace
    ORDER BY d.slot_at DESC
    LIMIT :most
    """
)

_SENT = text(
    """
    SELECT f.place, f.watches, d.slot, d.outcome, o.done_at, coalesce(o.refused, '')
    FROM delivery d
    JOIN follow f ON f.id = d.follow_id
    LEFT JOIN outbox o ON o.key = d.post AND d.post <> ''
    WHERE f.workspace = :workspace AND (:place = '' OR f.place = :place)
    ORDER BY d.slot_at DESC, d.id DESC
    LIMIT :most
    """
)


def settle(conn: Connection, scope: Scope, delivered: Delivered, now: float) -> bool:
    """Settle a slot; True for the one who may post it, False where another has settled it.

    The post belongs into the same transaction, so that both are written or neither.
    """
    told = {"workspace": scope.workspace, "follow": delivered.follow_id, "now": now}
    told |= {"slot": delivered.slot, "slot_at": delivered.slot_at}
    told |= {"outcome": str(delivered.outcome), "text": delivered.text, "post": delivered.post}
    return conn.execute(_SETTLE, told).scalar_one_or_none() is not None


def deliveries(conn: Connection, scope: Scope, follow_id: int, most: int = 20) -> list[Delivered]:
    """Give what became of a follow's slots, newest first."""
    told = {"workspace": scope.workspace, "follow": follow_id, "most": most}
    return [Delivered(*row) for row in conn.execute(_DELIVERIES, told)]


def sent(conn: Connection, scope: Scope, most: int, place: str = "") -> list[Sent]:
    """Give what became of a workspace's slots, or of one place's, newest first."""
    told = {"workspace": scope.workspace, "place": place, "most": most}
    return [Sent(*row) for row in conn.execute(_SENT, told)]
