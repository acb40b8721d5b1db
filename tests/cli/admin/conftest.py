"""A terminal over a store with the five reports, and people who asked in Slack."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from bot.delivery.asked import Asked
from bot.delivery.sending.people import Nobody
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.questions import answer_question
from bot.pipeline import Muster
from db import migrate
from db.delivery import delivery_url, recording
from db.scope import Scope
from db.session import Engine, engine_for, read_engine_for
from tests.cli.terminal import Terminal, opened
from tests.loading.store.conftest import reports_database, reports_file, store_url

__all__ = ["reports_database", "reports_file", "store_url", "terminal"]

TEAM = "T1"


@dataclass
class Slack:
    """What was asked and answered in a workspace, and what waits to be posted there."""

    engine: Engine
    context: Context
    asked: int = 0

    def ask(self, question: str, person: str = "U1", channel: str = "C1") -> Asked:
        """Ask something in a thread of its own, and keep all that follows."""
        self.asked += 1
        ts = f"{self.asked}.1"
        asked = Asked(
            team=TEAM,
            channel=channel,
            person=person,
            text=question,
            keys=(f"event Ev{self.asked}", "", ""),
            ts=ts,
            thread_ts=ts,
        )
        with recording(self.engine) as conn:
            for write in answer_question(self.context, asked).writes:
                write(conn)
        return asked

    def waiting(self) -> list[dict[str, Any]]:
        """Give the posts that wait to be sent."""
        with recording(self.engine) as conn:
            rows = conn.execute(text("SELECT payload FROM outbox ORDER BY id")).scalars()
            return [json.loads(row) for row in rows]


@pytest.fixture
def slack(store_url: str) -> Iterator[Slack]:
    """Give a workspace where people have asked."""
    url = delivery_url(store_url)
    migrate.upgrade(url)
    engine, said, muster = engine_for(url), read_engine_for(url), Muster(store_url, Scope(TEAM))
    yield Slack(engine, Context(muster, said, lambda: datetime.now(UTC), Nobody()))
    muster.close()
    engine.dispose()
    said.dispose()


@pytest.fixture
def terminal(
    store_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Terminal]:
    """Give a terminal over the same store, for the same workspace."""
    monkeypatch.setenv("WORKSPACE", TEAM)
    monkeypatch.setenv("COLUMNS", "200")
    with opened(store_url, monkeypatch, capsys) as terminal:
        yield terminal
