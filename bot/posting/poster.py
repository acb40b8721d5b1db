"""Looks from time to time what is due, and posts it; any number of processes may do so."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.delivery import Clock
from bot.delivery.ledger import Ledger
from bot.delivery.outgoing import Outgoing
from bot.delivery.sending.faults import described
from bot.digest.sets import title_of
from bot.pipeline import Muster
from bot.posting.composing import compose_all
from bot.posting.refusals import pause_refused
from bot.posting.settling import OutrunError, Settlement, settle, settlement, unposted
from bot.posting.wanted import Wanted, by_place, recalled, wanted_now
from db.delivery import Post
from db.digest import Follow
from db.session import Connection, Engine

MayPost = Callable[[Connection, str, str], bool | None]
"""Whether digests may be posted in a place of a workspace; None where nobody can say now."""

_AT_ONCE = 200  # digests composed together: one after another would read the figures anew each time

_log = logging.getLogger(__name__)


class Poster:
    """Posts each digest once: whoever writes the row of (follow, slot) first sends it.

    `said` is an engine that reads what is kept of Slack; `send` sends a post whose lease is ours.
    """

    def __init__(
        self,
        ledger: Ledger,
        said: Engine,
        muster: Muster,
        clock: Clock,
        send: Callable[[Post, Outgoing], Awaitable[None]],
        may_post: MayPost = lambda _conn, _workspace, _place: True,
    ) -> None:
        self._ledger = ledger
        self._said = said
        self._muster = muster
        self._clock = clock
        self._send = send
        self.may_post = may_post
        self._within: dict[str, Muster] = {}
        self._unreadable: set[tuple[int, str]] = set()

    async def look(self) -> None:
        """Post what is due now, and deal with what Slack did not take."""
        wanted = await asyncio.to_thread(self._wanted)
        for one in wanted:
            if one.due.slot is None:
                await self._write(unposted(one))
        left = by_place([one for one in wanted if one.due.slot])
        while left:
            batch, left = _batch(left)
            for settled in await asyncio.to_thread(self._settlements, batch):
                began = self._ledger.now
                if await self._write(settled):
                    next_at = began + self._ledger.timing.pace
                    await asyncio.sleep(max(0.0, next_at - self._ledger.now))
        await self._ledger.write(pause_refused, self._ledger.now, self._title)

    async def keep_looking(self) -> None:
        """Look from time to time, until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as fault:  # noqa: BLE001 - the store may be back at the next look
                _log.error("No digest was looked for: %s", described(fault))
            await asyncio.sleep(self._ledger.timing.tick)

    def _wanted(self) -> list[Wanted]:
        with self._said.connect() as conn:
            return list(wanted_now(conn, self._clock(), self._note_unreadable))

    def _settlements(self, places: Sequence[Sequence[Wanted]]) -> list[Settlement]:
        """Compose what is due at some places; what may not be posted is settled without a post."""
        may = {_place(place[0]): self._may_be_posted(place[0].follow) for place in places}
        allowed = [place for place in places if may[_place(place[0])]]
        with self._said.connect() as conn:
            wanted = recalled(conn, [one for place in allowed for one in place])
        composed = compose_all(wanted, self._muster_of)
        found = [[composed.get(one.follow.id) for one in place] for place in allowed]
        parts = [[one for one in place if one] for place in found]
        refused = [place for place in places if may[_place(place[0])] is False]
        return [
            *(settlement(place, self._ledger.now) for place in parts if place),
            *(unposted(one) for place in refused for one in place),
        ]

    async def _write(self, one: Settlement) -> bool:
        """Write it down, and send what it says; False where nothing is posted."""
        now = self._ledger.now
        until = now + self._ledger.timing.lease
        try:
            post = await self._ledger.write(settle, one, now, until)
        except OutrunError:
            return False
        if post is None or one.outgoing is None:
            return False
        await self._send(post, one.outgoing)
        return True

    def _title(self, workspace: str, watches: str) -> str:
        return title_of(watches, self._muster_of(workspace).knowledge().directory.names)

    def _muster_of(self, workspace: str) -> Muster:
        """The figures as a workspace sees them."""
        if workspace not in self._within:
            self._within[workspace] = self._muster.within(workspace)
        return self._within[workspace]

    def _may_be_posted(self, follow: Follow) -> bool | None:
        with self._said.connect() as conn:
            may = self.may_post(conn, follow.workspace, follow.place)
        if not may:
            why = "now, for nobody says who reads it" if may is None else "there"
            _log.warning("Follow %d is due where nothing may be posted %s.", follow.id, why)
        return may

    def _note_unreadable(self, follow: Follow, error: ValueError) -> None:
        """Log what cannot be read, once."""
        if (follow.id, follow.schedule) not in self._unreadable:
            self._unreadable.add((follow.id, follow.schedule))
            _log.error("Follow %d: %s", follow.id, error)


def _place(one: Wanted) -> tuple[str, str]:
    return one.follow.workspace, one.follow.place


def _batch(
    places: list[tuple[Wanted, ...]],
) -> tuple[list[tuple[Wanted, ...]], list[tuple[Wanted, ...]]]:
    """As many places as are composed together, and the rest."""
    count, size = 0, 0
    while count < len(places) and (not count or size + len(places[count]) <= _AT_ONCE):
        size += len(places[count])
        count += 1
    return places[:count], places[count:]
