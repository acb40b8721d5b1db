"""What follows there are, what processes post them, and what comes of it."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Engine, text

from bot.app import Bot, build_bot
from bot.delivery.timing import Timing
from bot.pipeline import Muster
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.sandbox.workspace.channels import Channel
from bot.settings import Settings
from db import digest
from db.digest import Delivered, Follow, NewFollow
from db.scope import Scope
from tests.chat.slack.posted import Posted
from tests.chat.slack.workspace import CHANNEL, everything_posted, person_named

SUNDAY = datetime(2024, 3, 3, 18, tzinfo=UTC)
MONDAY = datetime(2024, 3, 4, 9, tzinfo=UTC)
MINUTE, HOUR, DAY, WEEK = 60, 3_600, 86_400, 604_800
LEASE = 31
SET = "set:childrens_workforce:devon"
MONDAYS = "weekly mon 09:00 Europe/London"
POST = "chat.postMessage"


@dataclass
class Council:
    """A workspace with processes of Muster that post digests into it."""

    slack: Sandbox
    known: Settings
    muster: Muster
    time: ManualTime
    kept: Engine
    processes: list[Bot] = field(default_factory=list)

    def add_processes(self, count: int) -> None:
        """Start some more processes."""
        quick = Timing(pace=0)
        made = [build_bot(self.known, self.muster, self.time.now, quick) for _ in range(count)]
        self.processes += made

    async def close(self) -> None:
        """End them all."""
        for one in self.processes:
            await one.close()
        self.kept.dispose()

    @property
    def team(self) -> str:
        """The id of the workspace."""
        [workspace] = self.slack.slack.workspaces.values()
        return workspace.id

    @property
    def channel(self) -> Channel:
        """The channel that most follows are of."""
        return self.channel_named(CHANNEL)

    def channel_named(self, name: str) -> Channel:
        """Give a channel."""
        [workspace] = self.slack.slack.workspaces.values()
        return workspace.channel(name)

    @property
    def scope(self) -> Scope:
        """Anna in her workspace."""
        return Scope(self.team, person_named(self.slack, "anna").id)

    def follow(
        self, watches: str = SET, place: str = "", schedule: str = MONDAYS, *, quiet: bool = False
    ) -> int:
        """Follow something from now on."""
        new = NewFollow(place or self.channel.id, watches, schedule, quiet)
        with self.kept.begin() as conn:
            return digest.follow(conn, self.scope, new, self.time.now().timestamp())

    def follows(self) -> list[Follow]:
        """Give every follow."""
        with self.kept.connect() as conn:
            return digest.follows(conn, self.scope)

    def delivered(self, follow: int) -> list[Delivered]:
        """Give what became of its slots, oldest first."""
        with self.kept.connect() as conn:
            return digest.deliveries(conn, self.scope, follow)[::-1]

    def outcomes(self, follow: int) -> list[tuple[str, str]]:
        """Give each slot with what became of it."""
        return [(one.slot, one.outcome) for one in self.delivered(follow)]

    def told(self, follow: int) -> dict[str, str]:
        """Give what a follow was told."""
        with self.kept.connect() as conn:
            return digest.recall(conn, follow)[0]

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        with self.kept.connect() as conn:
            found = conn.execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608 - of a test
            return int(found.scalar_one())

    async def at(self, moment: datetime) -> list[Posted]:
        """Let it be some moment; give what is posted when all processes look at once."""
        return await self.later((moment - self.time.now()).total_seconds())

    async def later(self, seconds: float = 0) -> list[Posted]:
        """Let time pass; give what is posted when all processes look at once."""
        before = len(self.posted)
        self.time.advance(seconds)
        await asyncio.gather(*(one.poster.look() for one in self.processes))
        for one in self.processes:
            await one.worker.look()
            await one.worker.running.drain(60)
        return self.posted[before:]

    @property
    def posted(self) -> list[Posted]:
        """What was posted, oldest first."""
        return everything_posted(self.slack)
