"""Digests that Slack did not take, each dealt with once, whoever comes first."""

from typing import NamedTuple

from sqlalchemy import Connection, text


class Refused(NamedTuple):
    """One slot of a follow whose post was given up, and Slack's word for why."""

    workspace: str
    follow_id: int
    slot: str
    place: str
    owner: str
    watches: str
    code: str


_REFUSED = text(
    """
    SELECT f.workspace, f.id, d.slot, f.place, f.owner, f.watches, o.refused
    FROM outbox o
    JOIN delivery d ON d.post = o.key
    JOIN follow f ON f.id = d.follow_id
    WHERE o.done_at >= :since AND o.refused <> '' AND d.outcome IN ('sent', 'late')
    ORDER BY f.id
    """
)

_MARK = text(
    """
    UPDATE delivery SET outcome = 'refused'
    WHERE follow_id = :follow AND slot = :slot AND outcome IN ('sent', 'late')
    """
)


def refused(conn: Connection, since: float) -> list[Refused]:
    """Give the slots of all workspaces given up since a moment that nobody has dealt with."""
    return [Refused(*row) for row in conn.execute(_REFUSED, {"since": since})]


def mark_refused(conn: Connection, one: Refused) -> bool:
    """Note that a slot was not posted after all; False where another has noted it."""
    told = {"follow": one.follow_id, "slot": one.slot}
    return conn.execute(_MARK, told).rowcount == 1
