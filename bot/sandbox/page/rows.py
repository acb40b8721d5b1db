"""What stands on the page: messages as rows, channels as links."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.wire import Json
from bot.sandbox.workspace.channels import Channel, Kind
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.people import Person
from bot.sandbox.workspace.workspace import Workspace

_COLOURS = ("#b5485d", "#3a7d5c", "#7a5ba6", "#b36b1e", "#2f6f9f", "#8a5a44")


@dataclass(frozen=True)
class Row:
    """A message as one person sees it; `badge` says what is special about who wrote it."""

    message: Message
    author: str
    initials: str
    colour: str
    badge: str
    time: str
    replies: int
    is_mine: bool


@dataclass(frozen=True)
class Link:
    """A conversation in the list at the side."""

    id: str
    name: str
    sign: str


def rows_in(workspace: Workspace, channel: Channel, me: Person, thread_ts: str) -> list[Row]:
    """The messages of a channel, or of a thread, that a person sees; oldest first."""
    messages = workspace.messages[channel.id].values()
    seen = (one for one in messages if one.visible_to in ("", me.id))
    if thread_ts:
        shown = [one for one in seen if thread_ts in (one.ts, one.thread_ts)]
    else:
        shown = [one for one in seen if not one.is_reply]
    return [_row(workspace, message, me) for message in shown]


def _row(workspace: Workspace, message: Message, me: Person) -> Row:
    author = workspace.people.get(message.user)
    return Row(
        message,
        author.real_name if author else "Slackbot",
        author.initials if author else "S",
        colour_of(message.user),
        _badge(workspace, author),
        _clock(workspace, message.ts),
        sum(one.thread_ts == message.ts and one.is_reply for one in _siblings(workspace, message)),
        message.user == me.id,
    )


def _siblings(workspace: Workspace, message: Message) -> Iterator[Message]:
    yield from (one for one in workspace.messages[message.channel].values() if not one.visible_to)


def _badge(workspace: Workspace, author: Person | None) -> str:
    if author is None or author.bot_id:
        return "APP"
    if author.team != workspace.id:
        return "EXTERNAL"
    return "GUEST" if author.is_guest else ""


def _clock(workspace: Workspace, ts: str) -> str:
    zone = workspace.time.now().tzinfo
    return workspace.time.now().fromtimestamp(float(ts), zone).strftime("%H:%M")


def colour_of(person: str) -> str:
    """The colour of somebody's picture, always the same."""
    return _COLOURS[sum(map(ord, person)) % len(_COLOURS)]


def links_of(workspace: Workspace, me: Person) -> list[Link]:
    """The channels a person is in."""
    signs = {Kind.CHANNEL: "#", Kind.PRIVATE: "🔒"}
    return [
        Link(channel.id, channel.name, signs[channel.kind])
        for channel in workspace.channels.values()
        if channel.kind in signs and me.id in channel.members
    ]


def names_in(workspace: Workspace) -> dict[str, str]:
    """The names of people and channels, by id."""
    people = {person.id: person.real_name for person in workspace.people.values()}
    return people | {channel.id: channel.name for channel in workspace.channels.values()}


def charts_in(blocks: list[Json]) -> Iterator[Json]:
    """The charts among some blocks."""
    yield from (block for block in blocks if block["type"] == "data_visualization")
