"""Digests of processes that are killed while they compose and post, and of a Slack that loses.

`MUSTER_DIGEST_KILLS=200` makes it the long form: so many kills on each kind of database.
"""

import asyncio
import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.sandbox.web_api.faults import Fault, lost_call, lost_reply, rate_limited, server_error
from db import digest, migrate
from db.delivery import delivery_url
from db.digest import NewFollow
from db.scope import Scope
from db.session import engine_for
from tests.chat.slack.workspace import council, everything_posted, person_named, token_of
from tests.delivery.conftest import reports_url
from tests.posting.council import LEASE, MONDAY, MONDAYS, POST, SET, SUNDAY, WEEK

__all__ = ["reports_url"]

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("process.py")
KILLS = int(os.environ.get("MUSTER_DIGEST_KILLS", "3"))
STEPS = 27  # of a look with three posts, at most
LONGEST = 0.3  # seconds in which a look is done otherwise
SEED = 20240304
FAULTS: list[list[Fault]] = [
    [lost_reply()],
    [],
    [lost_call(), lost_reply()],
    [rate_limited(0)],
    [server_error(503, "<html>"), lost_reply()],
]


@dataclass
class Script:
    """Makes processes that look once."""

    process: asyncio.subprocess.Process

    async def look(self, fatal: str, moment: float) -> int:
        """Let one look at a moment; give the signal that ended it, 0 where it ended by itself."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{fatal} {moment}\n".encode())
        return int(await self.process.stdout.readline())


@asynccontextmanager
async def started(database_url: str, slack: Sandbox) -> AsyncIterator[Script]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(SCRIPT), database_url, slack.api_url, token_of(slack)),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    yield Script(process)
    assert process.stdin
    process.stdin.close()
    await process.wait()


def follow_in_three_places(url: str, slack: Sandbox) -> int:
    """Follow in two channels and for a person, from the Sunday on; give how many they are."""
    [workspace] = slack.slack.workspaces.values()
    anna = person_named(slack, "anna").id
    places = [workspace.channel("service").id, workspace.channel("c1").id, anna]
    engine = engine_for(delivery_url(url))
    with engine.begin() as conn:
        for place in places:
            new = NewFollow(place, SET, MONDAYS)
            digest.follow(conn, Scope(workspace.id, anna), new, SUNDAY.timestamp())
    engine.dispose()
    return len(places)


def posts_of(slack: Sandbox) -> Counter[tuple[str, str]]:
    """Count the posts of each place and slot."""
    said = [one for one in everything_posted(slack) if "series looked at" in one.text]
    return Counter((one.message.channel, one.text.splitlines()[0]) for one in said)


async def test_each_digest_comes_once_whenever_a_process_is_killed(reports_url: str) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a moment is no secret
    time = ManualTime(MONDAY)
    slack = council(time)
    ended: Counter[int] = Counter()
    async with slack.open(), started(reports_url, slack) as script:
        places = follow_in_three_places(reports_url, slack)
        for number in count():
            if ended[signal.SIGKILL] + ended[signal.SIGALRM] >= KILLS:
                break
            step, moment = str(chance.randint(1, STEPS)), f"{chance.uniform(0.01, LONGEST):.3f}"
            slack.faults.clear()
            slack.faults.inject(POST, *FAULTS[number % len(FAULTS)])
            now = time.now().timestamp()
            ended[await script.look(step if number % 3 else moment, now)] += 1
            for later in (LEASE, 2 * LEASE, 3 * LEASE):
                assert await script.look("0", now + later) == 0
            time.advance(WEEK)
    found = posts_of(slack)
    assert len(found) == places * number
    assert set(found.values()) == {1}


async def test_without_a_look_whether_it_has_arrived_a_lost_reply_is_a_second_post(
    reports_sqlite_url: str, tmp_path: Path
) -> None:
    file = shutil.copy(reports_sqlite_url.removeprefix("sqlite:///"), tmp_path / "reports.db")
    migrate.upgrade(delivery_url(f"sqlite:///{file}"))
    slack = council(ManualTime(MONDAY))
    async with slack.open(), started(f"sqlite:///{file}", slack) as script:
        follow_in_three_places(f"sqlite:///{file}", slack)
        slack.faults.inject(POST, lost_reply())
        for later in (0, LEASE):
            assert await script.look("blind", MONDAY.timestamp() + later) == 0
    assert sorted(posts_of(slack).values()) == [1, 1, 2]
