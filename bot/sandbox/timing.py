"""The time in a sandbox: the real one, or one that a test moves by hand."""

import asyncio
import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Protocol, TypeAlias

Work: TypeAlias = Callable[[], object]


class Time(Protocol):
    """What the sandbox needs of a clock."""

    def now(self) -> datetime:
        """Give this moment, with its time zone."""

    def call_later(self, seconds: float, work: Work) -> None:
        """Do something after some seconds."""


class RealTime:
    """The time of this machine, as far from now as `offset` says."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset

    def now(self) -> datetime:
        """Give this moment where the process runs."""
        return datetime.now().astimezone() + self._offset

    def call_later(self, seconds: float, work: Work) -> None:
        """Let the event loop do it."""
        asyncio.get_running_loop().call_later(seconds, work)


class ManualTime:
    """A time that stands still until `advance`; a test's clock."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._number = count()
        self._due: list[tuple[datetime, int, Work]] = []

    def now(self) -> datetime:
        """Give the moment it stands at."""
        return self._now

    def call_later(self, seconds: float, work: Work) -> None:
        """Keep it until the time has come."""
        due = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._due, (due, next(self._number), work))

    def advance(self, seconds: float) -> None:
        """Let time pass, doing in order what falls due."""
        until = self._now + timedelta(seconds=seconds)
        while self._due and self._due[0][0] <= until:
            self._now, _, work = heapq.heappop(self._due)
            work()
        self._now = until


class Stamps:
    """The ts of messages: seconds and microseconds, each greater than the one before."""

    def __init__(self, time: Time) -> None:
        self._time = time
        self._last = 0

    def next(self) -> str:
        """Give the ts of a message written now."""
        microseconds = int(self._time.now().timestamp() * 1_000_000)
        self._last = max(microseconds, self._last + 1)
        seconds, rest = divmod(self._last, 1_000_000)
        return f"{seconds}.{rest:06d}"
