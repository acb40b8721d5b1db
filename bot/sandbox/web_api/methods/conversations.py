"""The methods of conversations."""

from collections.abc import Sequence

from bot.sandbox.web_api.call import Call
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.channels import Channel, Kind, channel_object
from bot.sandbox.workspace.messages import Message, message_object

_KINDS = {
    "public_channel": Kind.CHANNEL,
    "private_channel": Kind.PRIVATE,
    "im": Kind.DIRECT,
    "mpim": Kind.GROUP_DIRECT,
}


def info(call: Call) -> Json:
    """Describe a conversation."""
    return {"channel": channel_object(call.channel(), call.bot)}


def list_all(call: Call) -> Json:
    """List the conversations the bot may see."""
    kinds = {_KINDS[one] for one in _types(call)}
    found = [
        channel_object(channel, call.bot)
        for channel in call.workspace.channels.values()
        if channel.kind in kinds and (channel.kind is Kind.CHANNEL or call.bot in channel.members)
    ]
    return paged(call, "channels", found)


def list_joined(call: Call) -> Json:
    """List the conversations the bot is in."""
    listed = list_all(call)
    listed["channels"] = [one for one in listed["channels"] if one["is_member"]]
    return listed


def history(call: Call) -> Json:
    """Give the messages of a conversation, newest first."""
    channel = _readable(call)
    messages = list(call.workspace.history(channel.id))[::-1]
    return _messages(call, messages)


def replies(call: Call) -> Json:
    """Give a thread, oldest first."""
    channel = _readable(call)
    messages = list(call.workspace.history(channel.id, call.needed("ts")))
    if not messages:
        raise RefusalError("thread_not_found")
    return _messages(call, messages)


def members(call: Call) -> Json:
    """List who is in a conversation."""
    return paged(call, "members", sorted(call.channel().members))


def open_direct(call: Call) -> Json:
    """Open the direct messages with one or more people."""
    users = [one for one in call.text("users").split(",") if one]
    people = [call.workspace.people[one] for one in users if one in call.workspace.people]
    if not users or len(people) < len(users):
        raise RefusalError("user_not_found" if users else "users_list_not_supplied")
    channel = call.workspace.direct(*people, call.installation.bot)
    return {"channel": channel_object(channel, call.bot)}


def join(call: Call) -> Json:
    """Let the bot into a channel that is open to all."""
    channel = call.channel()
    if channel.kind is not Kind.CHANNEL:
        raise RefusalError("method_not_supported_for_channel_type")
    channel.members.add(call.bot)
    call.workspace.tell(channel)
    return {"channel": channel_object(channel, call.bot)}


def leave(call: Call) -> Json:
    """Take the bot out of a channel."""
    channel = call.channel()
    channel.members.discard(call.bot)
    call.workspace.tell(channel)
    return {}


def paged(call: Call, name: str, found: Sequence[object]) -> Json:
    """One page of what was found, and the cursor of the next."""
    start, limit = call.number("cursor", 0), call.number("limit", 100)
    after = start + limit
    cursor = str(after) if after < len(found) else ""
    return {name: list(found[start:after]), "response_metadata": {"next_cursor": cursor}}


def _types(call: Call) -> list[str]:
    types = (call.text("types") or "public_channel").replace(" ", "").split(",")
    if not _KINDS.keys() >= set(types):
        raise RefusalError("invalid_types")
    return types


def _readable(call: Call) -> Channel:
    channel = call.channel()
    if call.bot not in channel.members:
        raise RefusalError("not_in_channel")
    return channel


def _messages(call: Call, messages: list[Message]) -> Json:
    oldest, latest = call.text("oldest"), call.text("latest")
    within = [
        message_object(message, with_metadata=call.flag("include_all_metadata"))
        for message in messages
        if (not oldest or message.ts >= oldest) and (not latest or message.ts <= latest)
    ]
    page = paged(call, "messages", within)
    return {**page, "has_more": bool(page["response_metadata"]["next_cursor"])}
