"""Workspaces that Muster is installed in, where it is in several."""

from typing import NamedTuple

from sqlalchemy import Connection, text


class Installed(NamedTuple):
    """One installation; the token is as it was encrypted."""

    workspace: str
    name: str
    bot: str
    scopes: str
    token: str
    installed_at: float


_INSTALL = text(
    """
    INSERT INTO installation (workspace, name, bot, scopes, token, installed_at)
    VALUES (:workspace, :name, :bot, :scopes, :token, :installed_at)
    ON CONFLICT (workspace) DO UPDATE
    SET name = excluded.name, bot = excluded.bot, scopes = excluded.scopes,
        token = excluded.token, installed_at = excluded.installed_at
    """
)

_INSTALLED = text(
    """
    SELECT workspace, name, bot, scopes, token, installed_at FROM installation
    WHERE workspace = :workspace
    """
)

_UNINSTALL = text(
    "DELETE FROM installation WHERE workspace = :workspace AND installed_at <= :removed_at"
)

_BEGIN = text("INSERT INTO install_state (state, until) VALUES (:state, :until)")

_END = text("DELETE FROM install_state WHERE state = :state AND until >= :now")

_FORGET = text("DELETE FROM install_state WHERE until < :now")


def install(conn: Connection, one: Installed) -> None:
    """Keep an installation in place of one that was there before."""
    conn.execute(_INSTALL, one._asdict())


def installed(conn: Connection, workspace: str) -> Installed | None:
    """Give the installation in a workspace."""
    row = conn.execute(_INSTALLED, {"workspace": workspace}).one_or_none()
    return None if row is None else Installed(*row)


def uninstall(conn: Connection, workspace: str, removed_at: float) -> bool:
    """Forget an installation and its token; False where it was made after it was removed."""
    conn.execute(_UNINSTALL, {"workspace": workspace, "removed_at": removed_at})
    return installed(conn, workspace) is None


def begin_install(conn: Connection, state: str, now: float, until: float) -> None:
    """Note that an installation was begun; what was not ended in time is forgotten."""
    conn.execute(_FORGET, {"now": now})
    conn.execute(_BEGIN, {"state": state, "until": until})


def end_install(conn: Connection, state: str, now: float) -> bool:
    """Whether an installation was begun so and not yet ended; each is ended once."""
    return conn.execute(_END, {"state": state, "now": now}).rowcount == 1
