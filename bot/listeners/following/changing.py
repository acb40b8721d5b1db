"""Follows shown, changed, stopped and started again."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from functools import partial
from typing import Any, TypeAlias

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form, Reply, Way, Write
from bot.digest.slots import Cadence, Schedule
from bot.digest.slots.phrases import DAYS, say_schedule, zone_named
from bot.listeners.conversation.context import Context, scope_of
from bot.listeners.conversation.replying import post_of, say
from bot.listeners.following.kept import (
    follow_of,
    follows_of,
    handle_of,
    is_alert,
    said_follow,
    schedule_in,
    title_in,
)
from bot.listeners.following.permissions import may_change
from bot.reply.lines import Lines
from bot.reply.slack.buttons import Press
from bot.reply.slack.follows import (
    CADENCE,
    ONLY_NEWS,
    QUIET,
    TIME,
    WEEKDAY,
    ZONE,
    Choice,
    follow_row,
    schedule_modal,
)
from db import digest
from db.digest import Follow

Values: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""What a modal was filled in with: by block and action, as Slack tells it."""

_SHOWN = 20
_NONE = (
    "You follow nothing, and neither does this channel. “/muster follow children's workforce in "
    "Devon” is a start."
)
_GONE = "That is not followed any more."
_NOT_YOURS = "That is for whoever started it, or an admin, to change."
_TOO_LATE = "That took too long to open; please press Change again."
_CADENCES = (
    (Cadence.WEEKLY, "Every week, on"),
    (Cadence.WEEKDAYS, "Every weekday"),
    (Cadence.MONTHLY, "Every month, on the first"),
)


def show_follows(context: Context, asked: Asked) -> Reply:
    """What the person and the channel they are in follow, each with its small menu."""
    with context.said.connect() as conn:
        found = follows_of(conn, asked)
    if not found:
        return say(asked, _NONE)
    said = {one.id: said_follow(context, asked, one) for one in found[:_SHOWN]}
    rows = [
        follow_row(number, said[one.id], handle_of(one.place, one.watches), _presses(one))
        for number, one in enumerate(found[:_SHOWN], start=1)
    ]
    rest = len(found) - _SHOWN
    more = (f"… and {rest} more.",) if rest > 0 else ()
    post = post_of(asked, Lines((*said.values(), *more)))
    blocks = [*rows, *post_of(asked, Lines(more)).forms[0].blocks] if more else rows
    return Reply((replace(post, forms=[Form(blocks), Form([])]),))


def change(context: Context, asked: Asked, handle: str) -> Reply:
    """Open the modal that changes when a follow is sent."""

    def opened(follow: Follow) -> Reply:
        schedule = schedule_in(follow)
        back = {"channel": asked.channel, "response_url": asked.response_url, "handle": handle}
        view = schedule_modal(
            title_in(context, follow.watches),
            json.dumps(back),
            (
                Choice(CADENCE, "How often", _CADENCES, schedule.cadence),
                Choice(WEEKDAY, "Day", _days(), str(schedule.weekday)),
            ),
            f"{schedule.at:%H:%M}",
            schedule.zone,
            quiet=None if is_alert(context, follow) else follow.quiet,
        )
        post = post_of(asked, Lines((_TOO_LATE,)))
        forms = [Form([view]), Form([])]
        return Reply((replace(post, way=Way.OPEN, forms=forms, handle=asked.trigger),))

    return _upon(context, asked, handle, opened)


def save(context: Context, asked: Asked) -> Reply:
    """Change a follow as the modal was filled in."""
    values = json.loads(asked.value)

    def saved(follow: Follow) -> Reply:
        schedule = schedule_chosen(values)
        quiet = is_quiet(values) if QUIET in values else follow.quiet
        new = follow._replace(schedule=str(schedule), quiet=quiet, paused="")
        write = _changing(context, asked, new, schedule)
        return _done(asked, said_follow(context, asked, new), write)

    return _upon(context, asked, asked.action, saved)


def schedule_chosen(values: Values) -> Schedule:
    """The schedule that a modal was filled in with.

    Raises:
        ValueError: there is no such time zone.
    """
    told = {name: values[name][name] for name in (CADENCE, WEEKDAY, TIME, ZONE)}
    cadence, day = (told[name]["selected_option"]["value"] for name in (CADENCE, WEEKDAY))
    at = time.fromisoformat(told[TIME]["selected_time"])
    zone = told[ZONE]["value"]
    return Schedule(Cadence(cadence), int(day), at, zone_named(zone) or zone)


def wrong_in(values: Values) -> dict[str, str]:
    """What has to be put right before it can be saved, by field."""
    try:
        schedule_chosen(values)
    except ValueError:
        return {ZONE: "No time zone is called so; write one like Europe/London."}
    return {}


def is_quiet(values: Values) -> bool:
    """Whether nothing is to be posted when nothing is new."""
    chosen = values[QUIET][QUIET].get("selected_options") or ()
    return any(one["value"] == ONLY_NEWS for one in chosen)


def stop(context: Context, asked: Asked, handle: str) -> Reply:
    """Stop a follow and forget what it was told."""

    def stopped(follow: Follow) -> Reply:
        write = partial(digest.unfollow, scope=scope_of(asked), follow_id=follow.id)
        return _done(asked, f"Stopped: {title_in(context, follow.watches)}.", write)

    return _upon(context, asked, handle, stopped)


def start(context: Context, asked: Asked, handle: str) -> Reply:
    """Start a follow that is paused, or was only proposed."""

    def started(follow: Follow) -> Reply:
        schedule = schedule_in(follow)
        write = _changing(context, asked, follow, schedule)
        said = f"Started: {title_in(context, follow.watches)}, {say_schedule(schedule)}."
        return _done(asked, said, write)

    return _upon(context, asked, handle, started)


def _days() -> list[tuple[str, str]]:
    """The days of the week, by their numbers."""
    return [(str(at), day) for at, day in enumerate(DAYS)]


def _upon(context: Context, asked: Asked, handle: str, act: Callable[[Follow], Reply]) -> Reply:
    """Do something with a follow, where it is still there and this person may."""
    with context.said.connect() as conn:
        follow = follow_of(conn, asked, handle)
        may = follow is not None and may_change(context, conn, asked, follow)
    if follow is None:
        return say(asked, _GONE)
    return act(follow) if may else say(asked, _NOT_YOURS)


def _presses(follow: Follow) -> tuple[Press, Press]:
    return Press.START if follow.paused else Press.CHANGE, Press.STOP


def _changing(context: Context, asked: Asked, follow: Follow, schedule: Schedule) -> Write:
    """Send it at some times from now on."""
    return partial(
        digest.change,
        scope=scope_of(asked),
        follow_id=follow.id,
        schedule=str(schedule),
        now=context.now,
        quiet=follow.quiet,
    )


def _done(asked: Asked, said: str, write: Write) -> Reply:
    return Reply((post_of(asked, Lines((said,))),), (write,))
