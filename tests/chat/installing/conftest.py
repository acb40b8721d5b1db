"""Muster over HTTP, for several workspaces, over the bundled reports."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.app import build_bot, surface
from bot.listeners.guard import PATH
from bot.pipeline import Muster
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.settings import Settings
from db import migrate
from db.delivery import delivery_url
from tests.chat.installing.office import Browser, Office, two_workspaces


@pytest.fixture
async def slack(time: ManualTime) -> AsyncIterator[Sandbox]:
    """Give a Slack that listens."""
    sandbox = two_workspaces(time)
    async with sandbox.open():
        yield sandbox


@pytest.fixture
def known(slack: Sandbox, store_url: str) -> Settings:
    """Give the settings of several workspaces, on each kind of database."""
    migrate.upgrade(delivery_url(store_url))
    return Settings(
        database_url=store_url,
        slack_bot_token=None,
        slack_app_token=None,
        slack_signing_secret=SecretStr(slack.app.signing_secret),
        slack_client_id=slack.app.client_id,
        slack_client_secret=SecretStr(slack.app.client_secret),
        muster_token_key=SecretStr(Fernet.generate_key().decode()),
        slack_api_url=slack.api_url,
        host="127.0.0.1",
        port=0,
    )


@pytest.fixture
async def office(
    known: Settings, slack: Sandbox, long_series: Muster, time: ManualTime
) -> AsyncIterator[Office]:
    """Give two workspaces and Muster, which neither has installed yet.

    The store holds figures that the first of them has loaded.
    """
    bot = build_bot(known, long_series, time.now)
    async with surface(known, bot.app, time.now) as place, ClientSession() as session:
        slack.app.manifest["oauth_config"]["redirect_urls"] = [f"{place}/slack/oauth_redirect"]
        slack.connect(f"{place}{PATH}")
        yield Office(slack, Browser(session, place), lambda: bot.worker.running.drain(60))
    await bot.close()


@pytest.fixture
async def both(office: Office) -> Office:
    """Give the two after both have installed it."""
    for workspace in office.workspaces:
        await office.install(workspace)
    return office
