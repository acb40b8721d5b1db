"""An answer as it was given."""

from collections.abc import Mapping

from bot.corrections.answers import as_given, then_and_now
from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.listeners.admin.context import AdminContext, said
from bot.reply.lines import Lines
from db import corrections, delivery


def answers(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Show an answer word for word, with its figures then and now.

    Raises:
        LookupError: the workspace has no answer of that id.
    """
    context, scope, answer = admin.context, admin.scope(asked), given["answer"].lower()
    with context.said.connect() as conn:
        found = delivery.kept(conn, scope, answer)
        figures = corrections.given_in(conn, scope, answer)
    if found is None:
        raise LookupError(f"there is no answer “{answer}” here")
    with context.muster.looking(context.today) as (_, facts):
        now = tuple(then_and_now(figures, facts))
    return said(asked, Lines(as_given(found), now))
