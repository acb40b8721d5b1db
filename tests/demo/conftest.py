"""A browser, and settings that name a store of one's own."""

import shutil
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.sandbox.page.conftest import browser

__all__ = ["browser"]


@pytest.fixture
def known(reports_sqlite_url: str, tmp_path: Path) -> Settings:
    """Give settings that name a store of one's own."""
    held = Path(reports_sqlite_url.removeprefix("sqlite:///"))
    return Settings(database_url=f"sqlite:///{shutil.copy(held, tmp_path / 'muster.db')}")
