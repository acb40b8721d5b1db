"""Replies on their way to Slack."""

from typing import Any, TypeAlias

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.listeners.asked import Asked
from bot.reply.blocks import blocks_of, fallback_text
from bot.reply.lines import Lines

_REFUSED_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
_ACCEPTED = 200

Message: TypeAlias = dict[str, Any]
"""The fields of a reply, wherever it is posted."""


class RefusedError(Exception):
    """Slack did not take a private reply."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Posting:
    """Posts replies where their questions were asked, through one client and its connections."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def post(self, asked: Asked, message: Message) -> str:
        """Post one reply; gives its ts, "" for a private one, which has none.

        Raises:
            SlackApiError, RefusedError: Slack refused it.
            aiohttp.ClientError, TimeoutError: no reply came; it may have been posted all the same.
        """
        if asked.response_url:
            await self._respond(asked.response_url, message)
            return ""
        try:
            return await self._say(asked, message)
        except SlackApiError as refused:
            if code_of(refused) not in _REFUSED_BLOCKS:
                raise
        return await self._say(asked, {**message, "blocks": None})

    async def _say(self, asked: Asked, message: Message) -> str:
        posted = await self._client.chat_postMessage(
            channel=asked.channel,
            thread_ts=asked.thread_ts or None,
            link_names=False,
            **message,
        )
        return str(posted["ts"])

    async def _respond(self, url: str, message: Message) -> None:
        # Bolt's own respond() opens a connection for each reply and repeats a post whose answer
        # was lost.
        webhook = AsyncWebhookClient(
            url,
            session=self._client.session,
            logger=self._client.logger,
            retry_handlers=self._client.retry_handlers,
        )
        answer = await webhook.send_dict({"response_type": "ephemeral", **message})
        if answer.status_code != _ACCEPTED:
            raise RefusedError(answer.status_code)


def message_of(lines: Lines) -> Message:
    """The fields every reply has; nothing in it is linked, unfurled or calls anybody."""
    return {
        "text": fallback_text(lines),
        "blocks": blocks_of(lines),
        "parse": "none",
        "unfurl_links": False,
        "unfurl_media": False,
    }


def code_of(error: BaseException) -> str:
    """Slack's word for what went wrong; "" where it gave none."""
    if isinstance(error, RefusedError):
        return f"HTTP {error.status}"
    response = getattr(error, "response", None)
    data = getattr(response, "data", response)  # text where Slack's answer was no JSON
    code = data.get("error") if isinstance(data, dict) else None
    return code if isinstance(code, str) else ""
