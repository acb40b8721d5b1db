"""The follows of a person and of the channel they are in, each known by a short handle."""

from datetime import UTC, datetime
from hashlib import sha256

from bot.delivery.asked import Asked
from bot.digest.sets import ALERT, title_of
from bot.digest.slots import Schedule, schedule_of
from bot.digest.slots.phrases import say_schedule
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.following.permissions import CHANNELS
from db import digest
from db.digest import Follow
from db.session import Connection

PROPOSED = "proposed, and not started by an admin yet"
"""Why a follow is paused that was only proposed."""


def handle_of(place: str, watches: str) -> str:
    """What a follow is known by in buttons; there is one of a kind in a place."""
    return sha256(f"{place} {watches}".encode()).hexdigest()[:12]


def follows_of(conn: Connection, asked: Asked, *, place: str = "") -> list[Follow]:
    """The follows of one place; else those of the person and of the channel they are in."""
    places = {place} if place else places_of(asked)
    return [one for one in digest.follows(conn, scope_of(asked)) if one.place in places]


def places_of(asked: Asked) -> set[str]:
    """The person's messages with Muster, and the channel they are in."""
    channel = {asked.channel} if asked.channel.startswith(CHANNELS) else set()
    return {asked.person, *channel}


def follow_of(conn: Connection, asked: Asked, handle: str) -> Follow | None:
    """The follow that a button is about, where it is still there."""
    kept = digest.follows(conn, scope_of(asked))
    return next((one for one in kept if handle_of(one.place, one.watches) == handle), None)


def title_in(context: Context, watches: str) -> str:
    """What a follow is called."""
    return title_of(watches, context.muster.knowledge().directory.names)


def schedule_in(follow: Follow) -> Schedule:
    """When a follow is sent; the usual time where this version cannot read it."""
    try:
        return schedule_of(follow.schedule)
    except ValueError:
        return Schedule()


def said_follow(context: Context, asked: Asked, follow: Follow) -> str:
    """A follow in a line: what, when, where, and why nothing is sent."""
    where = "for you" if follow.place == asked.person else "for this channel"
    title = title_in(context, follow.watches)
    only_news = follow.quiet and not is_alert(context, follow)
    quiet = ", only when something is new" if only_news else ""
    paused = f" Paused: {follow.paused}." if follow.paused else ""
    return f"{title}: {say_schedule(schedule_in(follow))}, {where}{quiet}.{paused}"


def is_alert(context: Context, follow: Follow) -> bool:
    """Whether it tells crossings and nothing else."""
    return title_in(context, follow.watches).startswith(ALERT)


def moment(context: Context) -> datetime:
    """This moment."""
    return datetime.fromtimestamp(context.now, UTC)
