"""A workspace whose deliveries are kept on each kind of database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings
from db import migrate
from db.delivery import delivery_url
from tests.chat.conftest import long_series, opens, reports, settings_for, slack, time, workspace
from tests.conftest import STORES, load_reports
from tests.postgres import Server

__all__ = ["long_series", "opens", "reports", "slack", "time", "workspace"]


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
def known(slack: Sandbox, store_url: str) -> Settings:
    """Give the settings that lead to it, over HTTP."""
    migrate.upgrade(delivery_url(store_url))
    return settings_for(slack, store_url)
