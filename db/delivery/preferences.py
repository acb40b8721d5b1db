"""What a workspace, a channel or a person has set."""

from collections.abc import Collection

from sqlalchemy import Connection, text

from db.scope import Scope

_MOST = 3
_EXTERNAL, _ON = "external", "on"
# Parameters of their own: SQLAlchemy writes a statement with a list anew each time.
_SET = text(
    """
    SELECT subject, value FROM preference
    WHERE workspace = :workspace AND name = :name AND subject IN (:first, :second, :third)
    """
)

_PREFER = text(
    """
    INSERT INTO preference (workspace, subject, name, value)
    VALUES (:workspace, :subject, :name, :value)
    ON CONFLICT (workspace, subject, name) DO UPDATE SET value = excluded.value
    """
)

_FORGET = text(
    "DELETE FROM preference WHERE workspace = :workspace AND subject = :subject AND name = :name"
)


def preferences(
    conn: Connection, scope: Scope, name: str, subjects: Collection[str]
) -> dict[str, str]:
    """Give what some subjects have set, by their ids in Slack; three at most are looked up.

    Raises:
        ValueError: there are more.
    """
    if len(subjects) > _MOST:
        raise ValueError(f"{len(subjects)} subjects")
    first, second, third = (*subjects, *[""] * (_MOST - len(subjects)))
    told = {"workspace": scope.workspace, "name": name}
    told |= {"first": first, "second": second, "third": third}
    return {row.subject: row.value for row in conn.execute(_SET, told)}


def prefer(conn: Connection, scope: Scope, name: str, subject: str, value: str | None) -> None:
    """Set something for a subject, or no longer."""
    told = {"workspace": scope.workspace, "name": name, "subject": subject}
    if value is None:
        conn.execute(_FORGET, told)
    else:
        conn.execute(_PREFER, {**told, "value": value})


def allow_shared_channel(conn: Connection, scope: Scope, channel: str, *, allowed: bool) -> None:
    """Let people from outside the workspace read figures in a channel, or no longer."""
    prefer(conn, scope, _EXTERNAL, channel, _ON if allowed else None)


def is_shared_channel_allowed(conn: Connection, scope: Scope, channel: str) -> bool:
    """Whether an admin let people from outside the workspace read figures in a channel."""
    return preferences(conn, scope, _EXTERNAL, [channel]).get(channel) == _ON
