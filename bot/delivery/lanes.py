"""One thing at a time where order matters, and many beside each other elsewhere."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager


class Lanes:
    """A queue for each key, first come first served; a lane that nobody is in takes no room."""

    def __init__(self) -> None:
        self._locks: dict[Hashable, asyncio.Lock] = {}
        self._inside: Counter[Hashable] = Counter()

    @asynccontextmanager
    async def turn(self, key: Hashable) -> AsyncIterator[None]:
        """Wait for one's turn in a lane, and hold it."""
        lock = self._locks.setdefault(key, asyncio.Lock())
        self._inside[key] += 1
        try:
            async with lock:
                yield
        finally:
            self._inside[key] -= 1
            if not self._inside[key]:
                del self._inside[key], self._locks[key]
