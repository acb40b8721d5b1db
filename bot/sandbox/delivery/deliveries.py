"""Deliveries on their way, and those that have to be tried again."""

import asyncio
import json
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Any

from bot.sandbox.delivery.subscribing import envelope_of, events_of
from bot.sandbox.delivery.transport import Answer, Delivery, Sort, Transport
from bot.sandbox.slack import Slack
from bot.sandbox.wire import Json
from bot.sandbox.workspace.workspace import Happening

RETRY_AFTER = (0, 60, 300)
"""Seconds after which an event is told again that nobody acknowledged."""


@dataclass(frozen=True)
class Attempt:
    """A delivery that was tried, and what came back."""

    delivery: Delivery
    answer: Answer


class Deliveries:
    """Tells the app what happens; events again where it does not answer.

    While `held` is a list, events are put there instead of being sent: a test delivers them in
    the order and as often as it likes.
    """

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._tasks: set[asyncio.Task[Any]] = set()
        self._lost = 0
        self.transport: Transport | None = None
        self.attempts: list[Attempt] = []
        self.held: list[Delivery] | None = None

    def watch(self, happening: Happening) -> None:
        """Tell the app of something, if it subscribed to that."""
        for event in events_of(self._slack, happening):
            delivery = Delivery(Sort.EVENT, envelope_of(self._slack, happening, event))
            if self.held is None:
                self._start(self._tell(delivery))
            else:
                self.held.append(delivery)

    def lose_answers(self, count: int = 1) -> None:
        """Let the next answers of the app go unheard, as if they had come too late."""
        self._lost += count

    async def send(self, delivery: Delivery) -> Answer:
        """Deliver once, whatever comes back."""
        if self.transport is None:
            answer = Answer(0, fault="connection_failed")
        else:
            answer = await self.transport.send(delivery)
        if self._lost:
            self._lost, answer = self._lost - 1, Answer(0, fault="http_timeout")
        self.attempts.append(Attempt(delivery, answer))
        self._slack.news.set()
        return answer

    async def interact(self, sort: Sort, payload: Json) -> Answer:
        """Deliver a command or an interaction, which is never told again."""
        return await self.send(Delivery(sort, payload))

    async def idle(self) -> None:
        """Wait until nothing is on its way; what waits for its next try is not."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Give up on what is on its way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _tell(self, delivery: Delivery) -> None:
        answer = await self.send(delivery)
        is_last = delivery.retry >= len(RETRY_AFTER)
        if answer.is_heard or is_last or answer.headers.get("X-Slack-No-Retry") == "1":
            return
        again = replace(
            delivery, retry=delivery.retry + 1, retry_reason=answer.fault or "http_error"
        )
        self._slack.time.call_later(
            RETRY_AFTER[delivery.retry], lambda: self._start(self._tell(again))
        )

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def object_in(answer: Answer) -> Json:
    """The JSON object in an answer; empty where there is none."""
    try:
        parsed = json.loads(answer.text or "{}")
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}
