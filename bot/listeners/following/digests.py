"""Digests looked at: as they would be now, as they were, and why each item is there."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from secrets import token_hex

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Reply
from bot.digest.gather import Gathering
from bot.digest.sharing import Sharing
from bot.digest.slots import Due, Slot
from bot.digest.words import say_slot
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.replying import post_of, say
from bot.listeners.following.kept import follows_of, moment, places_of, title_in
from bot.listeners.following.permissions import CHANNELS
from bot.posting.composing import compose_one
from bot.posting.merging import Composed, merged
from bot.posting.message import forms_of
from bot.posting.settling import receipt_of
from bot.posting.wanted import Wanted, recalled
from db import delivery, digest
from db.digest import Outcome, Sent

_MOST, _MOST_OF_ALL = 10, 20
_NOTHING = "Nothing is followed here; “/muster follow children's workforce in Devon” is a start."
_NEVER = "No digest has been due here yet."
_PREVIEW = "Only you see this; nothing of it counts as told."
_ONLY_ADMINS = "Only an admin of this workspace can see the digests of every place."


def show_now(context: Context, asked: Asked) -> Reply:
    """What would be sent now where this was asked, for whoever asks alone."""
    with context.said.connect() as conn:
        here = asked.channel if asked.channel.startswith(CHANNELS) else asked.person
        found = follows_of(conn, asked, place=here) or follows_of(conn, asked, place=asked.person)
        slot = Slot(context.today.isoformat(), moment(context))
        wanted = recalled(conn, [Wanted(one, Due(slot)) for one in found])
    if not found:
        return say(asked, _NOTHING)
    id_ = token_hex(5)
    post = merged(_composed(context, wanted)).numbered(id_, _PREVIEW)
    kept = receipt_of(post, id_, asked.person, context.now)
    said = replace(post_of(asked, post.lines), forms=forms_of(post, id_))
    return Reply((said,), (lambda conn: delivery.keep(conn, scope_of(asked), kept),))


def _composed(context: Context, wanted: Sequence[Wanted]) -> list[Composed]:
    with context.muster.looking(context.today) as (_, facts):
        gathering, sharing = Gathering(facts), Sharing()
        return [made for one in wanted if (made := compose_one(one, gathering, sharing))]


def show_history(context: Context, asked: Asked, *, of_all: bool) -> Reply:
    """What became of the last digests: of this place, or for an admin of every place."""
    if of_all and not context.is_admin(asked):
        return say(asked, _ONLY_ADMINS)
    with context.said.connect() as conn:
        if of_all:
            found = digest.sent(conn, scope_of(asked), _MOST_OF_ALL)
        else:
            places = sorted(places_of(asked))
            some = [digest.sent(conn, scope_of(asked), _MOST, place) for place in places]
            found = sorted(chain(*some), key=lambda one: one.slot, reverse=True)
    if not found:
        return say(asked, _NEVER)
    return say(asked, *(_told(context, asked, one, of_all=of_all) for one in found[:_MOST_OF_ALL]))


def _told(context: Context, asked: Asked, one: Sent, *, of_all: bool) -> str:
    if one.place == asked.person:
        where = "for you"
    elif one.place == asked.channel:
        where = "here"
    else:
        where = f"in {one.place}" if one.place.startswith(CHANNELS) else "for somebody"
    day = say_slot(Slot(one.slot, moment(context)))
    place = f", {where}" if of_all or len(places_of(asked)) > 1 else ""
    return f"{day}{place}: {title_in(context, one.watches)}: {_outcome(one)}."


def _outcome(one: Sent) -> str:
    said = {
        Outcome.SENT: "sent",
        Outcome.LATE: "sent late",
        Outcome.SILENT: "nothing new, so nothing sent",
        Outcome.MISSED: "not sent, for Muster was not running",
        Outcome.WITHHELD: "not sent, for other organisations read this channel",
        Outcome.REFUSED: "refused by Slack",
    }[Outcome(one.outcome)]
    if one.refused:
        return f"refused by Slack ({one.refused.replace('_', ' ')})"
    waits = one.outcome in {Outcome.SENT, Outcome.LATE} and one.posted_at is None
    return "on its way" if waits else said
