"""Two processes of Muster over one store, and deliveries that are repeated, mixed and late.

`MUSTER_STORM=2500` makes it the ten thousand deliveries of the long form.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from tests.chat.slack.workspace import CHANNELS, Workspace, council, everything_posted
from tests.delivery.processes import started

QUESTION = "agency rate for social workers in Assessment"
QUESTIONS = int(os.environ.get("MUSTER_STORM", "40"))
TIMES = 4
WAVES = 10
SEED = 20240611


async def nothing() -> None:
    """Wait for nothing."""


async def storm(slack: Sandbox, urls: Sequence[str]) -> None:
    """Deliver each question four times, to either process, in waves that are mixed."""
    chance = random.Random(SEED)  # noqa: S311 - a storm is not a secret
    async with ClientSession() as session:
        time = ManualTime(datetime.now(UTC))
        places = [Workspace(slack, session, url, time, nothing, nothing) for url in urls]
        deliveries = [one for at in range(QUESTIONS) for one in copies(places[0], at)]
        chance.shuffle(deliveries)
        for wave in range(WAVES):
            await asyncio.gather(
                *(chance.choice(places).hand_over(*one) for one in deliveries[wave::WAVES])
            )


def copies(place: Workspace, at: int) -> list[tuple[dict[str, Any], str]]:
    """Give the deliveries of a question: as a mention and as a message, each repeated."""
    thread = f"{1718000000 + at}.000100"
    mention = place.mention_event(QUESTION, thread, channel=f"c{at % CHANNELS}")
    twin = {**mention, "type": "message", "channel_type": "im"}
    return [(mention, f"Ev{at}"), (twin, f"Tw{at}")] * (TIMES // 2)


async def replies(slack: Sandbox, url: str, kind: str) -> Counter[str]:
    """Count the replies of two processes in a storm, by the thread of their question."""
    async with slack.open(), started(url, slack) as one, started(url, slack) as two:
        processes = [(each, await each.start(kind, 0)) for each in (one, two)]
        await storm(slack, [process.url for _, process in processes])
        await slack.until(lambda: len(threads(slack)) == QUESTIONS)
        assert [await each.stop(process) for each, process in processes] == [0, 0]
    return threads(slack)


def threads(slack: Sandbox) -> Counter[str]:
    """Count the replies by thread."""
    return Counter(one.thread_ts for one in everything_posted(slack))


@pytest.fixture
def here() -> Sandbox:
    """Give a Slack at this very time: the processes have no other."""
    return council(ManualTime(datetime.now(UTC)))


async def test_each_question_has_one_reply(reports_url: str, here: Sandbox) -> None:
    found = await replies(here, reports_url, "0")
    assert Counter(found.values()) == {1: QUESTIONS}


async def test_without_the_inbox_questions_have_more(reports_url: str, here: Sandbox) -> None:
    found = await replies(here, reports_url, "forgetful")
    assert max(found.values()) > 1
