"""What a workspace, a channel or a person has set."""

from collections.abc import Collection

from sqlalchemy import Connection, text

from db.reads.statement import statement
from db.scope import Scope

_SET = statement(
    """
    SELECT subject, value FROM preference
    WHERE workspace = :workspace AND name = :name AND subject IN :subjects
    """,
    "subjects",
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
    """Give what some subjects have set, by their ids in Slack."""
    told = {"workspace": scope.workspace, "name": name, "subjects": list(subjects)}
    return {row.subject: row.value for row in conn.execute(_SET, told)}


def prefer(conn: Connection, scope: Scope, name: str, subject: str, value: str | None) -> None:
    """Set something for a subject, or no longer."""
    told = {"workspace": scope.workspace, "name": name, "subject": subject}
    if value is None:
        conn.execute(_FORGET, told)
    else:
        conn.execute(_PREFER, {**told, "value": value})
