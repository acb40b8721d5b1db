"""The calls to Slack that say something, and the one that looks whether it was said."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.delivery.asked import Asked
from bot.delivery.outgoing import Message, Outgoing, Way, digest
from bot.delivery.sending.files import lay_down
from bot.delivery.sending.verdict import RefusedError
from bot.drawing import png_of

EVENT_TYPE = "muster_reply"
"""The metadata a post is known by."""

PEOPLE = ("U", "W")
"""Slack's ids of people begin so; as the place of a post they stand for the messages with them."""

_STATUS = "is looking that up …"
_ACCEPTED = 200
_PAGE = 200  # messages Slack gives at a time
_MARGIN = 600  # seconds by which its clock and ours may differ
_PLAIN: Message = {"parse": "none", "unfurl_links": False, "unfurl_media": False}


class Calls:
    """Posts through one client and its connections."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._shows = {
            Way.HOME: self._publish,
            Way.PROMPTS: self._suggest,
            Way.OPEN: self._open,
            Way.CHANGE: self._change,
            Way.FILE: self._hand_out,
        }

    async def post(self, outgoing: Outgoing, key: str, blocks: list[dict[str, Any]]) -> str:
        """Post once; gives its ts, "" for what has none.

        Raises:
            SlackApiError, RefusedError: Slack refused it.
            aiohttp.ClientError, TimeoutError: no reply came; it may have been posted all the same.
        """
        if show := self._shows.get(outgoing.way):
            await show(outgoing, blocks)
            return ""
        message = {**_PLAIN, "text": outgoing.text, "blocks": blocks or None}
        if outgoing.way in {Way.PRIVATE, Way.SHARED, Way.REPLACE}:
            await self._respond(outgoing, message)
            return ""
        place: Message = {"channel": outgoing.channel, "thread_ts": outgoing.thread_ts or None}
        if outgoing.way is Way.EPHEMERAL:
            del message["unfurl_links"], message["unfurl_media"]
            await self._client.chat_postEphemeral(**place, user=outgoing.person, **message)
            return ""
        return await self._say(place, message, key)

    async def _say(self, place: Message, message: Message, key: str) -> str:
        payload = {"key": digest(key)}
        told = {
            **place,
            **message,
            "link_names": False,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": payload},
        }
        # The client's own method of that name walks through all blocks once more.
        said = {name: value for name, value in told.items() if value is not None}
        posted = await self._client.api_call("chat.postMessage", json=said)
        return str(posted["ts"])

    async def upload(self, outgoing: Outgoing, key: str) -> None:
        """Draw a picture and share it; nobody sees anything of it before the last of three calls.

        So whatever was cut short is done again from the beginning, unless it is in the
        conversation already: its name there is its key. Raises as `post`.
        """
        chart, alt = outgoing.picture["chart"], outgoing.picture["alt"]
        png = await asyncio.to_thread(png_of, chart)
        file_id = await lay_down(self._client, picture_name(key), png, alt)
        await self._client.files_completeUploadExternal(
            files=[{"id": file_id, "title": str(chart["title"])}],
            channel_id=outgoing.channel,
            thread_ts=outgoing.thread_ts or None,
        )

    async def _suggest(self, outgoing: Outgoing, prompts: list[dict[str, Any]]) -> None:
        # In the agent view they belong to no thread, and one that is named fails silently;
        # slack_sdk wants it all the same.
        await self._client.api_call(
            "assistant.threads.setSuggestedPrompts",
            json={"channel_id": outgoing.channel, "title": outgoing.text, "prompts": prompts},
        )

    async def _publish(self, outgoing: Outgoing, blocks: list[dict[str, Any]]) -> None:
        view = {"type": "home", "blocks": blocks}
        await self._client.views_publish(user_id=outgoing.person, view=view)

    async def _open(self, outgoing: Outgoing, views: list[dict[str, Any]]) -> None:
        await self._client.views_open(trigger_id=outgoing.handle, view=views[0])

    async def _change(self, outgoing: Outgoing, views: list[dict[str, Any]]) -> None:
        await self._client.views_update(view_id=outgoing.handle, view=views[0])

    async def _hand_out(self, outgoing: Outgoing, files: list[dict[str, Any]]) -> None:
        """Give files that were uploaded to one person, in the messages with them."""
        place = await self._conversation(outgoing.person)
        await self._client.files_completeUploadExternal(
            files=files, channel_id=place, initial_comment=outgoing.text
        )

    async def show_status(self, asked: Asked) -> None:
        """Show beside a conversation with Muster that an answer takes longer than usual."""
        await self._client.assistant_threads_setStatus(
            channel_id=asked.channel, thread_ts=asked.thread_ts or asked.ts, status=_STATUS
        )

    async def _respond(self, outgoing: Outgoing, message: Message) -> None:
        # Bolt's own respond() opens a connection for each reply and repeats a post whose answer
        # was lost.
        webhook = AsyncWebhookClient(
            outgoing.response_url,
            session=self._client.session,
            logger=self._client.logger,
            retry_handlers=[],
        )
        thread = {"thread_ts": outgoing.thread_ts} if outgoing.thread_ts else {}
        told: Message = {"replace_original": outgoing.way is Way.REPLACE, **thread, **message}
        if outgoing.way is not Way.REPLACE:  # what is replaced stays as visible as it was
            told["response_type"] = "in_channel" if outgoing.way is Way.SHARED else "ephemeral"
        answer = await webhook.send_dict(told)
        if answer.status_code != _ACCEPTED:
            wait = answer.headers.get("Retry-After")
            raise RefusedError(answer.status_code, str(answer.body), wait)

    async def find(self, outgoing: Outgoing, key: str, since: float) -> str | None:
        """The ts of the post with this key, if Slack has it; None where it has not.

        Raises:
            As `post`.
        """
        place = outgoing.person if outgoing.way is Way.FILE else outgoing.channel
        channel = await self._conversation(place)
        async for message in self._said(outgoing, channel, since - _MARGIN):
            if _has_key(message, key) or _has_file(message, outgoing):
                return str(message["ts"])
        return None

    async def _conversation(self, place: str) -> str:
        """The conversation that a person stands for; it has an id of its own to be looked into."""
        if not place.startswith(PEOPLE):
            return place
        opened = await self._client.conversations_open(users=place)
        return str((opened.get("channel") or {}).get("id", place))

    async def _said(
        self, outgoing: Outgoing, channel: str, oldest: float
    ) -> AsyncIterator[dict[str, Any]]:
        """The messages of the thread, or of the conversation, since a moment."""
        told: Message = {"channel": channel, "oldest": f"{oldest:.6f}", "limit": _PAGE}
        told["include_all_metadata"] = True
        while True:
            if outgoing.thread_ts:
                page = await self._client.conversations_replies(ts=outgoing.thread_ts, **told)
            else:
                page = await self._client.conversations_history(**told)
            for message in page.get("messages") or ():
                yield message
            told["cursor"] = (page.get("response_metadata") or {}).get("next_cursor")
            if not told["cursor"]:
                return


def picture_name(key: str) -> str:
    """The name of a picture, by which it is found again."""
    return f"muster-{digest(key)}.png"


def _has_file(message: dict[str, Any], outgoing: Outgoing) -> bool:
    """Whether a message brings a file that was handed out."""
    if outgoing.way is not Way.FILE:
        return False
    ids = {one["id"] for form in outgoing.forms for one in form.blocks}
    return any(file.get("id") in ids for file in message.get("files") or ())


def _has_key(message: dict[str, Any], key: str) -> bool:
    """Whether a message is the post with this key, said or shown."""
    metadata = message.get("metadata") or {}
    said = metadata.get("event_type") == EVENT_TYPE and metadata["event_payload"]
    names = {one.get("name") for one in message.get("files") or ()}
    return said == {"key": digest(key)} or picture_name(key) in names
