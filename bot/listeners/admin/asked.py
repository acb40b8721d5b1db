"""What Slack delivers of an admin's commands, buttons and modals, as something that was asked."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.delivery.asked import Asked, Did
from bot.listeners.asked import asked_in_event
from bot.reply.slack.admin.modals import ACTION, VIEW

_LOAD = re.compile(r"\s*load\b", re.IGNORECASE)


def asked_in_admin_command(body: Mapping[str, Any], team: str) -> Asked:
    """What follows /muster-admin."""
    return Asked(
        team=team,
        channel=body["channel_id"],
        person=body["user_id"],
        text=body.get("text") or "",
        keys=(f"command {team} {body['trigger_id']}", "", ""),
        response_url=body["response_url"],
        did=Did.COMMANDED,
        is_command=True,
        trigger=body["trigger_id"],
    )


def asked_in_admin_press(body: Mapping[str, Any], team: str) -> Asked:
    """A button pressed or an option chosen, in a message to an admin or in a modal.

    What it is called follows the colon of its action_id, for Slack wants each once in a row.
    """
    pressed, view = body["actions"][0], body.get("view") or {}
    place = body.get("container") or {}
    back = _back(view) if view else {}
    person = body["user"]["id"]
    return Asked(
        team=team,
        channel=back.get("channel") or place.get("channel_id") or person,
        person=person,
        text="",
        keys=(f"press {team} {pressed['action_id']} {person} {pressed['action_ts']}", "", ""),
        thread_ts=place.get("thread_ts") or "",
        response_url=back.get("response_url") or body.get("response_url") or "",
        did=Did.PRESSED_ADMIN,
        action=pressed["action_id"].removeprefix(ACTION).partition(":")[0],
        value=_value(pressed),
        trigger=body.get("trigger_id") or "",
        view=view.get("id", "") if view.get("type") == "modal" else "",
    )


def asked_in_submission(body: Mapping[str, Any], team: str) -> Asked:
    """A modal that was filled in; one is submitted once, however often that is delivered."""
    view, person = body["view"], body["user"]["id"]
    back = _back(view)
    return Asked(
        team=team,
        channel=back.get("channel") or person,
        person=person,
        text="",
        keys=(f"view {team} {view['id']}", "", ""),
        response_url=back.get("response_url") or "",
        did=Did.SUBMITTED,
        action=view["callback_id"].removeprefix(VIEW),
        value=json.dumps({**back.get("given", {}), **dict(_entries(view))}, ensure_ascii=False),
        trigger=body.get("trigger_id") or "",
    )


def asked_in_file(body: Mapping[str, Any], team: str) -> Asked:
    """A file shared with Muster to be loaded; what follows "load" is the council."""
    asked = asked_in_event(body, team)
    found = _LOAD.match(asked.text)
    council = asked.text[found.end() :].strip() if found else ""
    files = " ".join(one["id"] for one in body["event"]["files"])
    given = {"file": files, "council": council}
    value = json.dumps(given, ensure_ascii=False)
    return replace(asked, did=Did.SHARED_FILE, action="load", value=value)


def is_file_to_load(body: Mapping[str, Any]) -> bool:
    """Whether somebody shares a file and says "load", or says nothing in a message to Muster."""
    event = body["event"]
    if not event.get("files"):
        return False
    text = asked_in_event(body, "").text
    return bool(_LOAD.match(text)) or (event["type"] == "message" and not text)


def _back(view: Mapping[str, Any]) -> dict[str, Any]:
    """Where a modal was opened from, and what was known already, as it carries it."""
    told = json.loads(view.get("private_metadata") or "{}")
    return told if isinstance(told, dict) else {}


def _value(pressed: Mapping[str, Any]) -> str:
    return (pressed.get("selected_option") or pressed).get("value") or ""


def _entries(view: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What was filled in, by the name of its field; files by their ids, with spaces between."""
    for fields in view["state"]["values"].values():
        for name, held in fields.items():
            if held.get("type") == "file_input":
                yield name, " ".join(one["id"] for one in held.get("files") or ())
            elif held.get("type") == "users_select":
                yield name, held.get("selected_user") or ""
            else:
                yield name, _value(held)
