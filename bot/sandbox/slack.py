"""Slack as a whole: one app, the workspaces it is in, and what was asked of it."""

import asyncio
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.timing import Time
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.app import App
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.workspace import Ids, Watcher, Workspace

TRIGGER_LASTS = timedelta(seconds=3)
RESPONSE_URL_LASTS = timedelta(minutes=30)
RESPONSE_URL_USES = 5


@dataclass
class Trigger:
    """Leave to open one modal, for three seconds."""

    workspace: Workspace
    user: str
    until: datetime
    is_used: bool = False


@dataclass
class ResponseUrl:
    """A way to answer an interaction, for half an hour and at most five times."""

    workspace: Workspace
    channel: str
    user: str
    until: datetime
    message_ts: str = ""
    uses: int = 0


@dataclass(frozen=True)
class Called:
    """A call of the Web API, or a use of a response_url; `error` is "" where it was granted.

    `fault` is what went wrong with it that was not its own fault.
    """

    method: str
    arguments: Json
    error: str = ""
    details: tuple[str, ...] = ()
    fault: str = ""


@dataclass
class Slack:
    """Everything on Slack's side; `news` is set whenever something happened.

    `watchers` are told of everything that happens, in every workspace. `unknown_blocks` are types
    that it takes for a mistake, as workspaces did before they were introduced. `connections` are
    those that the app has called over.
    """

    app: App
    time: Time
    url: str = ""
    ids: Ids = field(default_factory=Ids)
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    calls: list[Called] = field(default_factory=list)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    codes: dict[str, Workspace] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    watchers: list[Watcher] = field(default_factory=list)
    unknown_blocks: set[str] = field(default_factory=set)
    connections: set[object] = field(default_factory=set)

    def note(self, called: Called) -> None:
        """Keep what was called."""
        self.calls.append(called)
        self.news.set()

    def add_workspace(self, name: str) -> Workspace:
        """Found a workspace, without people and without the app."""
        id_ = self.ids.next("T", name)
        made = Workspace(id_, name, self.time, self.ids, watchers=self.watchers)
        self.workspaces[made.id] = made
        return made

    def workspace_of(self, token: str) -> Workspace:
        """The workspace a bot token is of.

        Raises:
            RefusalError: nobody has this token, or it was revoked.
        """
        for workspace in self.workspaces.values():
            installed = workspace.installation
            if installed and installed.token == token:
                if installed.is_revoked:
                    raise RefusalError("token_revoked")
                return workspace
        raise RefusalError("invalid_auth" if token else "not_authed")

    def trigger(self, workspace: Workspace, user: str) -> str:
        """Give a new trigger_id."""
        trigger_id = self.ids.once("trigger.")
        self.triggers[trigger_id] = Trigger(workspace, user, self.time.now() + TRIGGER_LASTS)
        return trigger_id

    def use_trigger(self, trigger_id: str) -> Trigger:
        """Take a trigger_id, which is good once and for three seconds.

        Raises:
            RefusalError: it is not, or not any longer.
        """
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise RefusalError("invalid_trigger_id")
        if trigger.is_used:
            raise RefusalError("exchanged_trigger_id")
        if self.time.now() > trigger.until:
            raise RefusalError("expired_trigger_id")
        trigger.is_used = True
        return trigger

    def response_url(
        self, workspace: Workspace, channel: str, user: str, on: Message | None
    ) -> str:
        """Give a new response_url; `on` is the message whose button was pressed."""
        key = secrets.token_urlsafe(12)
        until = self.time.now() + RESPONSE_URL_LASTS
        message_ts = on.ts if on else ""
        self.response_urls[key] = ResponseUrl(workspace, channel, user, until, message_ts)
        return f"{self.url}response/{workspace.id}/{key}"

    @property
    def posted(self) -> list[Message]:
        """What the bot wrote in all workspaces and did not delete, oldest first."""
        return sorted(self._bots_messages(), key=lambda message: message.ts)

    def _bots_messages(self) -> Iterator[Message]:
        for workspace in self.workspaces.values():
            for messages in workspace.messages.values():
                yield from (message for message in messages.values() if message.bot_id)

    @property
    def refused(self) -> list[Called]:
        """The calls that Slack refused."""
        return [called for called in self.calls if called.error]
