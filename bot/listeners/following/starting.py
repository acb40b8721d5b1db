"""Starting to follow something, for a person or for the channel they are in."""

import re
from dataclasses import dataclass
from functools import partial

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form, Outgoing, Reply, Way
from bot.digest.sets import ALERT
from bot.digest.slots import Cadence, Schedule
from bot.digest.slots.phrases import NoScheduleError, next_slot, read_schedule, say_schedule
from bot.digest.watched import Watching
from bot.digest.words import say_slot
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.replying import post_of, say
from bot.listeners.following.kept import PROPOSED, follows_of, handle_of, moment
from bot.listeners.following.permissions import CHANNELS, is_read_by_others, may_start
from bot.listeners.following.what import Not, What, followed, of_query, read_query, what_is_meant
from bot.query.query import Query
from bot.reply.blocks import blocks_of, fallback_text
from bot.reply.labels import headline
from bot.reply.lines import Lines
from bot.reply.slack.buttons import Press
from bot.reply.slack.follows import follow_buttons
from db import digest
from db.digest import NewFollow
from db.scope import Scope
from db.session import Connection

_HERE = re.compile(r"\b((for|in) (this|the|our) channel|for us|here)\b", re.IGNORECASE)
_FOR_ME = re.compile(r"\bfor me\b", re.IGNORECASE)
_ONLY_NEWS = re.compile(
    r"\b(but )?only (when|if|where) (something is|there is (something|anything)|anything is) new\b",
    re.IGNORECASE,
)
_HOW = (
    "Name what to follow: “/muster follow agency rate in Assessment”, adding “weekdays at 8”, "
    "“monthly on the first Monday” or “for this channel” where you like."
)
_IN_A_CHANNEL = "Only in a channel can something be followed for the channel."
_OTHERS = "Another organisation reads this channel; an admin has to allow figures here first."
_NUMBER = "Name the number to cross: “tell me when agency rate in Assessment goes over 50%”."
_NEWEST = 3
_DAILY = Schedule(Cadence.WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be followed where and when."""

    what: What
    place: str
    schedule: Schedule
    quiet: bool = False
    is_alert: bool = False

    @property
    def handle(self) -> str:
        """What it is known by in buttons."""
        return handle_of(self.place, self.what.watches)

    @property
    def is_of_channel(self) -> bool:
        """Whether a channel follows it."""
        return self.place.startswith(CHANNELS)


def start_follow(context: Context, asked: Asked, words: str) -> Reply:
    """Follow what some words name, when and where they say."""
    place, words = _place(asked, words)
    quiet, words = bool(_ONLY_NEWS.search(words)), _ONLY_NEWS.sub(" ", words)
    try:
        phrased = read_schedule(words, Schedule())
    except NoScheduleError as wrong:
        return say(asked, str(wrong))
    if not phrased.rest:
        return say(asked, _HOW)
    if not place:
        return say(asked, _IN_A_CHANNEL)
    what = what_is_meant(context, asked, phrased.rest)
    if isinstance(what, Not):
        return say(asked, *what.lines)
    alert = bool(what.watching.conditions)
    schedule = _DAILY if alert and not phrased.is_named else phrased.schedule
    return _start(context, asked, Wish(what, place, schedule, quiet or alert, alert))


def start_alert(context: Context, asked: Asked, words: str, *, for_all: bool) -> Reply:
    """Tell once when a figure crosses a number; looked at on every weekday."""
    place, words = _place(asked, words)
    place = asked.channel * asked.channel.startswith(CHANNELS) if for_all else place
    if not place:
        return say(asked, _IN_A_CHANNEL)
    query = read_query(context, asked, words)
    if isinstance(query, Not):
        return say(asked, *query.lines)
    if not query.conditions:
        return say(asked, _NUMBER)
    what = of_query(context, followed(query, query.conditions))
    if isinstance(what, Not):
        return say(asked, *what.lines)
    return _start(context, asked, Wish(what, place, _DAILY, quiet=True, is_alert=True))


def follow_query(context: Context, asked: Asked, query: Query) -> Reply:
    """Follow what an answer was about, for whoever pressed, at the usual time."""
    what = of_query(context, query)
    if isinstance(what, Not):
        return say(asked, *what.lines)
    alert = bool(what.watching.conditions)
    schedule = _DAILY if alert else Schedule()
    return _start(context, asked, Wish(what, asked.person, schedule, alert, alert))


def _place(asked: Asked, words: str) -> tuple[str, str]:
    """Where it is sent, "" for a channel where there is none, and the words without it."""
    if _HERE.search(words):
        in_channel = asked.channel.startswith(CHANNELS)
        return asked.channel * in_channel, _HERE.sub(" ", words)
    return asked.person, _FOR_ME.sub(" ", words)


def _start(context: Context, asked: Asked, wish: Wish) -> Reply:
    with context.said.connect() as conn:
        if wish.is_of_channel and is_read_by_others(context, conn, asked):
            return say(asked, _OTHERS)
        may = may_start(context, conn, asked, wish.place)
        kept = [one.watches for one in follows_of(conn, asked, place=wish.place)]
    if not may and wish.what.watches in kept:
        return say(asked, "This channel follows that already; an admin can change it.")
    proposed = "" if may else PROPOSED
    write = partial(_keep, scope=scope_of(asked), wish=wish, now=context.now, proposed=proposed)
    if proposed:
        lines = Lines((f"Proposed: {wish.what.title}. An admin of this workspace can start it.",))
        return Reply((post_of(asked, lines), _proposal(asked, wish)), (write,))
    lines = Lines(tuple(_confirmed(context, wish)))
    under = follow_buttons(wish.handle, (Press.CHANGE, Press.STOP))
    return Reply((post_of(asked, lines, (under,)),), (write,))


def _confirmed(context: Context, wish: Wish) -> list[str]:
    who = "This channel follows" if wish.is_of_channel else "You follow"
    where = "here" if wish.is_of_channel else "in your messages with me"
    if wish.is_alert:
        return [*_alert_confirmed(wish, where), *_newest(wish.what.watching)]
    when = say_schedule(wish.schedule)
    quiet = ", only when something is new" if wish.quiet else ""
    first = say_slot(next_slot(wish.schedule, moment(context)))
    count = len(wish.what.watching.series)
    held = "1 series" if count == 1 else f"{count} series"
    lines = [
        f"{who} {wish.what.title}: {when}, {where}{quiet}.",
        f"The next comes on {first}; {held} are looked at.".replace("1 series are", "1 series is"),
    ]
    if all(len(one.points) <= 1 for one in wish.what.watching.series):
        lines.append("One figure is held so far; from the second on I can say what changed.")
    return lines


def _alert_confirmed(wish: Wish, where: str) -> list[str]:
    title = wish.what.title.removeprefix(ALERT)
    looked = f"I look {say_schedule(wish.schedule)} and tell {where}"
    return [f"{looked} when it crosses: {title}. Once, and again only after it has come back."]


def _newest(seen: Watching) -> list[str]:
    """How it stands now, so that nobody waits for what has happened already."""
    told = [one for one in seen.series if one.points and not one.is_small]
    beyond = {True: ", which is beyond it already", False: ""}
    return [
        f"Now: {headline(one.last)}{beyond[one.last.meets(seen.conditions)]}."
        for one in told[:_NEWEST]
    ]


def _proposal(asked: Asked, wish: Wish) -> Outgoing:
    """What everybody in the channel sees, with the button that an admin can press."""
    when = say_schedule(wish.schedule)
    lines = Lines((f"A member proposes that this channel follows {wish.what.title}: {when}.",))
    forms = [Form([*blocks_of(lines), follow_buttons(wish.handle, (Press.START,))]), Form([])]
    text = fallback_text(lines)
    return Outgoing(Way.CHANNEL, wish.place, asked.person, text, forms, part="proposal")


def _keep(conn: Connection, scope: Scope, wish: Wish, now: float, proposed: str) -> None:
    """Keep it; an alert begins with what is so now, for that is no crossing."""
    new = NewFollow(wish.place, wish.what.watches, str(wish.schedule), wish.quiet)
    follow = digest.follow(conn, scope, new, now)
    if proposed:
        digest.pause(conn, scope, follow, proposed)
    if wish.is_alert and not digest.recall(conn, follow)[1]:
        seen = {one.key: one.values for one in wish.what.watching.series}
        digest.remember(conn, follow, {}, seen)
