"""An analyst with a store, and people who were given figures from it."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.answer.values import Result
from bot.corrections.figures import given
from bot.corrections.telling import Telling
from bot.corrections.watching import Watching
from bot.pipeline import Muster
from bot.query.query import NotUnderstood
from db import corrections, delivery, migrate
from db.session import Engine, engine_for
from tests.loading.store.conftest import Office, office, reports_database, reports_file, store_url

__all__ = ["office", "reports_database", "reports_file", "store_url"]

ASKED_AT = datetime(2024, 6, 3, 9, tzinfo=UTC)
POSTS = text("SELECT key, payload FROM outbox ORDER BY id")


@dataclass
class People:
    """People who ask, what they were told, and the clock."""

    office: Office
    kept: Engine
    muster: Muster
    elsewhere: Muster
    now: datetime = ASKED_AT
    asked: int = 0
    read: int = field(default=0)

    def ask(
        self,
        question: str,
        channel: str = "C1",
        thread: str = "17.1",
        person: str = "U1",
        *,
        private: bool = False,
    ) -> str:
        """Ask something; give the answer in words."""
        result = self.muster.ask(question, self.now.date()).result
        self.keep(result, channel, thread, person, private=private)
        return str(result)

    def keep(
        self,
        result: Result | NotUnderstood,
        channel: str = "C1",
        thread: str = "17.1",
        person: str = "U1",
        *,
        private: bool = False,
    ) -> None:
        """Keep an answer as it is given."""
        self.asked += 1
        receipt = delivery.Kept(
            id=f"r{self.asked}",
            channel=channel,
            thread=thread,
            person=person,
            asked_at=self.now.timestamp(),
            question="",
            query="",
            reply="",
            figures="[]",
            readings="[]",
            private=private,
        )
        with delivery.recording(self.kept) as conn:
            delivery.keep(conn, self.office.loader.scope, receipt)
            corrections.give(conn, receipt.id, given(result))

    def told(self) -> list[tuple[str, str, str]]:
        """Give what was posted since this was last asked: where, in which thread, what."""
        with delivery.recording(self.kept) as conn:
            rows = [json.loads(row.payload) for row in conn.execute(POSTS)]
        new, self.read = rows[self.read :], len(rows)
        return [(one["channel"], one["thread_ts"], one["text"]) for one in new]

    def telling(self) -> Telling:
        """Give what tells them, as after a restart."""
        return Telling({"T1": self.muster}.__getitem__, self.kept, self.clock)

    def tell(self) -> list[tuple[str, str, str]]:
        """Tell them of what has changed; give what was posted."""
        self.telling().tell()
        return self.told()

    def watching(self) -> Watching:
        """Give what looks whether anything has changed, as after a restart."""
        return Watching(self.elsewhere, self.telling(), self.kept, self.clock)

    def clock(self) -> datetime:
        """Give this moment."""
        return self.now

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


@pytest.fixture
def people(store_url: str, office: Office) -> Iterator[People]:
    """Give the people of workspace T1."""
    url = delivery.delivery_url(store_url)
    migrate.upgrade(url)
    kept = engine_for(url)
    own, elsewhere = Muster(store_url, office.loader.scope), Muster(store_url)
    with closing(own), closing(elsewhere):
        yield People(office, kept, own, elsewhere)
    kept.dispose()
