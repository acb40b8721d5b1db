"""The manifest asks Slack for what the code uses, and for nothing else."""

import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import build_bot
from bot.listeners.bolt import MusterApp
from bot.listeners.listen import Listeners
from bot.pipeline import Muster
from bot.sandbox.timing import ManualTime
from bot.settings import Settings
from tests.chat.slack.workspace import MANIFEST

ROOT = Path(__file__).parents[3]
CODE = [file for name in ("delivery", "listeners") for file in (ROOT / "bot" / name).rglob("*.py")]
EVENTS = {"message": "message.im"}  # the one listener for messages hears direct ones alone
SCOPES = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "/muster": "commands",
    "/muster-admin": "commands",
    "conversations_open": "im:write",
    "files_completeUploadExternal": "files:write",
    "files_getUploadURLExternal": "files:write",
    "files_info": "files:read",
    "views_open": "",
    "views_update": "",
    "chat.postMessage": "chat:write",
    "chat_postEphemeral": "chat:write",
    "conversations_history": "channels:history groups:history im:history",
    "conversations_info": "channels:read groups:read",
    "conversations_replies": "channels:history groups:history im:history",
    "users_info": "users:read",
    "views_publish": "",
    "app_home_opened": "",
    "app_uninstalled": "",
    "tokens_revoked": "",
    "assistant_threads_setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
}


class Noted(MusterApp):
    """Notes what is registered."""

    def __init__(self) -> None:
        self.events: set[str] = set()
        self.commands: set[str] = set()
        self.shortcuts: set[str] = set()
        super().__init__(AsyncWebClient("xoxb-none"))

    def event(self, event: Any, *args: Any, **kwargs: Any) -> Callable[..., Any]:
        """Note an event; the catch-all is a pattern."""
        if isinstance(event, str):
            self.events.add(EVENTS.get(event, event))
        return super().event(event, *args, **kwargs)

    def command(self, command: Any, *args: Any, **kwargs: Any) -> Callable[..., Any]:
        """Note a command."""
        self.commands.add(command)
        return super().command(command, *args, **kwargs)

    def message_shortcut(self, callback_id: Any, *args: Any, **kwargs: Any) -> Callable[..., Any]:
        """Note a shortcut."""
        self.shortcuts.add(callback_id)
        return super().message_shortcut(callback_id, *args, **kwargs)


@pytest.fixture
async def noted(known: Settings, reports: Muster, time: ManualTime) -> AsyncIterator[Noted]:
    """Give the app with every listener registered."""
    bot = build_bot(known, reports, time.now)
    app = Noted()
    Listeners(bot.worker).listen(app)
    yield app
    await bot.close()


def test_the_events_are_those_listened_to(noted: Noted) -> None:
    assert noted.events == set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


def test_the_commands_are_those_listened_to(noted: Noted) -> None:
    assert noted.commands == {one["command"] for one in MANIFEST["features"]["slash_commands"]}


def test_the_shortcuts_are_those_listened_to(noted: Noted) -> None:
    assert noted.shortcuts == {one["callback_id"] for one in MANIFEST["features"]["shortcuts"]}


def test_the_scopes_are_those_needed(noted: Noted) -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in CODE)
    families = "assistant|chat|users|conversations|files|views"
    called = set(re.findall(rf"client\.((?:{families})_\w+)\(", code))
    called |= set(re.findall(r'api_call\(\s*"([\w.]+)"', code))
    names = (*noted.events, *noted.commands, *called)
    needed = {scope for name in names for scope in SCOPES[name].split()}
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed


def test_people_can_write_to_the_bot_and_nothing_needs_a_public_address() -> None:
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"]
    assert not MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"]
    assert MANIFEST["settings"]["socket_mode_enabled"]
    assert MANIFEST["settings"]["interactivity"] == {"is_enabled": True}


def test_the_home_tab_and_the_agent_view_are_there() -> None:
    assert MANIFEST["features"]["app_home"]["home_tab_enabled"]
    assert 0 < len(MANIFEST["features"]["agent_view"]["agent_description"]) <= 300


def test_the_texts_are_as_long_as_slack_takes() -> None:
    told = MANIFEST["display_information"]
    assert len(told["name"]) <= 35
    assert len(told["description"]) <= 140
    assert 174 <= len(told["long_description"]) <= 4_000


def test_the_processes_are_prepare_and_serve() -> None:
    lines = (ROOT / "Procfile").read_text(encoding="utf-8").splitlines()
    assert lines == ["release: muster prepare", "web: muster serve"]


def test_the_guide_has_ten_steps_at_most_and_names_each_setting() -> None:
    guide = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")
    assert 0 < len(re.findall(r"^\d+\. ", guide, re.MULTILINE)) <= 10
    for name in Settings.model_fields:
        if name.startswith("slack_") and name != "slack_api_url":
            assert name.upper() in guide
