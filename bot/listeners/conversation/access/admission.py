"""Guests and people of other organisations: turned away, and not let read along, unless allowed.

The figures of a workspace are for its own members. An admin may open a channel to everybody in it.
"""

from dataclasses import replace

from bot.delivery.asked import Asked, Did
from bot.delivery.outgoing import Form, Outgoing, Reply, Way
from bot.delivery.sending.people import Standing
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.replying import say
from bot.reply.blocks import blocks_of
from bot.reply.lines import Lines
from db import delivery
from db.scope import Scope

NOT_FOR_YOU = (
    "Not for you: I answer members of this workspace alone, unless an admin opens the channel to "
    "others with /muster external on."
)
_READ_ALONG = (
    "another organisation reads this channel. An admin can open it to others with "
    "/muster external on."
)
NOT_SHARED = f"Not shared: {_READ_ALONG}"
ONLY_YOU = f"Only you see this: {_READ_ALONG}"
UNKNOWN = (
    "Slack does not say at the moment whether you belong to this workspace, so I show no figures; "
    "please ask again in a minute."
)


def turn_away(context: Context, asked: Asked) -> Reply | None:
    """What somebody is told whom figures are not for; None where they are."""
    standing = context.standing(asked)
    if standing is Standing.MEMBER or is_opened(context, asked.team, asked.channel):
        return None
    said = UNKNOWN if standing is Standing.UNKNOWN else NOT_FOR_YOU
    if asked.did is Did.OPENED_HOME:
        forms = [Form(blocks_of(Lines((said,))))]
        return Reply((Outgoing(Way.HOME, "", asked.person, forms=forms),))
    if asked.did is Did.OPENED_MESSAGES:
        return Reply()
    between_us = asked.is_direct or asked.channel == asked.person
    return say(asked if between_us else _alone(asked), said)


def out_of_hearing(context: Context, asked: Asked) -> Asked:
    """The same, to be answered to the person alone where strangers would read along."""
    return _alone(asked) if not asked.is_private and is_overheard(context, asked) else asked


def is_overheard(context: Context, asked: Asked) -> bool:
    """Whether another organisation would read a reply, and no admin has allowed that.

    An event tells that its channel is shared; for a button under a message Slack is asked.
    """
    pressed = asked.did is Did.PRESSED and not asked.channel.startswith("D")
    shared = asked.is_shared or (pressed and context.people.is_shared(asked.team, asked.channel))
    return shared and not is_opened(context, asked.team, asked.channel)


def is_opened(context: Context, team: str, channel: str) -> bool:
    """Whether an admin let everybody in a channel ask and read."""
    with context.said.connect() as conn:
        return delivery.is_shared_channel_allowed(conn, Scope(team), channel)


def _alone(asked: Asked) -> Asked:
    """To the person alone; a thread that nobody has opened yet shows nothing to one alone."""
    opens = asked.thread_ts == asked.ts
    return replace(asked.privately(), thread_ts="" if opens else asked.thread_ts)
