"""The manifest asks Slack for what the code uses, and for nothing else."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import MusterApp
from bot.listeners.answering import Answering
from bot.listeners.inbox import InboxInMemory
from bot.listeners.listen import Listeners
from bot.listeners.posting import Posting
from bot.listeners.running import Running
from bot.listeners.threads import ThreadsInMemory
from bot.pipeline import Muster
from bot.settings import Settings
from tests.chat.slack.fake import BOT_TOKEN, MANIFEST
from tests.chat.slack.workspace import Clock

ROOT = Path(__file__).parents[2]
EVENTS = {"message": "message.im"}  # the one listener for messages hears direct ones alone
SCOPES = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "/muster": "commands",
    "chat_postMessage": "chat:write",
}


class Noted(MusterApp):
    """Notes what is registered."""

    def __init__(self) -> None:
        self.events: set[str] = set()
        self.commands: set[str] = set()
        super().__init__(AsyncWebClient(BOT_TOKEN), Running())

    def event(self, event: Any, *args: Any, **kwargs: Any) -> Callable[..., Any]:
        """Note an event; the catch-all is a pattern."""
        if isinstance(event, str):
            self.events.add(EVENTS.get(event, event))
        return super().event(event, *args, **kwargs)

    def command(self, command: Any, *args: Any, **kwargs: Any) -> Callable[..., Any]:
        """Note a command."""
        self.commands.add(command)
        return super().command(command, *args, **kwargs)


@pytest.fixture
def noted(reports: Muster, clock: Clock) -> Noted:
    """Give the app with every listener registered."""
    app = Noted()
    answering = Answering(reports, Posting(app.client), ThreadsInMemory(), clock)
    Listeners(answering, InboxInMemory(), app.running).listen(app)
    return app


def test_the_events_are_those_listened_to(noted: Noted) -> None:
    assert noted.events == set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


def test_the_commands_are_those_listened_to(noted: Noted) -> None:
    assert noted.commands == {one["command"] for one in MANIFEST["features"]["slash_commands"]}


def test_the_scopes_are_those_needed(noted: Noted) -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "bot").rglob("*.py"))
    called = set(re.findall(r"client\.((?:chat|users|conversations|files|views)_\w+)\(", code))
    needed = {SCOPES[one] for one in (*noted.events, *noted.commands, *called)}
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed


def test_people_can_write_to_the_bot_and_nothing_needs_a_public_address() -> None:
    assert MANIFEST["features"]["app_home"]["messages_tab_enabled"]
    assert not MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"]
    assert MANIFEST["settings"]["socket_mode_enabled"]
    assert not MANIFEST["settings"]["interactivity"]["is_enabled"]


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
