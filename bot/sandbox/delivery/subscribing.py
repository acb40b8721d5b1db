"""Which events an app is told of, and in which envelope."""

from collections.abc import Iterator

from bot.sandbox.slack import Slack
from bot.sandbox.wire import Json
from bot.sandbox.workspace.channels import Kind
from bot.sandbox.workspace.workspace import Happening


def events_of(slack: Slack, happening: Happening) -> Iterator[Json]:
    """The events that tell the app of something, by what it subscribed to.

    A mention is told twice, as `message` and as `app_mention`, to an app that subscribed to both.
    """
    event, subscribed = happening.event, slack.app.events
    if not event or not _is_near(happening):
        return
    if event["type"] != "message":
        if event["type"] in subscribed:
            yield event
        return
    if happening.channel and happening.channel.history_event in subscribed:
        yield event
    if "app_mention" in subscribed and _is_mention(happening):
        yield {name: event[name] for name in event if name != "channel_type"} | {
            "type": "app_mention"
        }


def envelope_of(slack: Slack, happening: Happening, event: Json) -> Json:
    """The event as it is delivered."""
    bot = happening.workspace.bot
    is_shared = bool(happening.channel and happening.channel.is_shared)
    return {
        "token": "verification-token",
        "team_id": happening.workspace.id,
        "context_team_id": happening.workspace.id,
        "api_app_id": slack.app.id,
        "event": event,
        "type": "event_callback",
        "event_id": slack.ids.once("Ev"),
        "event_time": int(slack.time.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": happening.workspace.id,
                "user_id": bot.id if bot else "",
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": is_shared,
        "event_context": slack.ids.once("context."),
    }


def _is_near(happening: Happening) -> bool:
    """Whether the bot is where it happened; what has no channel happens to the app itself."""
    installed = happening.workspace.installation
    if installed is None:
        return False
    return happening.channel is None or installed.bot.id in happening.channel.members


def _is_mention(happening: Happening) -> bool:
    bot, event, channel = happening.workspace.bot, happening.event, happening.channel
    if bot is None or channel is None or channel.kind is Kind.DIRECT:
        return False
    is_new = event.get("subtype") in {None, "file_share", "thread_broadcast"}
    return is_new and event["user"] != bot.id and f"<@{bot.id}>" in event["text"]
