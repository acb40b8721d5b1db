"""A workspace: what people write there is delivered to Muster, signed, as Slack does it."""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientSession

from tests.chat.slack.fake import FakeSlack, Posted

TEAM, CHANNEL, DIRECT = "T0COUNCIL", "C0SERVICE", "D0ANNA"
ANNA, MUSTER = "U0ANNA", "U0MUSTER"
SECRET = "a-signing-secret"  # noqa: S105 - opens nothing
JSON = "application/json"
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
    """A place to write to Muster and to see what it posts; `settle` waits until it has."""

    slack: FakeSlack
    session: ClientSession
    url: str
    clock: Clock
    settle: Callable[[], Awaitable[object]]
    _number: "count[int]" = field(default_factory=count)

    async def mention(self, text: str, thread: str = "") -> Posted:
        """Write to Muster in a channel."""
        return only(await self.deliver(self.mention_event(text, thread)))

    async def message(self, text: str, thread: str = "") -> Posted:
        """Write to Muster alone."""
        return only(await self.deliver(self.message_event(text, thread)))

    async def command(self, text: str, **fields: str) -> Posted:
        """Type /muster and a question."""
        return only(await self.deliver_command(text, **fields))

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

    async def _posted_upon(self, body: bytes, kind: str) -> list[Posted]:
        before = len(self.slack.posted)
        assert await self.send(body, {"Content-Type": kind, **self.signed(body)}) == (200, "")
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
