"""Admins listed, named and named no longer."""

from collections.abc import Mapping

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.context import AdminContext, listed, said
from bot.loading.acts.names import BadNameError
from bot.reply.lines import Lines
from bot.reply.slack.admin.lists import Item
from bot.reply.slack.admin.modals import button
from db.admin import NamedAdmin, add_admin, named_admins, remove_admin
from db.loads import audit
from db.session import Connection, staging, writing

_ALL = "Every admin and owner of this Slack workspace, and whom they name here"


def admins(admin: AdminContext, asked: Asked, _given: Mapping[str, str]) -> Reply:
    """List who may load and change figures."""
    with staging(admin.engine) as conn:
        named = named_admins(conn, admin.scope(asked))
    items = [_item(one) for one in named] or [Item("Nobody is named yet.")]
    return listed(asked, _ALL, items)


def add(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Let somebody load and change figures.

    Raises:
        BadNameError: they are a guest, a bot or of another organisation, or Slack does not say.
    """
    person = given["person"]
    found = admin.context.people.profile(asked.team, person)
    if found is None:
        raise BadNameError("Slack did not say who that is")
    if not found.is_member:
        raise BadNameError(f"{found.name} is a guest, a bot or of another organisation")
    one = NamedAdmin(person, found.name, admin.who.name, admin.context.now)
    with writing(admin.engine) as conn:
        if add_admin(conn, asked.team, one):
            _note(conn, admin, asked, "admins add", f"{found.name} ({person})")
    return said(asked, Lines((f"{found.name} may load and change figures now.",)))


def remove(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Let somebody do so no longer.

    Raises:
        BadNameError: nobody named them.
    """
    person = given["person"]
    with writing(admin.engine) as conn:
        named = {one.person: one for one in named_admins(conn, admin.scope(asked))}
        if person not in named:
            raise BadNameError(
                "they are not among those who were named; who is an admin of the workspace is set "
                "in Slack itself"
            )
        remove_admin(conn, asked.team, person)
        _note(conn, admin, asked, "admins remove", f"{named[person].name} ({person})")
    return said(asked, Lines((f"{named[person].name} may no longer load and change figures.",)))


def _item(one: NamedAdmin) -> Item:
    press = button("Remove", f"remove:{one.person}", one.person)
    return Item(f"{one.name}, named by {one.named_by}", press)


def _note(conn: Connection, admin: AdminContext, asked: Asked, act: str, subject: str) -> None:
    audit(conn, asked.team, admin.loader(asked).act(admin.now, act, subject))
