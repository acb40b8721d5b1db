"""What Slack delivers, as a question asked: the words, and where the reply belongs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.listeners.threads import Thread


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it arrived.

    `keys` name what was delivered, the first of them fit for a log: a delivery that shares one
    with an earlier delivery is the same question. `thread_ts` is the thread it was asked in and
    `response_url` the private way back; "" where there is none.
    """

    team: str
    channel: str
    person: str
    text: str
    keys: tuple[str, ...]
    ts: str = ""
    thread_ts: str = ""
    response_url: str = ""

    @property
    def thread(self) -> Thread:
        """The questions it may follow up: its thread's, else those of this person in this place."""
        return Thread(self.team, self.channel, self.thread_ts or self.person)

    def followed_in(self, posted_ts: str) -> tuple[Thread, ...]:
        """Where a follow-up may come; outside a thread one may be opened on either message."""
        if self.thread_ts:
            return (self.thread,)
        opened = (Thread(self.team, self.channel, ts) for ts in (self.ts, posted_ts) if ts)
        return (self.thread, *opened)


def asked_in_event(body: Mapping[str, Any], team: str) -> Asked:
    """The question in a mention, which opens a thread, or in a direct message."""
    event = body["event"]
    channel, ts = event["channel"], event["ts"]
    opens = ts if event["type"] == "app_mention" else ""
    return Asked(
        team=team,
        channel=channel,
        person=event["user"],
        text=event.get("text") or "",
        # A mention is sometimes delivered as a message too: another event, the same ts.
        keys=(f"event {body['event_id']}", f"message {team} {channel} {ts}"),
        ts=ts,
        thread_ts=event.get("thread_ts") or opens,
    )


def asked_in_command(body: Mapping[str, Any], team: str) -> Asked:
    """The question in a slash command, answered privately."""
    return Asked(
        team=team,
        channel=body["channel_id"],
        person=body["user_id"],
        text=body.get("text") or "",
        keys=(f"command {team} {body['trigger_id']}",),
        response_url=body["response_url"],
    )


def is_from_person(body: Mapping[str, Any]) -> bool:
    """Whether somebody wrote this just now: it is no bot's, no edit and no deletion.

    A bot's message may carry its bot_id without its user, and the other way round.
    """
    event = body["event"]
    bots = {one.get("user_id") for one in body.get("authorizations") or () if one.get("is_bot")}
    by_person = bool(event.get("user")) and event["user"] not in bots and not event.get("bot_id")
    return by_person and "subtype" not in event and "edited" not in event


def is_direct_message(body: Mapping[str, Any]) -> bool:
    """Whether it is a message to the bot alone; in channels only mentions are questions."""
    event = body["event"]
    return bool(event["type"] == "message" and event.get("channel_type") == "im")
