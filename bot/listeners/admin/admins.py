"""Who is an admin: those of the Slack workspace, and whom they name."""

from collections.abc import Iterator

from bot.delivery.asked import Asked
from bot.listeners.admin.context import AdminContext
from db.admin import NamedAdmin, named_admins
from db.session import staging

UNSURE = "Slack did not say just now who you are, so nothing was done; please try again."


def is_admin(admin: AdminContext, asked: Asked) -> bool:
    """Whether somebody may load and change figures."""
    if not admin.who.is_member:
        return False
    return admin.who.is_admin or any(one.person == asked.person for one in _named(admin, asked))


def refusal(admin: AdminContext, asked: Asked) -> Iterator[str]:
    """Say that only admins may, and whom to ask."""
    names = [one.name for one in _named(admin, asked)]
    others = f", or {' or '.join(names)}," if names else ""
    yield "Only admins load and change figures."
    yield (
        f"Ask an admin of this Slack workspace{others} to do it, or to let you: "
        "/muster-admin admins add and your name."
    )


def _named(admin: AdminContext, asked: Asked) -> list[NamedAdmin]:
    with staging(admin.engine) as conn:
        return named_admins(conn, admin.scope(asked))
