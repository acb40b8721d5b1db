"""assistant.threads.*: what the app shows beside a conversation with it."""

from bot.sandbox.web_api.call import Call
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.workspace import Conversing

MOST_PROMPTS = 4


def set_status(call: Call) -> Json:
    """Say what the app is doing; "" ends it."""
    channel = call.channel("channel_id")
    _conversing(call, call.needed("thread_ts")).status = call.text("status")
    call.workspace.tell(channel)
    return {}


def set_title(call: Call) -> Json:
    """Name a thread."""
    _conversing(call, call.needed("thread_ts")).title = call.needed("title")
    return {}


def set_suggested_prompts(call: Call) -> Json:
    """Offer things to ask; in the agent view they belong to no thread."""
    prompts = call.parsed("prompts")
    if not isinstance(prompts, list) or not 0 < len(prompts) <= MOST_PROMPTS:
        raise RefusalError("invalid_arguments")
    if not all(one.get("title") and one.get("message") for one in prompts):
        raise RefusalError("invalid_arguments")
    conversing = _conversing(call, call.text("thread_ts"))
    conversing.prompts, conversing.prompts_title = prompts, call.text("title")
    call.workspace.tell(call.channel("channel_id"))
    return {}


def _conversing(call: Call, thread_ts: str) -> Conversing:
    key = (call.channel("channel_id").id, thread_ts)
    return call.workspace.conversing.setdefault(key, Conversing())
