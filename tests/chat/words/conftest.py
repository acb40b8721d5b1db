"""An admin's desk over a store of its own, on each kind of database."""

from collections.abc import Iterator

import pytest

from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings
from db import migrate, words
from db.delivery import delivery_url, recording
from db.scope import Scope
from db.session import Engine, engine_for
from tests.chat.admin.conftest import Desk, desk
from tests.chat.conftest import opens, settings_for
from tests.loading.store.conftest import reports_database, reports_file, store_url

__all__ = ["desk", "opens", "reports_database", "reports_file", "store_url"]


class Kept:
    """What is kept of the words that blocked answers."""

    def __init__(self, engine: Engine, scope: Scope) -> None:
        self.scope = scope
        self._engine = engine

    def awaiting(self) -> list[tuple[str, int, int]]:
        """Give each word that waits with how often it blocked an answer and of how many people."""
        with recording(self._engine) as conn:
            found = words.awaiting(conn, self.scope, 10)
        return [(one.spelling, one.times, one.people) for one in found]

    def askers(self) -> list[words.Asker]:
        """Give who asked with the first of them."""
        with recording(self._engine) as conn:
            [first, *_] = words.awaiting(conn, self.scope, 10)
            return words.askers(conn, self.scope, first.id, 0.0)

    def settle(self, state: words.State) -> None:
        """Decide about the first of them."""
        with recording(self._engine) as conn:
            [first, *_] = words.awaiting(conn, self.scope, 10)
            words.settle(conn, self.scope, first.id, state, 0.0)


@pytest.fixture
def known(slack: Sandbox, store_url: str) -> Settings:
    """Give the settings that lead to a store of its own, with the five reports."""
    migrate.upgrade(delivery_url(store_url))
    return settings_for(slack, store_url)


@pytest.fixture
def kept(known: Settings, desk: Desk) -> Iterator[Kept]:
    """Give what is kept of words."""
    engine = engine_for(delivery_url(known.database_url))
    yield Kept(engine, Scope(desk.workspace.council.id, "U1"))
    engine.dispose()
