"""Writing, editing, deleting, reacting."""

from collections.abc import Sequence

from bot.sandbox.acting.seat import Seat
from bot.sandbox.web_api.methods.chat import changed_event, deleted_event
from bot.sandbox.wire import Json
from bot.sandbox.workspace.channels import Channel
from bot.sandbox.workspace.files import File, file_object
from bot.sandbox.workspace.messages import Message, message_object


class Writing(Seat):
    """What a person does with messages; the app is told in the background."""

    def say(
        self, channel: str, text: str, *, thread_ts: str = "", files: Sequence[File] = ()
    ) -> Message:
        """Write in a conversation, named or by its id."""
        where = self.workspace.channel(channel)
        message = Message(where.id, self.person.id, text, thread_ts=thread_ts, files=list(files))
        message.subtype = "file_share" if files else ""
        self._open_thread(message)
        self.workspace.keep(message)
        self.workspace.tell(where, self._event(where, message))
        return message

    def mention(self, text: str, channel: str = "general", *, thread_ts: str = "") -> Message:
        """Write to the app where others read along."""
        return self.say(channel, f"<@{self.bot.id}> {text}", thread_ts=thread_ts)

    def direct(self, text: str, *, thread_ts: str = "", files: Sequence[File] = ()) -> Message:
        """Write to the app alone."""
        channel = self.workspace.direct(self.person, self.bot)
        return self.say(channel.id, text, thread_ts=thread_ts, files=files)

    def edit(self, message: Message, text: str) -> None:
        """Change what one wrote."""
        channel = self.workspace.channels[message.channel]
        message.text, message.edited_ts = text, self.workspace.next_ts()
        self.workspace.tell(channel, changed_event(channel, message, message.edited_ts))

    def delete(self, message: Message) -> None:
        """Take back what one wrote."""
        channel = self.workspace.channels[message.channel]
        del self.workspace.messages[channel.id][message.ts]
        self.workspace.tell(channel, deleted_event(channel, message, self.workspace.next_ts()))

    def react(self, message: Message, name: str) -> None:
        """Put an emoji under a message."""
        message.reactions.setdefault(name, []).append(self.person.id)
        item = {"type": "message", "channel": message.channel, "ts": message.ts}
        event = {
            "type": "reaction_added",
            "user": self.person.id,
            "reaction": name,
            "item_user": message.user,
            "item": item,
            "event_ts": self.workspace.next_ts(),
        }
        self.workspace.tell(self.workspace.channels[message.channel], event)

    def upload(self, name: str, content: bytes) -> File:
        """Hand in a file, to be sent with a message or a modal."""
        id_ = self.slack.ids.next("F")
        url = f"{self.slack.url}files/{self.workspace.id}/{id_}/{name}"
        file = File(id_, name, self.person.id, url, content=content, is_complete=True)
        self.workspace.files[id_] = file
        self.workspace.tell(
            None, {"type": "file_shared", "file_id": id_, "file": file_object(file)}
        )
        return file

    def invite_bot(self, channel: str) -> None:
        """Bring the app into a channel."""
        where = self.workspace.channel(channel)
        where.members.add(self.bot.id)
        event = {
            "type": "member_joined_channel",
            "user": self.bot.id,
            "channel": where.id,
            "inviter": self.person.id,
        }
        self.workspace.tell(where, event)

    def remove_bot(self, channel: str) -> None:
        """Send the app out of a channel."""
        where = self.workspace.channel(channel)
        where.members.discard(self.bot.id)
        self.workspace.tell(where)

    def _open_thread(self, message: Message) -> None:
        parent = self.workspace.messages[message.channel].get(message.thread_ts)
        if parent and not parent.thread_ts:
            parent.thread_ts = parent.ts

    def _event(self, channel: Channel, message: Message) -> Json:
        event = {
            **message_object(message),
            "client_msg_id": self.slack.ids.once("client-"),
            "team": self.workspace.id,
            "channel": channel.id,
            "channel_type": channel.kind.value,
            "event_ts": message.ts,
        }
        if channel.is_shared:
            event |= {"user_team": self.person.team, "source_team": self.person.team}
        return event
