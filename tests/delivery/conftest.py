"""A workspace whose deliveries are kept on each kind of database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from db import migrate
from db.delivery import delivery_url
from tests.chat.conftest import clock, opens, reports, slack, workspace
from tests.chat.slack.fake import BOT_TOKEN, FakeSlack
from tests.chat.slack.workspace import SECRET
from tests.conftest import STORES, load_reports
from tests.postgres import Server

__all__ = ["clock", "opens", "reports", "slack", "workspace"]


@pytest.fixture(params=STORES)
def reports_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a store that holds the five reports and no delivery yet."""
    if request.param == "sqlite":
        bundled = request.getfixturevalue("reports_sqlite_url").removeprefix("sqlite:///")
        url = f"sqlite:///{shutil.copy(bundled, tmp_path / 'reports.db')}"
        migrate.upgrade(delivery_url(url))
        yield url
        return
    postgres: Server = request.getfixturevalue("postgres")
    name = postgres.create(request.getfixturevalue("migrated_database"))
    yield load_reports(postgres.url(name))
    postgres.leave(name)


@pytest.fixture
def known(slack: FakeSlack, store_url: str) -> Settings:
    """Give the settings that lead to it, over HTTP."""
    migrate.upgrade(delivery_url(store_url))
    return Settings(
        database_url=store_url,
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_signing_secret=SecretStr(SECRET),
        slack_app_token=None,
        slack_api_url=f"{slack.url}api/",
        host="127.0.0.1",
        port=0,
    )
