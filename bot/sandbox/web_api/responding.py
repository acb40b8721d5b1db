"""What an app sends to a response_url."""

from bot.sandbox.slack import RESPONSE_URL_USES, Called, ResponseUrl, Slack
from bot.sandbox.web_api.content import checked_content
from bot.sandbox.web_api.faults import RESPONSE_URL
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.messages import Message


def respond(slack: Slack, key: str, payload: Json) -> str:
    """Do what a response asks for; gives Slack's error, "" where there is none."""
    try:
        _respond(slack, _usable(slack, key), payload)
    except RefusalError as refusal:
        details = tuple(refusal.details.get("errors", ()))
        slack.note(Called(RESPONSE_URL, payload, refusal.code, details))
        return refusal.code
    slack.note(Called(RESPONSE_URL, payload))
    return ""


def _usable(slack: Slack, key: str) -> ResponseUrl:
    url = slack.response_urls.get(key)
    if url is None:
        raise RefusalError("no_such_url")
    if slack.time.now() > url.until:
        raise RefusalError("expired_url")
    if url.uses >= RESPONSE_URL_USES:
        raise RefusalError("used_url")
    return url


def _respond(slack: Slack, url: ResponseUrl, payload: Json) -> None:
    channel = url.workspace.channels[url.channel]
    messages = url.workspace.messages[channel.id]
    original = messages.get(url.message_ts)
    if original and payload.get("delete_original"):
        del messages[original.ts]
    elif original and payload.get("replace_original"):
        original.blocks = _content(slack, payload)
        original.text = payload.get("text") or ""
        original.edited_ts = "" if original.visible_to else url.workspace.next_ts()
    else:
        url.workspace.keep(_new(slack, url, payload))
    url.uses += 1
    url.workspace.tell(channel)


def _new(slack: Slack, url: ResponseUrl, payload: Json) -> Message:
    installed = url.workspace.installation
    if installed is None:
        raise RefusalError("token_revoked")
    is_public = payload.get("response_type") == "in_channel"
    return Message(
        url.channel,
        installed.bot.id,
        payload.get("text") or "",
        blocks=_content(slack, payload),
        bot_id=installed.bot.bot_id,
        app_id=slack.app.id,
        # Slack honours it for public responses alone; all others stand in the channel itself.
        thread_ts=payload.get("thread_ts") or "" if is_public else "",
        visible_to="" if is_public else url.user,
    )


def _content(slack: Slack, payload: Json) -> list[Json]:
    return checked_content(
        payload.get("text") or "", payload.get("blocks"), slack.ids, slack.unknown_blocks
    )
