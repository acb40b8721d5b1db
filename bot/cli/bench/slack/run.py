"""The steps of a run: acknowledgements, replies while rows are loaded, and a burst."""

import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.cli.bench.measures import Measure, Target
from bot.cli.bench.slack.asking import Asking, acknowledged
from bot.cli.bench.slack.processes import Process, pin, running
from bot.cli.bench.slack.rates import Rates
from bot.cli.bench.timing import Timing
from bot.listeners.guard import PATH
from bot.listeners.listen import COMMAND
from bot.reply.slack.buttons import Press
from bot.sandbox.delivery.transport import Answer
from bot.sandbox.sandbox import LOOPBACK, Sandbox

MANIFEST = Path(__file__).parents[4] / "manifest.json"
ACKNOWLEDGING = Target(median=2_000, p99=20_000)
REPLYING = Target(p99=150_000)
_OURS, _BOTS = 0, 1  # cores
_HERE = __package__ or ""
_WARM = 100
_PACE = 50


@dataclass(frozen=True, slots=True)
class Size:
    """How much a run measures."""

    acknowledgements: int
    seconds: int
    rows: int
    burst: int


class Run:
    """A Slack with one bot in it, and the questions asked of it."""

    def __init__(self, questions: list[str], size: Size) -> None:
        self.size = size
        self.sandbox = Sandbox(json.loads(MANIFEST.read_text(encoding="utf-8")))
        self.asking = Asking(self.sandbox, questions)

    @property
    def token(self) -> str:
        """The bot's token."""
        [council] = self.sandbox.slack.workspaces.values()
        return council.installation.token if council.installation else ""

    @asynccontextmanager
    async def serving(self, *program: str, **told: str) -> AsyncIterator[Process]:
        """Run a bot that Slack calls over HTTP, on a core of its own."""
        port = _free_port()
        pin(0, _OURS)
        secret = self.sandbox.app.signing_secret
        told = {"PORT": str(port), "HOST": LOOPBACK, "SLACK_SIGNING_SECRET": secret, **told}
        async with running(_BOTS, *program, **told) as process:
            await process.line("listens")
            self.sandbox.connect(f"http://{LOOPBACK}:{port}{PATH}")
            yield process

    async def empty(self) -> list[Measure]:
        """What an empty listener takes to acknowledge."""
        async with self.serving(f"{_HERE}.empty"):
            await self._several(_WARM, self.asking.ask)
            taken = await self._several(self.size.acknowledgements, self.asking.ask)
        self.asking.forget()
        return [Measure("empty Bolt listener, event", taken)]

    async def acknowledgements(self) -> list[Measure]:
        """What Muster takes to acknowledge, answering each before the next comes."""
        await self.asking.burst(_WARM)
        self.asking.replies()
        events = await self._several(self.size.acknowledgements, self._ask_and_wait)
        replies = self.asking.replies()
        commands = await self._several(self.size.acknowledgements, self._command)
        buttons = await self._several(self.size.acknowledgements, self._press)
        return [
            Measure("event acknowledged", events, ACKNOWLEDGING),
            Measure("command acknowledged", commands, ACKNOWLEDGING),
            Measure("button acknowledged", buttons, ACKNOWLEDGING),
            Measure("reply posted, one by one", replies),
        ]

    async def under_load(self, url: str) -> tuple[Measure, float]:
        """What replies take at 50 questions a second while rows are loaded; the load's seconds."""
        rows = str(self.size.rows)
        async with running(_OURS, f"{_HERE}.importing", url, rows) as loading:
            timing = await self.asking.paced(_PACE * self.size.seconds, _PACE)
            first = float(await loading.line())
        name = f"reply posted, {_PACE} a second, while {self.size.rows:,} rows are loaded"
        return Measure(name, timing, REPLYING), first

    async def burst(self, process: Process) -> Rates:
        """How long many questions take that come at once."""
        before = process.cpu
        seconds = await self.asking.burst(self.size.burst)
        after = process.cpu
        self.asking.replies()
        cpu = after - before if after is not None and before is not None else None
        return Rates(self.size.burst, seconds, cpu)

    async def _several(self, times: int, act: Callable[[], Awaitable[float]]) -> Timing:
        return Timing(tuple([await act() for _ in range(times)]))

    async def _ask_and_wait(self) -> float:
        taken = await self.asking.ask()
        await self.asking.all_answered()
        return taken

    async def _command(self) -> float:
        session, place = self.asking.session, self.asking.channels[0]
        return await self._then_posted(
            lambda: session.command("agency rate in Assessment", place, COMMAND)
        )

    async def _press(self) -> float:
        session, posted = self.asking.session, self.sandbox.slack.posted
        on = next(one for one in posted if not one.visible_to and one.blocks)
        value = next(
            element["value"]
            for block in on.blocks
            for element in block.get("elements", ())
            if element.get("action_id") == Press.NOT_MEANT
        )
        return await self._then_posted(lambda: session.press(on, Press.NOT_MEANT, value))

    async def _then_posted(self, act: Callable[[], Awaitable[Answer]]) -> float:
        """Do something; wait until what follows from it is posted, which does not count."""
        calls = len(self.sandbox.calls)
        taken = await acknowledged(act)
        await self.sandbox.until(lambda: len(self.sandbox.calls) > calls)
        return taken


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        return int(one.getsockname()[1])
