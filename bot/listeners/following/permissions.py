"""Who may start, change and stop what a channel follows."""

from enum import StrEnum
from functools import partial

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.delivery.sending.people import Readers
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.replying import say
from db import delivery
from db.digest import Follow
from db.session import Connection

_NAME = "who may change follows"
_ONLY_ADMINS = "Only an admin of this workspace can set who may change what a channel follows."
CHANNELS = ("C", "G")
"""Slack's ids of channels begin so."""


class Who(StrEnum):
    """Who may change what a channel follows; any member may propose."""

    MEMBERS = "members"
    OWNER = "owner"
    ADMINS = "admins"


_SAID = {
    Who.MEMBERS: "any member may start, change and stop it",
    Who.OWNER: "any member may start it; whoever did, and admins, may change and stop it",
    Who.ADMINS: "any member may propose it; admins start, change and stop it",
}


def who_may(conn: Connection, asked: Asked, channel: str) -> Who:
    """The setting of a channel."""
    told = delivery.preferences(conn, scope_of(asked), _NAME, [channel])
    return Who(told.get(channel, Who.OWNER))


def is_read_by_others(context: Context, conn: Connection, asked: Asked) -> bool:
    """Whether another organisation reads this channel, and nobody allowed figures in it."""
    readers = context.people.readers(asked.team, asked.channel)
    allowed = delivery.is_shared_channel_allowed(conn, scope_of(asked), asked.channel)
    return readers is Readers.SHARED and not allowed


def may_start(context: Context, conn: Connection, asked: Asked, place: str) -> bool:
    """Whether a person may start following in a place by themselves."""
    is_free = place == asked.person or who_may(conn, asked, place) is not Who.ADMINS
    return is_free or context.is_admin(asked)


def may_change(context: Context, conn: Connection, asked: Asked, follow: Follow) -> bool:
    """Whether a person may change or stop a follow, from where they are."""
    if not follow.place.startswith(CHANNELS):
        return follow.place == asked.person
    if follow.place != asked.channel:
        return False
    who = who_may(conn, asked, follow.place)
    if who is Who.MEMBERS or (who is Who.OWNER and follow.owner == asked.person):
        return True
    return context.is_admin(asked)


def set_who(context: Context, asked: Asked, who: str) -> Reply:
    """Set who may change what this channel follows, or show it."""
    if not asked.channel.startswith(CHANNELS):
        return say(asked, "That is set in a channel, for that channel.")
    if who.lower() not in Who.__members__.values():
        with context.said.connect() as conn:
            now = who_may(conn, asked, asked.channel)
        how = "/muster follows changed by members, owner or admins sets it."
        return say(asked, f"What this channel follows: {_SAID[now]}.", how)
    if not context.is_admin(asked):
        return say(asked, _ONLY_ADMINS)
    wanted = Who(who.lower())
    write = partial(
        delivery.prefer, scope=scope_of(asked), name=_NAME, subject=asked.channel, value=wanted
    )
    reply = say(asked, f"From now on, of what this channel follows: {_SAID[wanted]}.")
    return Reply(reply.posts, (write,))
