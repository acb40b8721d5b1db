"""What was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.wire import Json
from bot.sandbox.workspace.files import File, file_object


@dataclass
class Message:
    """A message as it stands now.

    `visible_to` is the one person who sees an ephemeral message, "" for all others. `bot_id` is ""
    where a person wrote it. `edited_ts` is "" until it is changed.
    """

    channel: str
    user: str
    text: str
    ts: str = ""
    thread_ts: str = ""
    blocks: list[Json] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    metadata: Json = field(default_factory=dict)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    bot_id: str = ""
    app_id: str = ""
    subtype: str = ""
    visible_to: str = ""
    edited_ts: str = ""

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread under another message."""
        return self.thread_ts not in ("", self.ts)

    @property
    def shown(self) -> str:
        """What people read: the texts of its blocks, else its text."""
        return "\n".join(texts_in(self.blocks)) or self.text


def texts_in(part: Any) -> Iterator[str]:
    """Every text in blocks, in the order people read them."""
    if isinstance(part, list):
        for one in part:
            yield from texts_in(one)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name in ("text", "title") and isinstance(value, str):
                yield value
            elif name not in ("option_groups", "options", "confirm"):
                yield from texts_in(value)


def message_object(message: Message, *, with_metadata: bool = False) -> Json:
    """The message as events and `conversations.history` give it."""
    given: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    optional: Json = {
        "thread_ts": message.thread_ts,
        "blocks": message.blocks,
        "files": [file_object(file) for file in message.files],
        "bot_id": message.bot_id,
        "app_id": message.app_id,
        "subtype": message.subtype,
        "metadata": message.metadata if with_metadata else None,
        "edited": message.edited_ts and {"user": message.user, "ts": message.edited_ts},
        "reactions": [
            {"name": name, "users": users, "count": len(users)}
            for name, users in message.reactions.items()
        ],
    }
    return given | {name: value for name, value in optional.items() if value}
