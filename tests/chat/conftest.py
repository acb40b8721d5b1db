"""A workspace with Muster in it, over the bundled reports, on 11 June 2024."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.app import build_app, surface
from bot.listeners.guard import PATH
from bot.pipeline import Muster
from bot.settings import Settings
from tests.chat.slack.fake import BOT_TOKEN, FakeSlack
from tests.chat.slack.workspace import SECRET, Clock, Workspace


class Opens(Protocol):
    """Opens a workspace over some store."""

    def __call__(self, muster: Muster) -> AbstractAsyncContextManager[Workspace]:
        """Give the workspace while it is open."""


@pytest.fixture(scope="session")
def reports(reports_sqlite_url: str) -> Iterator[Muster]:
    """Give Muster over the bundled reports."""
    muster = Muster(reports_sqlite_url)
    yield muster
    muster.close()


@pytest.fixture
def clock() -> Clock:
    """Give the day all questions are asked on."""
    return Clock(datetime(2024, 6, 11, 9, 30, tzinfo=UTC))


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """Give a Slack that listens."""
    async with FakeSlack().open() as slack:
        yield slack


@pytest.fixture
def known(slack: FakeSlack) -> Settings:
    """Give the settings that lead to it, over HTTP."""
    return Settings(
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_signing_secret=SecretStr(SECRET),
        slack_app_token=None,
        slack_api_url=f"{slack.url}api/",
        host="127.0.0.1",
        port=0,
    )


@pytest.fixture
def opens(known: Settings, slack: FakeSlack, clock: Clock) -> Opens:
    """Give what opens a workspace over a store."""

    @asynccontextmanager
    async def open_over(muster: Muster) -> AsyncIterator[Workspace]:
        app = build_app(known, muster, clock)
        async with surface(known, app, clock) as place, ClientSession() as session:
            yield Workspace(
                slack, session, f"{place}{PATH}", clock, settle=lambda: app.running.drain(60)
            )
        await app.close()

    return open_over


@pytest.fixture
async def workspace(opens: Opens, reports: Muster) -> AsyncIterator[Workspace]:
    """Give a workspace in which Slack refused nothing."""
    async with opens(reports) as workspace:
        yield workspace
    assert workspace.slack.refused == []
