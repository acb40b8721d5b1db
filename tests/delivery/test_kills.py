"""What is said in Slack by processes of which one was killed, at any step."""

import asyncio
import os
import random
import signal
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientError, ClientSession

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.sandbox.web_api.faults import Fault, lost_call, lost_reply, rate_limited, server_error
from tests.chat.slack.workspace import Workspace, council, everything_posted
from tests.delivery.processes import Processes, started

QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"
LEASE = 31
MOST_STEPS = 30
ALL = bool(os.environ.get("MUSTER_KILLS"))
KILLS = int(os.environ.get("MUSTER_RANDOM_KILLS", "3"))
AT_ONCE = 3
LONGEST = 0.3  # seconds in which the questions of a round are answered otherwise
SEED = 20240611


async def nothing() -> None:
    """Wait for nothing."""


async def delivered(slack: Sandbox, url: str, ahead: float, event_id: str) -> bool:
    """Deliver a mention as Slack does; False where nobody took it in."""
    time = ManualTime(datetime.now(UTC) + timedelta(seconds=ahead))
    async with ClientSession() as session:
        workspace = Workspace(slack, session, url, time, nothing, nothing)
        event = workspace.mention_event(QUESTION, thread=event_id, ts=event_id)
        try:
            await workspace.hand_over(event, event_id)
        except ClientError:
            return False
    return True


async def answered(processes: Processes, slack: Sandbox, step: int, first: float) -> int:
    """Ask a process that is killed at a step, and let others go on; give what ended the first."""
    thread = f"{1_700_000_000 + first:.0f}.000100"
    process = await processes.start(step, first)
    taken = await delivered(slack, process.url, first, thread)
    ended = await processes.stop(process)
    for ahead in (first + LEASE, first + 2 * LEASE):
        process = await processes.start(0, ahead)
        taken = taken or await delivered(slack, process.url, ahead, thread)
        assert await processes.stop(process) == 0
    replies = [one for one in everything_posted(slack) if one.thread_ts == thread]
    assert [FIGURE in one.text for one in replies] == [True], f"step {step}"
    return ended


OUTCOMES: dict[str, list[Fault]] = {
    "accepted": [],
    "lost": [lost_reply()],
    "unavailable": [server_error(503, "<html>")],
    "too_fast": [rate_limited(0)],
    "hang_up": [lost_call()],
}


@pytest.mark.parametrize("outcome", list(OUTCOMES) if ALL else ["lost"])
async def test_one_reply_whatever_step_a_process_is_killed_at(
    reports_url: str, outcome: str
) -> None:
    # Slack's own clock is ahead of all rounds.
    slack = council(ManualTime(datetime.now(UTC) + timedelta(seconds=MOST_STEPS * 3 * LEASE)))
    async with slack.open(), started(reports_url, slack) as processes:
        for step in range(1, MOST_STEPS, 1 if ALL else 2):
            slack.faults.clear()
            slack.faults.inject("chat.postMessage", *OUTCOMES[outcome])
            # Each round plays later than all rounds before it.
            ended = await answered(processes, slack, step, step * 3 * LEASE)
            if ended == 0:
                break
            assert ended == signal.SIGKILL
    assert 8 < step < MOST_STEPS - 1


async def test_one_reply_whenever_a_process_is_killed(reports_url: str) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a moment is no secret
    slack = council(ManualTime(datetime.now(UTC) + timedelta(seconds=(KILLS + 5) * LEASE)))
    waiting: set[str] = set()
    async with slack.open(), started(reports_url, slack) as processes:
        for number in range(KILLS + 3):
            lives = number >= KILLS
            moment = 0 if lives else chance.uniform(0.001, LONGEST)
            process = await processes.start(moment, number * LEASE)
            waiting |= {f"{1_700_000_000 + AT_ONCE * number + at}.000100" for at in range(AT_ONCE)}
            waiting = await untaken(slack, process.url, number * LEASE, waiting)
            ended = await processes.stop(process) if lives else await processes.ended()
            assert ended == (0 if lives else signal.SIGALRM)
    replies = [one.thread_ts for one in everything_posted(slack)]
    assert waiting == set()
    assert len(replies) == len(set(replies)) == AT_ONCE * (KILLS + 3)


async def untaken(slack: Sandbox, url: str, ahead: float, threads: set[str]) -> set[str]:
    """Deliver questions at once; give those that nobody took in."""
    asked = sorted(threads)
    taken = await asyncio.gather(*(delivered(slack, url, ahead, one) for one in asked))
    return {one for one, was in zip(asked, taken, strict=True) if not was}
