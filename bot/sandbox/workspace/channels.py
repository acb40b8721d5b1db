"""Where people talk: channels, private channels and direct messages."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.sandbox.wire import Json


class Kind(StrEnum):
    """A kind of conversation, in the word that events use for it."""

    CHANNEL = "channel"
    PRIVATE = "group"
    DIRECT = "im"
    GROUP_DIRECT = "mpim"


SCOPE_OF = {
    Kind.CHANNEL: "channels",
    Kind.PRIVATE: "groups",
    Kind.DIRECT: "im",
    Kind.GROUP_DIRECT: "mpim",
}
"""The word that scopes and event names use for a kind."""


@dataclass
class Channel:
    """One conversation and who is in it; `is_shared` with another organisation."""

    id: str
    name: str
    kind: Kind = Kind.CHANNEL
    members: set[str] = field(default_factory=set)
    topic: str = ""
    is_shared: bool = False
    is_archived: bool = False

    @property
    def history_event(self) -> str:
        """The subscription that tells an app of messages in it."""
        return f"message.{SCOPE_OF[self.kind]}"


def channel_object(channel: Channel, person: str) -> Json:
    """The conversation as `conversations.info` gives it to a person or bot."""
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": channel.kind is Kind.CHANNEL,
        "is_group": channel.kind is Kind.PRIVATE,
        "is_im": channel.kind is Kind.DIRECT,
        "is_mpim": channel.kind is Kind.GROUP_DIRECT,
        "is_private": channel.kind is not Kind.CHANNEL,
        "is_archived": channel.is_archived,
        "is_ext_shared": channel.is_shared,
        "is_member": person in channel.members,
        "num_members": len(channel.members),
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        **_direct(channel, person),
    }


def _direct(channel: Channel, person: str) -> Json:
    others = channel.members - {person}
    return {"user": min(others)} if channel.kind is Kind.DIRECT and others else {}
