"""What was last answered where, so that a follow-up can build on it."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.query.query import Query


@dataclass(frozen=True, slots=True)
class Thread:
    """Questions that build on each other.

    `ts` is the thread's; for questions outside a thread it is the person who asks them.
    """

    team: str
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The last query answered in a thread, and when."""

    query: Query
    at: datetime


class Threads(Protocol):
    """Where answered queries are kept."""

    async def last(self, thread: Thread) -> Answered | None:
        """Give what was last answered in a thread; None where nothing was, or it is forgotten."""

    async def keep(self, thread: Thread, answered: Answered) -> None:
        """Keep what was answered in place of what was before."""


class ThreadsInMemory:
    """The threads used last, in this process alone: a restart forgets them."""

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._kept: OrderedDict[Thread, Answered] = OrderedDict()

    async def last(self, thread: Thread) -> Answered | None:
        """Give what was last answered in a thread, which is then the last to be forgotten."""
        if thread in self._kept:
            self._kept.move_to_end(thread)
        return self._kept.get(thread)

    async def keep(self, thread: Thread, answered: Answered) -> None:
        """Keep it, and forget the thread that nobody has used for longest."""
        self._kept[thread] = answered
        self._kept.move_to_end(thread)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
