"""A workspace: what people write there is delivered to Muster, signed, as Slack does it."""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientSession

from tests.chat.slack.fake import FakeSlack, Posted

TEAM, CHANNEL, DIRECT = "T0COUNCIL", "C0SERVICE", "D0ANNA"
ANNA, MUSTER = "U0ANNA", "U0MUSTER"
SECRET = "a-signing-secret"  # noqa: S105 - opens nothing
JSON = "application/json"
_NUMBERS = count()  # of everything that happens, in whichever workspace
FORM = "application/x-www-form-urlencoded"


@dataclass
class Clock:
    """The time it is in a test."""

    now: datetime

    def __call__(self) -> datetime:
        """This moment."""
        return self.now


@dataclass
class Workspace:
    """A place to write to Muster and to see what it posts.

    `settle` waits until it has posted, and `look` makes it look for what was left behind.
    """

    slack: FakeSlack
    session: ClientSession
    url: str
    clock: Clock
    settle: Callable[[], Awaitable[object]]
    look: Callable[[], Awaitable[None]]
    _number: "count[int]" = field(default_factory=lambda: _NUMBERS)
    _second: "count[int]" = field(default_factory=lambda: count(-250))

    async def mention(self, text: str, thread: str = "") -> Posted:
        """Write to Muster in a channel."""
        return only(await self.deliver(self.mention_event(text, thread)))

    async def message(self, text: str, thread: str = "") -> Posted:
        """Write to Muster alone."""
        return only(await self.deliver(self.message_event(text, thread)))

    async def command(self, text: str, **fields: str) -> Posted:
        """Type /muster and a question."""
        return only(await self.deliver_command(text, **fields))

    async def later(self, seconds: float) -> list[Posted]:
        """Let time pass; give what was posted when Muster looked for what was left behind."""
        before = len(self.slack.posted)
        self.clock.now += timedelta(seconds=seconds)
        await self.look()
        await self.settle()
        return self.slack.posted[before:]

    def mention_event(self, text: str, thread: str = "", **fields: Any) -> dict[str, Any]:
        """Give the event of a mention."""
        mention = f"<@{MUSTER}> {text}"
        return self._event("app_mention", mention, thread, **fields)

    def message_event(self, text: str, thread: str = "", **fields: Any) -> dict[str, Any]:
        """Give the event of a direct message."""
        return self._event(
            "message", text, thread, **{"channel": DIRECT, "channel_type": "im", **fields}
        )

    def _event(self, kind: str, text: str, thread: str, **fields: Any) -> dict[str, Any]:
        ts = f"{1718098200 + next(self._number)}.000200"
        event = {"type": kind, "user": ANNA, "text": text, "ts": ts, "channel": CHANNEL}
        return {**event, **({"thread_ts": thread} if thread else {}), **fields}

    async def deliver(self, event: dict[str, Any], event_id: str = "") -> list[Posted]:
        """Deliver an event; give what was posted upon it."""
        body = json.dumps(self.envelope(event, event_id)).encode()
        return await self._posted_upon(body, JSON)

    async def deliver_command(self, text: str, **fields: str) -> list[Posted]:
        """Deliver a slash command; give what was posted upon it."""
        return await self._posted_upon(
            urlencode(self.command_fields(text, **fields)).encode(), FORM
        )

    def command_fields(self, text: str, **fields: str) -> dict[str, str]:
        """Give the fields of a slash command."""
        return {
            "command": "/muster",
            "text": text,
            "team_id": TEAM,
            "channel_id": CHANNEL,
            "user_id": ANNA,
            "trigger_id": f"T{next(self._number)}",
            "response_url": f"{self.slack.url}respond/{CHANNEL}",
            **fields,
        }

    def envelope(self, event: dict[str, Any], event_id: str = "") -> dict[str, Any]:
        """Give what Slack wraps an event in."""
        bot = {"enterprise_id": None, "team_id": TEAM, "user_id": MUSTER, "is_bot": True}
        return {
            "token": "legacy-canary",
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": "A0MUSTER",
            "event": event,
            "event_id": event_id or f"Ev{next(self._number)}",
            "event_time": int(self.clock().timestamp()),
            "authorizations": [bot],
            "is_ext_shared_channel": False,
        }

    async def press(self, message: Posted, label: str, **fields: Any) -> list[Posted]:
        """Press a button under a message, or choose from its menu; give what was posted upon it."""
        return await self.deliver_payload(self.pressed(message, label, **fields))

    async def deliver_payload(self, payload: dict[str, Any]) -> list[Posted]:
        """Deliver what follows from a press; give what was posted upon it."""
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return await self._posted_upon(body, FORM)

    def pressed(self, message: Posted, label: str, person: str = ANNA) -> dict[str, Any]:
        """Give what Slack sends when something is pressed."""
        action_id, value = message.labels()[label]
        number = next(self._number)
        container = {"message_ts": message.ts, "channel_id": message.channel}
        return {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": person},
            "channel": {"id": message.channel},
            "container": {**container, "type": "message", "is_ephemeral": message.private},
            "message": {"ts": message.ts, "thread_ts": message.thread_ts},
            "trigger_id": f"T{number}",
            "response_url": f"{self.slack.url}respond/{message.channel}",
            "actions": [
                {"action_id": action_id, "value": value, "action_ts": str(number), "type": "button"}
            ],
        }

    async def ask_about(self, text: str) -> list[Posted]:
        """Choose "Ask Muster about this" on somebody's message; give what was posted upon it."""
        payload = {
            "type": "message_action",
            "callback_id": "muster_ask",
            "team": {"id": TEAM},
            "user": {"id": ANNA},
            "channel": {"id": CHANNEL},
            "message": {"text": text, "ts": "1718098000.000100", "user": "U0BEN"},
            "trigger_id": f"T{next(self._number)}",
            "response_url": f"{self.slack.url}respond/{CHANNEL}",
        }
        return await self.deliver_payload(payload)

    async def hand_over(self, event: dict[str, Any], event_id: str = "") -> None:
        """Deliver an event and wait for nothing but that it is taken in."""
        # Time stands still here, and Slack signs no two deliveries alike.
        delivery = {**self.envelope(event, event_id), "event_context": str(next(self._number))}
        body = json.dumps(delivery).encode()
        headers = {"Content-Type": JSON, **self.signed(body)}
        assert await self.send(body, headers) == (200, "")

    async def _posted_upon(self, body: bytes, kind: str) -> list[Posted]:
        before = len(self.slack.posted)
        headers = {"Content-Type": kind, **self.signed(body, next(self._second))}
        assert await self.send(body, headers) == (200, "")
        await self.settle()
        return self.slack.posted[before:]

    async def send_form(self, fields: dict[str, str]) -> tuple[int, str]:
        """Send a signed form and wait for nothing; give status and text of the answer."""
        body = urlencode(fields).encode()
        return await self.send(body, {"Content-Type": FORM, **self.signed(body)})

    async def send(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Send a request as it is; give status and text of the answer."""
        async with self.session.post(self.url, data=body, headers=headers) as answer:
            return answer.status, await answer.text()

    def signed(self, body: bytes, seconds_ago: int = 0) -> dict[str, str]:
        """Give the headers that Slack signs a body with."""
        timestamp = str(int(self.clock().timestamp()) - seconds_ago)
        digest = hmac.new(SECRET.encode(), f"v0:{timestamp}:".encode() + body, "sha256").hexdigest()
        return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def only(posted: list[Posted]) -> Posted:
    """Give the one message there is."""
    assert len(posted) == 1, posted
    return posted[0]
