"""What may go wrong on the way to Slack and back, when a test or a visitor wants it to."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.wire import Json

RESPONSE_URL = "response_url"
"""The name that faults know response_urls by."""
UPLOAD = "upload"
"""The name that faults know the addresses by where files are brought."""


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong with one call.

    `is_carried_out` says whether Slack does what was asked all the same; `status` 0 cuts the
    connection instead of answering. It is answered with a JSON object, or else with some text.
    """

    is_carried_out: bool
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    answer: Json | None = None
    text: str = ""

    def response(self) -> web.Response:
        """What the app is answered."""
        if self.answer is not None:
            return web.json_response(self.answer, status=self.status, headers=self.headers)
        return web.Response(status=self.status, headers=self.headers, text=self.text)

    @property
    def error(self) -> str:
        """What went wrong, in a word."""
        status = f"HTTP {self.status}" if self.status else "connection cut"
        return str((self.answer or {}).get("error", status))


def rate_limited(seconds: float | str | None = 1) -> Fault:
    """Slack wants to be left in peace for some seconds; None where it does not say how many."""
    headers = {} if seconds is None else {"Retry-After": str(seconds)}
    answer = {"ok": False, "error": "ratelimited"}
    return Fault(is_carried_out=False, status=429, headers=headers, answer=answer)


def server_error(status: int = 500, text: str = "", *, is_carried_out: bool = False) -> Fault:
    """Slack breaks, before or after it did what was asked."""
    return Fault(is_carried_out, status, text=text)


def lost_reply() -> Fault:
    """Slack does what was asked, and the app never hears of it."""
    return Fault(is_carried_out=True)


def lost_call() -> Fault:
    """The call never arrives."""
    return Fault(is_carried_out=False)


def refusal(error: str) -> Fault:
    """Slack says no."""
    return Fault(is_carried_out=False, status=200, answer={"ok": False, "error": error})


class Faults:
    """Which faults are to come, by method."""

    def __init__(self) -> None:
        self._next: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._gates: dict[str, Gate] = {}

    def inject(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, one fault each, in order."""
        self._next[method].extend(faults)

    def clear(self) -> None:
        """Let everything go well from now on."""
        self._next.clear()

    def take(self, method: str) -> Fault | None:
        """Give the fault of this call, None where it goes well."""
        return self._next[method].popleft() if self._next[method] else None

    @asynccontextmanager
    async def holding(self, method: str) -> "AsyncIterator[Gate]":
        """Let calls of a method wait at a gate, unanswered, until the block is left."""
        gate = self._gates[method] = Gate()
        try:
            yield gate
        finally:
            del self._gates[method]
            gate.open.set()

    async def pass_gate(self, method: str) -> None:
        """Wait where calls are held."""
        if gate := self._gates.get(method):
            gate.waiting += 1
            gate.knocked.set()
            await gate.open.wait()


@dataclass
class Gate:
    """Where calls wait: `knocked` is set once one does, `waiting` counts them."""

    open: asyncio.Event = field(default_factory=asyncio.Event)
    knocked: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: int = 0
