"""The methods of chat."""

from bot.sandbox.web_api.call import Call
from bot.sandbox.web_api.content import checked_content
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.channels import Channel, Kind
from bot.sandbox.workspace.messages import Message, message_object


def post_message(call: Call) -> Json:
    """Post for everybody in a conversation."""
    channel = _where(call)
    message = _written(call, channel)
    message.metadata = call.parsed("metadata") or {}
    message.thread_ts = _thread(call, channel)
    call.workspace.keep(message)
    _show(call, channel)
    call.workspace.tell(channel, _event(channel, message))
    return {"channel": channel.id, "ts": message.ts, "message": message_object(message)}


def post_ephemeral(call: Call) -> Json:
    """Post for one person, until they reload."""
    channel = _where(call)
    user = call.needed("user", "user_not_in_channel")
    if user not in channel.members:
        raise RefusalError("user_not_in_channel")
    message = _written(call, channel)
    message.visible_to, message.thread_ts = user, call.text("thread_ts")
    call.workspace.keep(message)
    call.workspace.tell(channel)
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    """Change what the bot wrote; blocks that are not given stay as they are."""
    channel = call.channel()
    message = _own(call, channel, "cant_update_message")
    blocks = call.parsed("blocks")
    shown = message.blocks if blocks is None else blocks
    text = call.text("text") if "text" in call.arguments else message.text
    message.blocks = checked_content(text, shown, call.slack.ids)
    message.text, message.edited_ts = text, call.workspace.next_ts()
    call.workspace.tell(channel, changed_event(channel, message, message.edited_ts))
    return {"channel": channel.id, "ts": message.ts, "text": message.text}


def delete(call: Call) -> Json:
    """Take back what the bot wrote."""
    channel = call.channel()
    message = _own(call, channel, "cant_delete_message")
    del call.workspace.messages[channel.id][message.ts]
    call.workspace.tell(channel, deleted_event(channel, message, call.workspace.next_ts()))
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    """Give an address that leads to a message."""
    channel = call.channel()
    message = call.workspace.message(channel.id, call.needed("message_ts"))
    return {
        "channel": channel.id,
        "permalink": f"{call.slack.url}archives/{channel.id}/p{message.ts.replace('.', '')}",
    }


def changed_event(channel: Channel, message: Message, ts: str) -> Json:
    """Slack's event of a message that was edited."""
    return _about(channel, ts, "message_changed", message=message_object(message))


def deleted_event(channel: Channel, message: Message, ts: str) -> Json:
    """Slack's event of a message that was deleted."""
    before = message_object(message)
    return _about(channel, ts, "message_deleted", deleted_ts=message.ts, previous_message=before)


def _about(channel: Channel, ts: str, subtype: str, **more: object) -> Json:
    return {
        "type": "message",
        "subtype": subtype,
        "channel": channel.id,
        "channel_type": channel.kind.value,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        **more,
    }


def _event(channel: Channel, message: Message) -> Json:
    where = {"channel": channel.id, "channel_type": channel.kind.value, "event_ts": message.ts}
    return message_object(message) | where


def _where(call: Call) -> Channel:
    """The conversation to post in; a person's id stands for the direct messages with them."""
    given = call.workspace.people.get(call.text("channel"))
    channel = call.workspace.direct(given, call.installation.bot) if given else call.channel()
    may_enter = channel.kind is Kind.CHANNEL and "chat:write.public" in call.installation.scopes
    if call.bot not in channel.members and not may_enter:
        raise RefusalError("not_in_channel")
    if channel.is_archived:
        raise RefusalError("is_archived")
    return channel


def _written(call: Call, channel: Channel) -> Message:
    text, blocks = call.text("text"), call.parsed("blocks")
    shown = checked_content(text, blocks, call.slack.ids, call.slack.unknown_blocks)
    bot = call.installation.bot
    return Message(
        channel.id, bot.id, text, blocks=shown, bot_id=bot.bot_id, app_id=call.slack.app.id
    )


def _thread(call: Call, channel: Channel) -> str:
    """The thread to reply in, which the message replied to opens."""
    thread_ts = call.text("thread_ts")
    parent = call.workspace.messages[channel.id].get(thread_ts)
    if parent and not parent.thread_ts:
        parent.thread_ts = thread_ts
    return parent.thread_ts if parent else thread_ts


def _show(call: Call, channel: Channel) -> None:
    """A reply ends whatever status the app had set in that conversation."""
    for (where, _), conversing in call.workspace.conversing.items():
        if where == channel.id:
            conversing.status = ""


def _own(call: Call, channel: Channel, error: str) -> Message:
    message = call.workspace.message(channel.id, call.needed("ts"))
    if message.visible_to:
        raise RefusalError("message_not_found")
    if message.user != call.bot:
        raise RefusalError(error)
    return message
