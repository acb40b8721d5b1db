"""People whom the admins of a Slack workspace let load and change figures."""

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.scope import Scope


class NamedAdmin(NamedTuple):
    """Somebody by their id in Slack and their name; who named them, when in seconds since 1970."""

    person: str
    name: str
    named_by: str
    named_at: float


_NAMED = text(
    """
    SELECT person, name, named_by, named_at FROM named_admin
    WHERE workspace = :workspace ORDER BY name, person
    """
)

_ADD = text(
    """
    INSERT INTO named_admin (workspace, person, name, named_by, named_at)
    VALUES (:workspace, :person, :name, :named_by, :named_at)
    ON CONFLICT (workspace, person) DO NOTHING
    """
)

_REMOVE = text("DELETE FROM named_admin WHERE workspace = :workspace AND person = :person")


def named_admins(conn: Connection, scope: Scope) -> list[NamedAdmin]:
    """Give whom the admins of a workspace have named, by name."""
    return [NamedAdmin(*row) for row in conn.execute(_NAMED, {"workspace": scope.workspace})]


def add_admin(conn: Connection, workspace: str, one: NamedAdmin) -> bool:
    """Name somebody; False where they are named already."""
    return conn.execute(_ADD, {"workspace": workspace, **one._asdict()}).rowcount == 1


def remove_admin(conn: Connection, workspace: str, person: str) -> bool:
    """Name somebody no longer; False where they were not named."""
    return conn.execute(_REMOVE, {"workspace": workspace, "person": person}).rowcount == 1
