"""One workspace, and whoever watches what happens in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from secrets import token_hex
from typing import TypeAlias

from bot.sandbox.timing import Stamps, Time
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.app import App, Installation
from bot.sandbox.workspace.channels import Channel, Kind
from bot.sandbox.workspace.files import File
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.people import Person
from bot.sandbox.workspace.views import View


class Ids:
    """Ids that say what they are of, for people and places the same in each sandbox."""

    def __init__(self) -> None:
        self._number = count(1)
        self._run = token_hex(4).upper()

    def once(self, prefix: str) -> str:
        """Give an id that no other sandbox gives, for what apps remember after a restart."""
        return f"{prefix}{self._run}{next(self._number):03d}"

    def next(self, prefix: str, name: str = "") -> str:
        """Give an id that was not given before here."""
        return f"{prefix}{next(self._number):03d}{''.join(filter(str.isalnum, name)).upper()[:12]}"


@dataclass(frozen=True)
class Happening:
    """Something that happened; `event` is Slack's event, empty where Slack tells apps nothing."""

    workspace: "Workspace"
    channel: Channel | None = None
    event: Json = field(default_factory=dict)


Watcher: TypeAlias = Callable[[Happening], None]


@dataclass
class Conversing:
    """What the app shows beside a conversation with it."""

    status: str = ""
    title: str = ""
    prompts: list[Json] = field(default_factory=list)
    prompts_title: str = ""


@dataclass
class Workspace:
    """The people, channels and messages of one organisation."""

    id: str
    name: str
    time: Time
    ids: Ids
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: dict[str, dict[str, Message]] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    conversing: dict[tuple[str, str], Conversing] = field(default_factory=dict)
    installation: Installation | None = None
    watchers: list[Watcher] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stamps = Stamps(self.time)

    def add_person(self, name: str, real_name: str, *, team: str = "", **more: object) -> Person:
        """Let somebody in; `team` is the workspace of somebody of another organisation."""
        made = Person(self.ids.next("U", name), name, real_name, team or self.id, **more)  # type: ignore[arg-type] # Person checks them
        self.people[made.id] = made
        return made

    def add_channel(self, name: str, *members: Person, kind: Kind = Kind.CHANNEL) -> Channel:
        """Make a channel; it is shared as soon as a member is of another organisation."""
        prefix = {Kind.DIRECT: "D", Kind.CHANNEL: "C"}.get(kind, "G")
        made = Channel(self.ids.next(prefix, name), name, kind, {one.id for one in members})
        made.is_shared = any(one.team != self.id for one in members)
        self.channels[made.id] = made
        self.messages[made.id] = {}
        return made

    def install(self, app: App) -> Installation:
        """Give the app a bot here, in no channel yet."""
        bot = self.installation and self.installation.bot
        bot = bot or self.add_person(
            app.name.lower(), app.name, title="App", bot_id=self.ids.next("B", app.name)
        )
        token = f"xoxb-sandbox-{self.ids.next(self.id)}"
        self.installation = Installation(bot, token, app.scopes)
        return self.installation

    @property
    def bot(self) -> Person | None:
        """The app's bot, where it is installed."""
        return self.installation.bot if self.installation else None

    def direct(self, *people: Person) -> Channel:
        """The conversation of some people alone, opened where there is none."""
        members = {one.id for one in people}
        kind = Kind.DIRECT if len(members) == 2 else Kind.GROUP_DIRECT  # noqa: PLR2004 - two talk
        for channel in self.channels.values():
            if channel.kind is kind and channel.members == members:
                return channel
        return self.add_channel(people[0].name, *people, kind=kind)

    def channel(self, given: str) -> Channel:
        """The channel with an id or name.

        Raises:
            RefusalError: there is none.
        """
        named = (one for one in self.channels.values() if one.name == given.removeprefix("#"))
        found = self.channels.get(given) or next(named, None)
        if found is None:
            raise RefusalError("channel_not_found")
        return found

    def message(self, channel: str, ts: str) -> Message:
        """The message at a ts, ephemeral ones too.

        Raises:
            RefusalError: there is none.
        """
        found = self.messages.get(channel, {}).get(ts)
        if found is None:
            raise RefusalError("message_not_found")
        return found

    def history(self, channel: str, thread_ts: str = "") -> Iterator[Message]:
        """What everybody in a channel sees, oldest first: the channel's, or a thread's."""
        for message in self.messages[channel].values():
            in_thread = thread_ts in (message.ts, message.thread_ts)
            if not message.visible_to and (in_thread if thread_ts else not message.is_reply):
                yield message

    def next_ts(self) -> str:
        """Give the ts of what is written now."""
        return self._stamps.next()

    def keep(self, message: Message) -> Message:
        """Keep a message that was just written, giving it its ts."""
        message.ts = self.next_ts()
        self.messages[message.channel][message.ts] = message
        return message

    def tell(self, channel: Channel | None = None, event: Json | None = None) -> None:
        """Tell all watchers that something happened."""
        for watcher in self.watchers:
            watcher(Happening(self, channel, event or {}))
