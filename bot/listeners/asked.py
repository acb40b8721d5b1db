"""What Slack delivers, as something that was asked: the words, and where the reply belongs."""

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.delivery.asked import Asked, Did
from bot.reply.slack.buttons import Press

_ROW_NUMBER = re.compile(r"_\d+$")  # of buttons of one kind in a row
_PUBLIC = frozenset({Press.CHOOSE, Press.TREND, Press.COMPARE, Press.SHARE, Press.ASK})
_WITH_FILES = "file_share"
_ADDRESSED = re.compile(r"^(\s*<@[^<>]+>)+")


def asked_in_event(body: Mapping[str, Any], team: str) -> Asked:
    """The question in a mention, which opens a thread, or in a direct message."""
    event = body["event"]
    channel, ts = event["channel"], event["ts"]
    opens = ts if event["type"] == "app_mention" else ""
    return Asked(
        team=team,
        channel=channel,
        person=event["user"],
        text=_without_bots(event.get("text") or "", _bots(body)),
        # A mention is sometimes delivered as a message too: another event, the same ts. And now
        # and then one message comes with two ts: then the person's own Slack gave both one id.
        keys=(f"event {body['event_id']}", f"message {team} {channel} {ts}", _client_key(event)),
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
        keys=(f"command {team} {body['trigger_id']}", "", ""),
        response_url=body["response_url"],
        is_command=True,
        trigger=body["trigger_id"],
    )


def asked_in_press(body: Mapping[str, Any], team: str) -> Asked:
    """A button pressed or an option chosen, under an answer.

    What everyone sees follows from a press once, whoever presses; what one person sees, each time.
    """
    pressed, place = body["actions"][0], body["container"]
    action = _ROW_NUMBER.sub("", pressed["action_id"])
    value = (pressed.get("selected_option") or pressed).get("value") or ""
    if action == Press.MORE:  # a menu of further buttons, each with its own value
        action, _, value = value.partition(" ")
    person, url = body["user"]["id"], body.get("response_url", "")
    is_private = bool(place.get("is_ephemeral"))
    once = f"press {team} {action} {value}"
    each = f"{once} {person} {pressed['action_ts']}"
    message = body.get("message") or {}
    thread = place.get("thread_ts") or message.get("thread_ts") or ""
    if action == Press.ASK and not is_private:
        thread = thread or place["message_ts"]  # it is answered under the digest
    return Asked(
        team=team,
        channel=place["channel_id"],
        person=person,
        text="",
        keys=(once if action in _PUBLIC else each, "", ""),
        thread_ts=thread,
        response_url=url if is_private else "",
        did=Did.PRESSED,
        action=action,
        value=value,
        private_url=url,
        trigger=body.get("trigger_id", ""),
    )


def asked_in_schedule(body: Mapping[str, Any], team: str) -> Asked:
    """When a digest is to come; the modal says where it was opened, `value` its fields."""
    view, person = body["view"], body["user"]["id"]
    opened = json.loads(view["private_metadata"])
    return Asked(
        team=team,
        channel=opened["channel"],
        person=person,
        text="",
        keys=(f"submit {team} {view['id']} {view['hash']}", "", ""),
        response_url=opened["response_url"],
        is_alone=True,
        did=Did.RESCHEDULED,
        action=opened["handle"],
        value=json.dumps(view["state"]["values"]),
    )


def asked_in_example(body: Mapping[str, Any], team: str) -> Asked:
    """A question pressed on the Home tab, answered in the messages with Muster."""
    pressed, person = body["actions"][0], body["user"]["id"]
    return Asked(
        team=team,
        channel=person,  # Slack takes a person for the messages with them
        person=person,
        text=pressed["value"],
        keys=(f"press {team} {Press.EXAMPLE} {person} {pressed['action_ts']}", "", ""),
    )


def asked_in_opening(body: Mapping[str, Any], team: str) -> Asked:
    """The Home tab opened, or the messages with Muster."""
    event = body["event"]
    return Asked(
        team=team,
        channel=event["channel"],
        person=event["user"],
        text="",
        keys=(f"event {body['event_id']}", "", ""),
        did=Did.OPENED_HOME if event.get("tab") == "home" else Did.OPENED_MESSAGES,
    )


def asked_in_shortcut(body: Mapping[str, Any], team: str) -> Asked:
    """The question in somebody's message, answered privately to whoever asked Muster about it."""
    message = body["message"]
    return Asked(
        team=team,
        channel=body["channel"]["id"],
        person=body["user"]["id"],
        text=_ADDRESSED.sub("", message.get("text") or "").strip(),
        keys=(f"shortcut {team} {body['trigger_id']}", "", ""),
        response_url=body["response_url"],
    )


def _without_bots(text: str, bots: set[str]) -> str:
    """The words without the mention that brought them here, wherever it stands."""
    for bot in bots:
        text = re.sub(rf"<@{re.escape(bot)}(\|[^<>]*)?>", " ", text)
    return text.strip()


def _bots(body: Mapping[str, Any]) -> set[str]:
    """The bot users this was delivered to."""
    told = body.get("authorizations") or ()
    return {one["user_id"] for one in told if one.get("is_bot") and one.get("user_id")}


def _client_key(event: Mapping[str, Any]) -> str:
    client_id = event.get("client_msg_id")
    return f"client {client_id}" if client_id else ""


def is_from_person(body: Mapping[str, Any]) -> bool:
    """Whether somebody wrote this just now: it is no bot's, no edit and no deletion.

    A bot's message may carry its bot_id without its user, and the other way round.
    """
    event = body["event"]
    by_person = event.get("user") and event["user"] not in _bots(body) and not event.get("bot_id")
    is_new = event.get("subtype", _WITH_FILES) == _WITH_FILES and "edited" not in event
    return bool(by_person) and is_new


def is_from_outside(body: Mapping[str, Any], team: str) -> bool:
    """Whether somebody of another organisation did it, in a channel that is shared with it."""
    event, person = body.get("event") or {}, body.get("user")
    theirs = {event.get("user_team"), event.get("source_team")}
    if isinstance(person, Mapping):
        theirs.add(person.get("team_id"))
    return bool(theirs - {team, None, ""})


def is_read_outside(body: Mapping[str, Any]) -> bool:
    """Whether it happened in a channel that is shared with another organisation."""
    return body.get("is_ext_shared_channel") is True


def is_direct_message(body: Mapping[str, Any]) -> bool:
    """Whether it is a message to the bot alone; in channels only mentions are questions."""
    event = body["event"]
    return bool(event["type"] == "message" and event.get("channel_type") == "im")
