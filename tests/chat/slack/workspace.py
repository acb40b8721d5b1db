"""A workspace of the sandbox with Muster in it, and what people do there."""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from bot.sandbox.acting.session import Session
from bot.sandbox.delivery.over_http import OverHttp
from bot.sandbox.delivery.transport import Answer, Delivery, Sort
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime, Time
from bot.sandbox.workspace.people import Person
from tests.chat.slack.markup import live_in
from tests.chat.slack.posted import Posted

MANIFEST: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "manifest.json").read_text(encoding="utf-8")
)
CHANNEL = "service"
CHANNELS = 9
JSON = "application/json"
WRITTEN = frozenset({"chat.postMessage", "chat.postEphemeral", "response_url"})
WHO = frozenset({"users.info", "conversations.info"})
_NUMBERS = count()  # of everything that is delivered, in whichever workspace


def council(time: Time) -> Sandbox:
    """Give a Slack with one workspace: an admin, a colleague, and channels with Muster in them."""
    sandbox = Sandbox(MANIFEST, time)
    council = sandbox.add_workspace("Council")
    anna = council.add_person("anna", "Anna Ward", is_admin=True)
    ben = council.add_person("ben", "Ben Okafor")
    assert council.bot
    for name in (CHANNEL, *(f"c{number}" for number in range(CHANNELS))):
        council.add_channel(name, anna, ben, council.bot)
    return sandbox


def token_of(sandbox: Sandbox) -> str:
    """Give the bot's token."""
    [council] = sandbox.slack.workspaces.values()
    assert council.installation
    return council.installation.token


def person_named(sandbox: Sandbox, name: str) -> Person:
    """Give somebody by name."""
    [council] = sandbox.slack.workspaces.values()
    return next(one for one in council.people.values() if one.name == name)


def methods(sandbox: Sandbox) -> list[str]:
    """Give what was called, in order."""
    return [one.method for one in sandbox.calls]


def everything_posted(sandbox: Sandbox) -> list[Posted]:
    """Give what Muster posted, oldest first."""
    return [Posted(message) for message in sandbox.posted]


class Line(OverHttp):
    """Carries deliveries, signed at different times, for here time may stand still."""

    def signed(self, body: bytes) -> dict[str, str]:
        """Sign a body some seconds ago or ahead."""
        timestamp = str(int(self._time.now().timestamp()) + next(_NUMBERS) % 500 - 250)
        return signed(self._secret, timestamp, body)


def signed(secret: str, timestamp: str, body: bytes) -> dict[str, str]:
    """Give the headers that Slack signs a body with."""
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:".encode() + body, "sha256").hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


