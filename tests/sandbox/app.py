"""An app that hears what Slack tells it, and answers as a test wants."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web
from aiohttp.test_utils import TestServer

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Clerk"},
    "features": {
        "app_home": {"home_tab_enabled": True},
        "slash_commands": [{"command": "/clerk", "description": "Ask the clerk"}],
        "shortcuts": [{"name": "Ask about this", "type": "message", "callback_id": "ask"}],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                *("app_mentions:read", "assistant:write", "channels:history", "channels:join"),
                *("channels:read", "chat:write", "commands", "files:read", "files:write"),
                *("groups:read", "im:history", "im:read", "im:write", "reactions:read"),
                *("reactions:write", "team:read", "users:read"),
            ]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                *("app_home_opened", "app_mention", "app_uninstalled", "member_joined_channel"),
                *("message.channels", "message.im", "reaction_added", "tokens_revoked"),
            ]
        },
        "interactivity": {"is_enabled": True},
    },
}


@dataclass(frozen=True)
class Heard:
    """One request as it arrived."""

    body: bytes
    headers: dict[str, str]
    payload: dict[str, Any]

    @property
    def event(self) -> dict[str, Any]:
        """The event in its envelope."""
        event: dict[str, Any] = self.payload["event"]
        return event


@dataclass
class Clerk:
    """An app; `answers` are given next first, and after them 200 with nothing in it."""

    heard: list[Heard] = field(default_factory=list)
    answers: list[tuple[int, Any]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Listen on the loopback; gives the request address."""
        application = web.Application()
        application.router.add_post("/slack/events", self._hear)
        async with TestServer(application) as server:
            yield str(server.make_url("/slack/events"))

    async def _hear(self, request: web.Request) -> web.Response:
        body = await request.read()
        payload = payload_in(body, request.content_type)
        self.heard.append(Heard(body, dict(request.headers), payload))
        status, answer = self.answers.pop(0) if self.answers else (200, None)
        text = json.dumps(answer) if answer is not None else ""
        return web.Response(status=status, text=text, headers=self.headers)

    @property
    def events(self) -> list[str]:
        """The types of the events it heard of, in order."""
        return [one.event["type"] for one in self.heard]


def payload_in(body: bytes, kind: str) -> dict[str, Any]:
    """What a request says, however it was encoded."""
    if kind == "application/json":
        parsed: dict[str, Any] = json.loads(body)
        return parsed
    fields = {
        name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()
    }
    payload: dict[str, Any] = json.loads(fields["payload"]) if "payload" in fields else fields
    return payload
