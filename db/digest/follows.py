"""Who follows what."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class NewFollow(NamedTuple):
    """What to follow, where and when; `quiet` posts nothing where nothing is new."""

    place: str
    watches: str
    schedule: str
    quiet: bool = False


class Follow(NamedTuple):
    """A follow as it is kept; `since` is when its newest slot was, or when it began."""

    id: int
    place: str
    owner: str
    watches: str
    schedule: str
    quiet: bool
    paused: str
    since: float
    workspace: str = ""


_FOLLOW = text(
    """
    INSERT INTO follow (workspace, place, owner, watches, schedule, quiet, paused, followed_at)
    VALUES (:workspace, :place, :owner, :watches, :schedule, :quiet, '', :now)
    ON CONFLICT (workspace, place, watches) DO UPDATE
    SET owner = excluded.owner, schedule = excluded.schedule, quiet = excluded.quiet, paused = '',
        followed_at = excluded.followed_at
    RETURNING id
    """
)

# The later of the two: what went by while a follow was paused is not made up for.
_KEPT = """
    SELECT f.id, f.place, f.owner, f.watches, f.schedule, f.quiet, f.paused,
           CASE WHEN max(d.slot_at) > f.followed_at THEN max(d.slot_at) ELSE f.followed_at END
             AS since, f.workspace
    FROM follow f LEFT JOIN delivery d ON d.follow_id = f.id
    WHERE {which}
    GROUP BY f.id, f.place, f.owner, f.watches, f.schedule, f.quiet, f.paused, f.followed_at,
             f.workspace
    ORDER BY f.id
    """
_FOLLOWS = text(_KEPT.format(which="f.workspace = :workspace"))
_OF_ALL = text(_KEPT.format(which="f.paused = ''"))

_CHANGE = text(
    """
    UPDATE follow SET schedule = :schedule, quiet = :quiet, paused = '', followed_at = :now
    WHERE id = :id AND workspace = :workspace
    """
)

_PAUSE = text(
    "UPDATE follow SET paused = :why WHERE id = :id AND workspace = :workspace AND paused = ''"
)

_UNFOLLOW = text("DELETE FROM follow WHERE id = :id AND workspace = :workspace")


def follow(conn: Connection, scope: Scope, new: NewFollow, now: float) -> int:
    """Follow something somewhere from now on, as the scope's viewer; give its id.

    What is followed there already is not followed twice: it gets this owner and schedule, is no
    longer paused, and keeps what was sent.
    """
    told = {"workspace": scope.workspace, "owner": scope.viewer, "now": now, **new._asdict()}
    return int(conn.execute(_FOLLOW, told).scalar_one())


def follows(conn: Connection, scope: Scope) -> list[Follow]:
    """Give every follow of a workspace, oldest first, paused ones too."""
    rows = conn.execute(_FOLLOWS, {"workspace": scope.workspace})
    return [Follow(*row)._replace(quiet=bool(row.quiet)) for row in rows]


def follows_of_all(conn: Connection) -> list[Follow]:
    """Give the follows of every workspace that are not paused, for whoever posts what is due."""
    return [Follow(*row)._replace(quiet=bool(row.quiet)) for row in conn.execute(_OF_ALL)]


def change(
    conn: Connection, scope: Scope, follow_id: int, schedule: str, now: float, *, quiet: bool
) -> bool:
    """Change when something is sent, from now on, and start it where it is paused.

    False where there is no such follow.
    """
    told = {"workspace": scope.workspace, "id": follow_id, "schedule": schedule}
    return conn.execute(_CHANGE, {**told, "quiet": quiet, "now": now}).rowcount == 1


def pause(conn: Connection, scope: Scope, follow_id: int, why: str) -> bool:
    """Send no more until it is followed again; False where it was paused before."""
    told = {"workspace": scope.workspace, "id": follow_id, "why": why}
    return conn.execute(_PAUSE, told).rowcount == 1


def unfollow(conn: Connection, scope: Scope, follow_id: int) -> bool:
    """Stop a follow, with all that is remembered of it; False where there is none such."""
    told = {"workspace": scope.workspace, "id": follow_id}
    return conn.execute(_UNFOLLOW, told).rowcount == 1
