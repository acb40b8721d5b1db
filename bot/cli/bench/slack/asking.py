"""People in the sandbox who ask, and when they are acknowledged and answered."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import count, cycle
from time import perf_counter

from bot.cli.bench.timing import Timing
from bot.sandbox.acting.session import Session
from bot.sandbox.delivery.transport import Answer, Delivery
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.workspace.messages import Message
from bot.sandbox.workspace.workspace import Happening

_CHANNELS = 50
_MICROSECONDS = 1e6
_PATIENCE = 120


class LostError(Exception):
    """A delivery was not acknowledged, or a question not answered."""


class Asking:
    """Asks questions in many channels in turn, and notes when their replies arrive."""

    def __init__(self, sandbox: Sandbox, questions: Sequence[str]) -> None:
        council = sandbox.add_workspace("Council")
        anna = council.add_person("anna", "Anna Ward")
        assert council.bot  # noqa: S101 - it was installed by founding the workspace
        self.channels = [
            council.add_channel(f"team-{number}", anna, council.bot).name
            for number in range(_CHANNELS)
        ]
        self._sandbox, self._session = sandbox, sandbox.session(anna)
        self._questions, self._places = cycle(questions), cycle(self.channels)
        self._asked: dict[str, float] = {}
        self._answered: dict[str, float] = {}
        self._number = count()
        sandbox.slack.watchers.append(self._note)
        sandbox.deliveries.held = []

    @property
    def session(self) -> Session:
        """Who asks."""
        return self._session

    def mention(self) -> tuple[Message, Delivery]:
        """Write the next question; gives its delivery, to be sent."""
        message = self._write()
        held = self._sandbox.deliveries.held or []
        delivery = held.pop()
        held.clear()
        return message, delivery

    def _write(self) -> Message:
        return self._session.mention(next(self._questions), next(self._places))

    async def ask(self) -> float:
        """Ask the next question; gives the microseconds until it was acknowledged."""
        message, delivery = self.mention()
        return await self.send(message, delivery)

    async def send(self, message: Message, delivery: Delivery) -> float:
        """Deliver a question; gives the microseconds until it was acknowledged."""
        self._asked[message.ts] = perf_counter()
        return await acknowledged(lambda: self._sandbox.deliveries.send(delivery))

    async def paced(self, questions: int, a_second: float) -> Timing:
        """Ask at a pace, whatever becomes of the questions; gives how long the replies took."""
        begun = perf_counter()
        asked = []
        for number in range(questions):
            await asyncio.sleep(max(0.0, begun + number / a_second - perf_counter()))
            asked.append(asyncio.create_task(self.ask()))
        await asyncio.gather(*asked)
        await self.all_answered()
        return self.replies()

    async def burst(self, questions: int) -> float:
        """Ask all at once; gives the seconds until the last was answered.

        What is not acknowledged in time is delivered again, as Slack does it.
        """
        self._sandbox.deliveries.held = None
        begun = perf_counter()
        for _ in range(questions):
            self._asked[self._write().ts] = perf_counter()
        await self.all_answered()
        taken = perf_counter() - begun
        await self._sandbox.deliveries.idle()
        self._sandbox.deliveries.held = []
        return taken

    async def all_answered(self) -> None:
        """Wait until every question has its reply.

        Raises:
            LostError: one has none after two minutes.
        """
        try:
            await self._sandbox.until(lambda: not self.unanswered, _PATIENCE)
        except TimeoutError as error:
            raise LostError(f"{self.unanswered} questions have no reply") from error

    @property
    def unanswered(self) -> int:
        """How many questions wait for their reply."""
        return len(self._asked) - len(self._answered)

    def replies(self) -> Timing:
        """How long the replies since the last look took to arrive."""
        taken = (self._answered[ts] - asked for ts, asked in self._asked.items())
        timing = Timing(tuple(_MICROSECONDS * seconds for seconds in taken))
        self.forget()
        return timing

    def forget(self) -> None:
        """Look for no reply to what was asked so far."""
        self._asked.clear()
        self._answered.clear()

    def _note(self, happening: Happening) -> None:
        """Note the first reply to a question; a second one is not looked for here."""
        event = happening.event
        if event.get("bot_id") and event.get("thread_ts") in self._asked:
            self._answered.setdefault(event["thread_ts"], perf_counter())


async def acknowledged(act: Callable[[], Awaitable[Answer]]) -> float:
    """Do something that is delivered; gives the microseconds until it was acknowledged.

    Raises:
        LostError: it was not.
    """
    begun = perf_counter()
    answer = await act()
    taken = perf_counter() - begun
    if not answer.is_heard:
        raise LostError(f"not acknowledged: {answer.status} {answer.fault}")
    return _MICROSECONDS * taken
