"""Answers what was taken in, each delivery once and those of one thread in order."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from bot.delivery.asked import ADMIN, Asked, read_asked
from bot.delivery.lanes import Lanes
from bot.delivery.ledger import Ledger
from bot.delivery.outgoing import Outgoing, Reply
from bot.delivery.running import Running
from bot.delivery.sending.faults import described
from bot.delivery.sending.sender import Sender
from db.delivery import Post

_THREADS = 2
_ADMINS = 3
_ATTEMPTS = 3  # of an answer that ends its process each time

_log = logging.getLogger(__name__)


class Worker:
    """Takes deliveries in, has them answered in a thread, and has the answers sent.

    `answer` works out a reply and may fail; `apology` is what is said then.
    """

    def __init__(
        self,
        ledger: Ledger,
        sender: Sender,
        answer: Callable[[Asked], Reply],
        apology: Callable[[Asked], Reply],
    ) -> None:
        self.running = Running()
        self._ledger = ledger
        self._sender = sender
        self._work = answer
        self._apology = apology
        self._lanes = Lanes()
        self._held: set[int] = set()
        # More would but wait for each other: answering is Python's own work nearly all of the time.
        self._threads = ThreadPoolExecutor(_THREADS, "answering")
        # A load takes seconds, and no question waits for it.
        self._admins = ThreadPoolExecutor(_ADMINS, "administering")

    async def take(self, asked: Asked) -> bool:
        """Take a delivery in and begin to answer it; False where it was taken in before.

        It is written down when this returns. An error here makes Slack deliver again.
        """
        taken = await self._ledger.take(asked)
        if taken is None:
            return False
        self.running.start(self._answer(taken, asked, 1))
        return True

    async def leave(self, team: str, at: float) -> None:
        """Drop what waits for a workspace that removed Muster at a moment."""
        await self._sender.leave(team, at)

    async def look(self) -> None:
        """Take up what was left behind: by a process that died, or by a call that failed."""
        for taken in await self._ledger.waiting():
            if taken.id not in self._held:
                asked = read_asked(taken.payload)
                self.running.start(self._answer(taken.id, asked, taken.attempts))
        for post in await self._ledger.due(self._sender.held):
            self.running.start(self.send(*post))

    async def keep_looking(self) -> None:
        """Look for what was left behind, until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as fault:  # noqa: BLE001 - the store may be back at the next look
                _log.error("Nothing was looked for: %s", described(fault))
            await asyncio.sleep(self._ledger.timing.look)

    async def send(self, post: Post, outgoing: Outgoing) -> None:
        """Send a post whose lease is ours; what fails is logged, and tried again later."""
        try:
            await self._sender.send(post, outgoing)
        except Exception as fault:  # noqa: BLE001 - it stays in the outbox and is taken up again
            _log.error("%s is to be sent later: %s", post.key, described(fault))

    async def _answer(self, taken: int, asked: Asked, attempts: int) -> None:
        self._held.add(taken)
        try:
            async with self._lanes.turn(asked.thread):
                reply = await self._reply(asked, attempts)
                posts = await self._ledger.answered(taken, asked, reply)
        except Exception as fault:  # noqa: BLE001 - it stays in the inbox and is taken up again
            _log.error("%s is to be answered later: %s", asked.keys[0], described(fault))
            return
        finally:
            self._held.discard(taken)
        await asyncio.gather(*(self.send(*post) for post in posts))

    async def _reply(self, asked: Asked, attempts: int) -> Reply:
        if attempts > _ATTEMPTS:
            return self._apology(asked)
        try:
            # One hop for reading, looking up and wording: the event loop only ever waits.
            loop = asyncio.get_running_loop()
            threads = self._admins if asked.did in ADMIN else self._threads
            work = loop.run_in_executor(threads, self._work, asked)
            done, _ = await asyncio.wait({work}, timeout=self._ledger.timing.busy)
            if not done and asked.is_direct:
                await self._sender.show_status(asked)
            return await work
        except Exception as fault:  # noqa: BLE001 - no question is left without a reply
            _log.error("%s was not answered: %s", asked.keys[0], described(fault))
            return self._apology(asked)
