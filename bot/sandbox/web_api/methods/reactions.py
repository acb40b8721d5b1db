"""The methods of reactions."""

from bot.sandbox.web_api.call import Call
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.messages import Message, message_object


def add(call: Call) -> Json:
    """Put an emoji under a message."""
    users = _message(call).reactions.setdefault(_name(call), [])
    if call.bot in users:
        raise RefusalError("already_reacted")
    users.append(call.bot)
    call.workspace.tell(call.channel())
    return {}


def remove(call: Call) -> Json:
    """Take an emoji away again."""
    message, name = _message(call), _name(call)
    if call.bot not in message.reactions.get(name, ()):
        raise RefusalError("no_reaction")
    message.reactions[name].remove(call.bot)
    if not message.reactions[name]:
        del message.reactions[name]
    call.workspace.tell(call.channel())
    return {}


def get(call: Call) -> Json:
    """Give a message with its reactions."""
    message = _message(call)
    return {"type": "message", "channel": message.channel, "message": message_object(message)}


def _name(call: Call) -> str:
    return call.needed("name", "invalid_name").strip(":")


def _message(call: Call) -> Message:
    return call.workspace.message(call.channel().id, call.needed("timestamp"))
