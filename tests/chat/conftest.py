"""A workspace with Muster in it, over the bundled reports, on 11 June 2024."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.app import build_bot, surface
from bot.listeners.guard import PATH, PATIENCE
from bot.pipeline import Muster
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.settings import Settings
from db.delivery import delivery_url
from tests.chat.slack.loaded import MONTHS, load_months, set_target
from tests.chat.slack.workspace import Workspace, council, token_of

NOON = ManualTime(datetime(2024, 6, 11, 12, tzinfo=UTC))


class Opens(Protocol):
    """Opens a workspace over some store."""

    def __call__(
        self, muster: Muster, patience: float = PATIENCE, drain: float | None = None
    ) -> AbstractAsyncContextManager[Workspace]:
        """Give the workspace while it is open."""


@pytest.fixture(scope="session")
def reports(reports_sqlite_url: str) -> Iterator[Muster]:
    """Give Muster over the bundled reports."""
    muster = Muster(reports_sqlite_url)
    yield muster
    muster.close()


@pytest.fixture(scope="session")
def long_series(
    reports_sqlite_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Muster]:
    """Give Muster over the reports and 34 months that a workspace loaded, with a target."""
    folder = tmp_path_factory.mktemp("loaded")
    bundled = reports_sqlite_url.removeprefix("sqlite:///")
    url = f"sqlite:///{shutil.copy(bundled, folder / 'muster.db')}"
    [workspace] = council(NOON).slack.workspaces
    load_months(url, workspace, folder / "months.csv", MONTHS)
    set_target(url, workspace, "agency fte social workers MASH Devon 20 by Mar 2025")
    muster = Muster(url)
    yield muster
    muster.close()


@pytest.fixture
def time() -> ManualTime:
    """Give the day all questions are asked on."""
    return ManualTime(datetime(2024, 6, 11, 9, 30, tzinfo=UTC))


@pytest.fixture
async def slack(time: ManualTime) -> AsyncIterator[Sandbox]:
    """Give a Slack that listens."""
    sandbox = council(time)
    async with sandbox.open():
        yield sandbox


@pytest.fixture
def known(slack: Sandbox, sqlite_url: str, migrated_file: Path) -> Settings:
    """Give the settings that lead to it, over HTTP, and to a store that keeps what is said."""
    shutil.copy(migrated_file, delivery_url(sqlite_url).removeprefix("sqlite:///"))
    return settings_for(slack, sqlite_url)


def settings_for(slack: Sandbox, database_url: str) -> Settings:
    """Give the settings that lead to a Slack, over HTTP."""
    return Settings(
        database_url=database_url,
        slack_bot_token=SecretStr(token_of(slack)),
        slack_signing_secret=SecretStr(slack.app.signing_secret),
        slack_app_token=None,
        slack_api_url=slack.api_url,
        host="127.0.0.1",
        port=0,
    )


@pytest.fixture
def opens(known: Settings, slack: Sandbox, time: ManualTime) -> Opens:
    """Give what opens a workspace over a store."""

    @asynccontextmanager
    async def open_over(
        muster: Muster, patience: float = PATIENCE, drain: float | None = None
    ) -> AsyncIterator[Workspace]:
        bot = build_bot(known, muster, time.now)

        async def look() -> None:
            await asyncio.to_thread(bot.watching.look)
            await bot.poster.look()
            await bot.worker.look()

        async with surface(known, bot.app, time.now, patience) as place, ClientSession() as session:
            yield Workspace(
                slack,
                session,
                f"{place}{PATH}",
                time,
                settle=lambda: slack.settle(lambda: bot.worker.running.drain(60)),
                look=look,
            )
        await bot.close(drain)

    return open_over


@pytest.fixture
async def workspace(opens: Opens, reports: Muster) -> AsyncIterator[Workspace]:
    """Give a workspace in which Slack refused nothing and nothing live was written."""
    async with opens(reports) as workspace:
        yield workspace
    assert workspace.slack.refused == []
    assert workspace.live == []