@dataclass
class Workspace:
    """A place to ask Muster and to see what it posts; `time` is what deliveries are signed with.

    `settle` waits until it has posted, and `look` makes it look for what was left behind.
    """

    slack: Sandbox
    session: ClientSession
    url: str
    time: ManualTime
    settle: Callable[[], Awaitable[object]]
    look: Callable[[], Awaitable[None]]
    people: dict[str, Session] = field(init=False)

    def __post_init__(self) -> None:
        secret = self.slack.app.signing_secret
        self.slack.deliveries.transport = Line(self.session, self.url, secret, self.time)
        [self.council] = self.slack.slack.workspaces.values()
        self.people = {
            one.name: self.slack.session(one)
            for one in self.council.people.values()
            if not one.bot_id
        }

    @property
    def posted(self) -> list[Posted]:
        """What Muster posted, oldest first."""
        return everything_posted(self.slack)

    @property
    def called(self) -> list[str]:
        """What Muster called, in order, but for who asks and who reads along."""
        return [method for method in methods(self.slack) if method not in WHO]

    @property
    def live(self) -> list[str]:
        """What Slack would act upon in all that Muster wrote."""
        written = [one.arguments for one in self.slack.calls if one.method in WRITTEN]
        return [live for message in written for live in live_in(message)]

    async def mention(
        self, text: str, thread: str = "", by: str = "anna", channel: str = CHANNEL
    ) -> Posted:
        """Write to Muster in a channel."""
        return only(await self.deliver(self.mention_event(text, thread, by, channel)))

    async def message(self, text: str, thread: str = "", by: str = "anna") -> Posted:
        """Write to Muster alone."""
        return only(await self.deliver(self.message_event(text, thread, by)))

    async def command(self, text: str, by: str = "anna", channel: str = CHANNEL) -> Posted:
        """Type /muster and a question."""
        return only(await self.upon(lambda: self.people[by].command(text, channel)))

    async def menu(self, reply: Posted, number: int, label: str, by: str = "anna") -> list[Posted]:
        """Choose in the small menu of a row, counted from one; give what was posted upon it."""
        menus = [block["accessory"] for block in reply.blocks if "accessory" in block]
        action, options = menus[number - 1]["action_id"], menus[number - 1]["options"]
        value = next(one["value"] for one in options if one["text"]["text"] == label)
        return await self.upon(lambda: self.people[by].press(reply.message, action, value))

    async def press(self, reply: Posted, label: str, by: str = "anna") -> list[Posted]:
        """Press or choose something under a reply; give what was posted upon it."""
        action, value = reply.labels()[label]
        return await self.upon(lambda: self.people[by].press(reply.message, action, value))

    async def ask_about(self, text: str) -> list[Posted]:
        """Choose "Ask Muster about this" on somebody's message; give what was posted upon it."""
        written = self.people["ben"].say(CHANNEL, text)
        return await self.upon(lambda: self.people["anna"].shortcut(written, "muster_ask"))

    async def later(self, seconds: float) -> list[Posted]:
        """Let time pass; give what was posted when Muster looked for what was left behind."""
        before = len(self.posted)
        self.time.advance(seconds)
        await self.look()
        await self.settle()
        return self.posted[before:]

    def mention_event(
        self, text: str, thread: str = "", by: str = "anna", channel: str = CHANNEL, **fields: Any
    ) -> dict[str, Any]:
        """Write a mention; give its event, which is not delivered yet."""
        return self._event(
            lambda: self.people[by].mention(text, channel, thread_ts=thread), **fields
        )

    def message_event(
        self, text: str, thread: str = "", by: str = "anna", **fields: Any
    ) -> dict[str, Any]:
        """Write a direct message; give its event, which is not delivered yet."""
        return self._event(lambda: self.people[by].direct(text, thread_ts=thread), **fields)

    def _event(self, write: Callable[[], object], **fields: Any) -> dict[str, Any]:
        self.slack.deliveries.held = []
        write()
        [delivery], self.slack.deliveries.held = self.slack.deliveries.held, None
        event: dict[str, Any] = delivery.payload["event"]
        return {**event, **fields}

    def envelope(self, event: dict[str, Any], event_id: str = "") -> dict[str, Any]:
        """Give what Slack wraps an event in; without a name it is one that never was before."""
        number = next(_NUMBERS)
        name = event_id or f"Ev{number}"
        bot = self.people["anna"].bot
        return {
            "token": "verification-token",
            "type": "event_callback",
            "team_id": self.council.id,
            "api_app_id": self.slack.app.id,
            "event": event,
            "event_id": name,
            "event_time": int(self.time.now().timestamp()),
            "authorizations": [{"team_id": self.council.id, "user_id": bot.id, "is_bot": True}],
            "is_ext_shared_channel": self._is_shared(event),
            "event_context": str(number),
        }

    def _is_shared(self, event: dict[str, Any]) -> bool:
        channel = self.council.channels.get(event.get("channel", ""))
        return bool(channel and channel.is_shared)

    async def deliver(self, event: dict[str, Any], event_id: str = "") -> list[Posted]:
        """Deliver an event; give what was posted upon it."""
        before = len(self.posted)
        await self.hand_over(event, event_id)
        await self.settle()
        return self.posted[before:]

    async def hand_over(self, event: dict[str, Any], event_id: str = "") -> None:
        """Deliver an event and wait for nothing but that it is taken in."""
        body = json.dumps(self.envelope(event, event_id)).encode()
        headers = {"Content-Type": JSON, **self.signed(body)}
        assert await self.send(body, headers) == (200, "")

    async def upon(self, act: Callable[[], Awaitable[Answer]]) -> list[Posted]:
        """Do something that is acknowledged; give what was posted upon it."""
        before = len(self.posted)
        assert (await act()).status == 200
        await self.settle()
        return self.posted[before:]

    async def again(self, sort: Sort = Sort.INTERACTION, **fields: Any) -> list[Posted]:
        """Deliver the last interaction once more, changed; give what was posted upon it."""
        sent = [one.delivery for one in self.slack.deliveries.attempts]
        last = next(one for one in reversed(sent) if one.sort is sort)
        changed = Delivery(sort, {**last.payload, **fields})
        return await self.upon(lambda: self.slack.deliveries.send(changed))

    async def send(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Send a request as it is; give status and text of the answer."""
        async with self.session.post(self.url, data=body, headers=headers) as answer:
            return answer.status, await answer.text()

    def signed(self, body: bytes, seconds_ago: int = 0) -> dict[str, str]:
        """Give the headers that Slack signs a body with."""
        timestamp = str(int(self.time.now().timestamp()) - seconds_ago)
        return signed(self.slack.app.signing_secret, timestamp, body)


def only(posted: list[Posted]) -> Posted:
    """Give the one message there is."""
    assert len(posted) == 1, posted
    return posted[0]
