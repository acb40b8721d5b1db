"""files.*: an upload is an address, the bytes sent there, and a word that they are complete."""

from bot.sandbox.web_api.call import Call
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.channels import Channel
from bot.sandbox.workspace.files import File, file_object
from bot.sandbox.workspace.messages import Message, message_object


def get_upload_url(call: Call) -> Json:
    """Give an address for the bytes of a file."""
    name = call.needed("filename")
    if call.number("length", 0) < 1:
        raise RefusalError("invalid_arguments")
    id_ = call.slack.ids.next("F")
    url = f"{call.slack.url}files/{call.workspace.id}/{id_}/{name}"
    call.workspace.files[id_] = File(id_, name, call.bot, url, alt_text=call.text("alt_txt"))
    return {"upload_url": f"{call.slack.url}upload/{call.workspace.id}/{id_}", "file_id": id_}


def complete_upload(call: Call) -> Json:
    """Share uploaded files, or keep them for the bot alone where no channel is named."""
    files = [_uploaded(call, one) for one in call.parsed("files") or ()]
    if not files:
        raise RefusalError("invalid_arguments")
    if call.text("channel_id"):
        _share(call, call.channel("channel_id"), files)
    return {"files": [file_object(file) for file in files]}


def info(call: Call) -> Json:
    """Describe a file."""
    return {"file": file_object(_found(call, call.text("file")))}


def delete(call: Call) -> Json:
    """Delete a file."""
    del call.workspace.files[_found(call, call.text("file")).id]
    call.workspace.tell()
    return {}


def _uploaded(call: Call, given: Json) -> File:
    file = _found(call, str(given.get("id")))
    if not file.content:
        raise RefusalError("file_not_found")
    file.title, file.is_complete = str(given.get("title") or file.name), True
    return file


def _found(call: Call, id_: str) -> File:
    if found := call.workspace.files.get(id_):
        return found
    raise RefusalError("file_not_found")


def _share(call: Call, channel: Channel, files: list[File]) -> None:
    if call.bot not in channel.members:
        raise RefusalError("not_in_channel")
    bot, text = call.installation.bot, call.text("initial_comment")
    message = Message(channel.id, bot.id, text, bot_id=bot.bot_id, subtype="file_share")
    message.files, message.thread_ts = files, call.text("thread_ts")
    call.workspace.keep(message)
    where = {"channel": channel.id, "channel_type": channel.kind.value, "event_ts": message.ts}
    call.workspace.tell(channel, message_object(message) | where)
