"""A council on the bundled reports whose digests are posted by one or several processes."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Engine

from bot.pipeline import Muster
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.settings import Settings
from db.delivery import delivery_url
from db.session import engine_for
from tests.chat.conftest import reports, slack
from tests.delivery.conftest import known
from tests.posting.council import SUNDAY, Council

__all__ = ["known", "reports", "slack"]


@pytest.fixture
def time() -> ManualTime:
    """Give the Sunday before a Monday whose digest has three items."""
    return ManualTime(SUNDAY)


@pytest.fixture
def kept(known: Settings) -> Engine:
    """Give the store of the deliveries."""
    return engine_for(delivery_url(known.database_url))


@pytest.fixture
async def council(
    slack: Sandbox, known: Settings, reports: Muster, time: ManualTime, kept: Engine
) -> AsyncIterator[Council]:
    """Give the council, with one process."""
    council = Council(slack, known, reports, time, kept)
    council.add_processes(1)
    yield council
    await council.close()
