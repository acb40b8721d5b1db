"""The answers being worked out after Slack was told that the question has arrived."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Running:
    """Work begun and not waited for.

    It holds on to what it starts: the event loop alone would let a task be collected unfinished.
    """

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin some work that handles its own errors."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self, seconds: float) -> int:
        """Let all of it finish, at most for some seconds; give how much was cut off."""
        try:
            async with asyncio.timeout(seconds):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        except TimeoutError:
            return await self._cut_off()
        return 0

    async def _cut_off(self) -> int:
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)
