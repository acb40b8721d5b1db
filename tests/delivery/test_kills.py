"""What is said in Slack by processes of which one was killed, at any step."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession, web

from tests.chat.slack.fake import FakeSlack
from tests.chat.slack.workspace import Clock, Workspace

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("process.py")
QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"
LEASE = 31
MOST_STEPS = 30


@dataclass
class Process:
    """Muster in a process of its own: where it listens and how it is told to stop."""

    url: str
    pid: int


@dataclass
class Processes:
    """Makes processes, one at a time."""

    script: asyncio.subprocess.Process

    async def start(self, fatal: int, ahead: float) -> Process:
        """Start one that dies at a step, with its clock ahead."""
        assert self.script.stdin
        self.script.stdin.write(f"{fatal} {ahead}\n".encode())
        told = [await self._line(), await self._line()]
        (pid,) = (line.split()[1] for line in told if line.startswith("pid"))
        (url,) = (line for line in told if line.startswith("http"))
        return Process(url, int(pid))

    async def stop(self, process: Process) -> int:
        """Tell one to stop; give the signal that ended it, 0 where it stopped by itself."""
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGTERM)
        while not (line := await self._line()).startswith("ended"):
            assert line.startswith("steps")
        return int(line.split()[1])

    async def _line(self) -> str:
        assert self.script.stdout
        line = (await self.script.stdout.readline()).decode().strip()
        assert line, "the script has ended"
        return line


@asynccontextmanager
async def started(database_url: str, slack: FakeSlack) -> AsyncIterator[Processes]:
    script = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SCRIPT),
        database_url,
        slack.url,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert script.stdin
    yield Processes(script)
    script.stdin.close()
    await script.wait()


async def nothing() -> None:
    """Wait for nothing."""


async def delivered(slack: FakeSlack, url: str, ahead: float, event_id: str) -> bool:
    """Deliver a mention as Slack does; False where nobody took it in."""
    clock = Clock(datetime.now(UTC) + timedelta(seconds=ahead))
    async with ClientSession() as session:
        workspace = Workspace(slack, session, url, clock, nothing, nothing)
        event = workspace.mention_event(QUESTION, thread=event_id, ts=event_id)
        try:
            await workspace.hand_over(event, event_id)
        except ClientError:
            return False
    return True


async def answered(processes: Processes, slack: FakeSlack, step: int, first: float) -> int:
    """Ask a process that is killed at a step, and let others go on; give what ended the first."""
    thread = f"{1_700_000_000 + first:.0f}.000100"
    process = await processes.start(step, first)
    taken = await delivered(slack, process.url, first, thread)
    ended = await processes.stop(process)
    for ahead in (first + LEASE, first + 2 * LEASE):
        process = await processes.start(0, ahead)
        taken = taken or await delivered(slack, process.url, ahead, thread)
        assert await processes.stop(process) == 0
    replies = [one for one in slack.posted if one.thread_ts == thread]
    assert [FIGURE in one.text for one in replies] == [True], f"step {step}"
    return ended


def unavailable() -> web.Response:
    return web.Response(status=503, text="<html>", content_type="text/html")


def too_fast() -> web.Response:
    return web.json_response({"ok": False}, status=429, headers={"Retry-After": "0"})


def hang_up() -> web.Response:
    raise ConnectionResetError


OUTCOMES = ["accepted", "lost", "unavailable", "too_fast", "hang_up"]


@pytest.mark.parametrize("outcome", OUTCOMES if os.environ.get("MUSTER_KILLS") else OUTCOMES[:2])
async def test_one_reply_whatever_step_a_process_is_killed_at(
    reports_url: str, slack: FakeSlack, outcome: str
) -> None:
    canned = {"unavailable": unavailable, "too_fast": too_fast, "hang_up": hang_up}
    slack.next_ts = count(int(datetime.now(UTC).timestamp()) + MOST_STEPS * 3 * LEASE).__next__
    async with started(reports_url, slack) as processes:
        for step in range(1, MOST_STEPS):
            slack.canned.clear()
            slack.lost = int(outcome == "lost")
            if outcome in canned:
                slack.canned.append(canned[outcome])
            # Each round plays later than all rounds before it.
            ended = await answered(processes, slack, step, step * 3 * LEASE)
            if ended == 0:
                break
            assert ended == signal.SIGKILL
    assert 8 < step < MOST_STEPS - 1
