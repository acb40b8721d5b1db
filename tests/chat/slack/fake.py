"""Slack's Web API on the loopback: it refuses what Slack refuses, and keeps what was posted."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer

from tests.chat.slack.block_kit import PRESSED, faults_of, pressed, shown

MANIFEST: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "manifest.json").read_text(encoding="utf-8")
)
BOT_TOKEN = "xoxb-canary-bot"  # noqa: S105 - opens nothing
APP_TOKEN = "xapp-canary-app"  # noqa: S105 - opens nothing
_NEEDS = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "assistant.threads.setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "conversations.history": "channels:history",
    "conversations.replies": "channels:history",
}


@dataclass(frozen=True)
class Posted:
    """A message of the bot, as the people in the conversation see it."""

    channel: str
    text: str
    blocks: list[dict[str, Any]]
    thread_ts: str
    ts: str
    private: bool = False
    metadata: dict[str, Any] | None = None

    def labels(self) -> dict[str, tuple[str, str]]:
        """What can be pressed: each label with its action and value."""
        return {
            label: (element["action_id"], value)
            for block in self.blocks
            if block["type"] in PRESSED
            for element in block["elements"]
            for label, value in pressed(element)
        }

    @property
    def shown(self) -> str:
        """What its blocks say."""
        return "\n".join(shown(self.blocks))


@dataclass
class FakeSlack:
    """What Slack got and what it answers.

    `canned` are answers given instead of the usual ones, next first. Of the next `lost` posts the
    answer never comes. `unknown` are types of blocks it takes for a mistake. While `gate` is
    closed no post is answered; `knocked` is set when one waits there, and `told` when something
    else than a message was shown.
    """

    posted: list[Posted] = field(default_factory=list)
    shown: list[dict[str, Any]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)
    canned: deque[Callable[[], web.Response]] = field(default_factory=deque)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    knocked: asyncio.Event = field(default_factory=asyncio.Event)
    told: asyncio.Event = field(default_factory=asyncio.Event)
    sockets: asyncio.Queue[web.WebSocketResponse] = field(default_factory=asyncio.Queue)
    acknowledged: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    lost: int = 0
    unknown: set[str] = field(default_factory=set)
    url: str = ""
    next_ts: Callable[[], int] = field(default_factory=lambda: count(1718098300).__next__)

    @asynccontextmanager
    async def open(self) -> AsyncIterator["FakeSlack"]:
        """Listen on a free port of the loopback."""
        self.gate.set()
        application = web.Application()
        for verb in ("GET", "POST"):  # slack_sdk reads with one and writes with the other
            application.router.add_route(verb, "/api/{method}", self._call)
        application.router.add_post("/respond/{channel}", self._respond)
        application.router.add_get("/socket", self._socket)
        async with TestServer(application) as server:
            self.url = str(server.make_url("/"))
            yield self

    async def _call(self, request: web.Request) -> web.Response:
        try:
            return await self._answer(request)
        except ConnectionResetError:
            if request.transport:
                request.transport.close()
            return web.Response()

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        body = await request.text() or request.query_string
        await self._arrived(method, request)
        if self.canned:
            return self.canned.popleft()()
        needed = _NEEDS.get(method)
        if needed and needed not in MANIFEST["oauth_config"]["scopes"]["bot"]:
            return refusal("missing_scope")
        answers = {
            "auth.test": self._auth_test,
            "apps.connections.open": self._connections_open,
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "conversations.history": self._history,
            "conversations.replies": self._history,
            "views.publish": self._keep_shown,
            "assistant.threads.setStatus": self._keep_shown,
            "assistant.threads.setSuggestedPrompts": self._keep_shown,
        }
        answer = answers[method](request.headers["Authorization"], body)
        if self.lost and method.startswith("chat."):
            self.lost -= 1
            raise ConnectionResetError
        return answer

    async def _arrived(self, method: str, request: web.Request) -> None:
        self.calls.append(method)
        self.connections.add(request.transport)
        if method == "chat.postMessage" and not self.gate.is_set():
            self.knocked.set()
            await self.gate.wait()

    def _auth_test(self, bearer: str, _body: str) -> web.Response:
        if bearer != f"Bearer {BOT_TOKEN}":
            return refusal("invalid_auth")
        return web.json_response({"ok": True, "user_id": "U0MUSTER", "team_id": "T0COUNCIL"})

    def _connections_open(self, bearer: str, _body: str) -> web.Response:
        if bearer != f"Bearer {APP_TOKEN}":
            return refusal("invalid_auth")
        return web.json_response({"ok": True, "url": f"{self.url}socket".replace("http", "ws", 1)})

    def _post_message(self, bearer: str, body: str) -> web.Response:
        if bearer != f"Bearer {BOT_TOKEN}":
            return refusal("invalid_auth")
        message = json.loads(body)
        if not self._accepts(message):
            return refusal("invalid_blocks")
        posted = self._keep(message["channel"], message)
        return web.json_response({"ok": True, "channel": posted.channel, "ts": posted.ts})

    def _post_ephemeral(self, bearer: str, body: str) -> web.Response:
        message = json.loads(body)
        if bearer != f"Bearer {BOT_TOKEN}" or not self._accepts(message):
            return refusal("invalid_blocks")
        self._keep(message["channel"], message, private=True)
        return web.json_response({"ok": True, "message_ts": self.posted[-1].ts})

    def _keep_shown(self, _bearer: str, body: str) -> web.Response:
        self.shown.append(json.loads(body))
        self.told.set()
        return web.json_response({"ok": True})

    def _history(self, _bearer: str, body: str) -> web.Response:
        told = dict(parse_qsl(body))
        found = [
            {"ts": one.ts, "text": one.text, "metadata": one.metadata}
            for one in self.posted
            if one.channel == told["channel"]
            and one.thread_ts == told.get("ts", "")
            and not one.private
            and float(one.ts) > float(told["oldest"])
        ]
        at = int(told.get("cursor", 0))
        more = str(at + 1) if at + 1 < len(found) else ""
        page = {"messages": found[at : at + 1], "response_metadata": {"next_cursor": more}}
        return web.json_response({"ok": True, **page})

    async def _respond(self, request: web.Request) -> web.Response:
        message = await request.json()
        await self._arrived("response_url", request)
        if self.canned:
            return self.canned.popleft()()
        if not self._accepts(message):
            return web.Response(status=400, text="invalid_blocks")
        private = message["response_type"] == "ephemeral"
        self._keep(request.match_info["channel"], message, private=private)
        return web.Response(text="ok")

    def _accepts(self, message: dict[str, Any]) -> bool:
        faults = list(faults_of(message))
        faults += [
            one["type"] for one in message.get("blocks") or [] if one["type"] in self.unknown
        ]
        self.refused += faults
        return not faults

    def _keep(self, channel: str, message: dict[str, Any], *, private: bool = False) -> Posted:
        thread_ts, ts = message.get("thread_ts", ""), f"{self.next_ts()}.000100"
        blocks, metadata = message.get("blocks", []), message.get("metadata")
        text = message["text"]
        self.posted.append(Posted(channel, text, blocks, thread_ts, ts, private, metadata))
        return self.posted[-1]

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await self.sockets.put(socket)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self.acknowledged.put(json.loads(message.data))
        return socket


def refusal(error: str) -> web.Response:
    """Slack's way to say no, with 200."""
    return web.json_response({"ok": False, "error": error})
