"""The inbox and the outbox, for an event loop: each call is done whole, in a thread."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from bot.delivery import Clock
from bot.delivery.asked import Asked
from bot.delivery.grouping import Group
from bot.delivery.outgoing import Outgoing, Reply, read_outgoing
from bot.delivery.timing import Timing
from db import delivery
from db.scope import Scope
from db.session import Connection, Engine, engine_for

_MOST = 100  # deliveries or posts taken up at one look
Leased: TypeAlias = tuple[delivery.Post, Outgoing]
"""A post that is ours to send, and what it says."""

Value = TypeVar("Value")

_SHAPES = "refused blocks"


def write_down(
    conn: Connection, workspace: str, key: str, reply: Reply, now: float, until: float
) -> list[Leased]:
    """Write down all of a reply; give its posts, leased until a moment.

    Those that were written before are left out.
    """
    for write in reply.writes:
        write(conn)
    keyed = [(one.key or f"{key} {one.part}", one) for one in reply.posts]
    posts = [
        (delivery.write(conn, workspace, name, one.written(), now, until), one)
        for name, one in keyed
    ]
    return [(post, outgoing) for post, outgoing in posts if post]


class Ledger:
    """What is taken in, answered and sent, written down before anybody is told."""

    def __init__(self, url: str, clock: Clock, timing: Timing) -> None:
        self.timing = timing
        self._clock = clock
        self._engine: Engine = engine_for(url)
        self._group = Group(self._engine)

    @property
    def now(self) -> float:
        """This moment, in seconds since 1970."""
        return self._clock().timestamp()

    async def take(self, asked: Asked) -> int | None:
        """Take a delivery in and lease it; None where it was taken in before."""
        event, message, client = asked.keys
        keys = (event, message or None, client or None)
        now = self.now
        given = (asked.team, keys, asked.written(), now, now + self.timing.lease)
        return await self._group.write(delivery.take, *given)

    async def waiting(self) -> list[delivery.Taken]:
        """Lease and give the deliveries that were left behind."""
        return await self._group.write(self._claim_waiting, self.now)

    def _claim_waiting(self, conn: Connection, now: float) -> list[delivery.Taken]:
        left = delivery.waiting(conn, now, _MOST)
        until = now + self.timing.lease
        return [taken for taken in left if delivery.claim(conn, taken.id, now, until)]

    async def answered(self, taken_id: int, asked: Asked, reply: Reply) -> list[Leased]:
        """Write down all that follows from a delivery; give the posts, leased to be sent.

        There are none where another has answered it meanwhile.
        """
        return await self._group.write(self._answer, taken_id, asked, reply)

    def _answer(self, conn: Connection, taken_id: int, asked: Asked, reply: Reply) -> list[Leased]:
        if not delivery.finish(conn, taken_id, self.now):
            return []
        now = self.now
        return write_down(conn, asked.team, asked.keys[0], reply, now, now + self.timing.lease)

    async def due(self, unless: set[int]) -> list[Leased]:
        """Lease and give the posts that were left behind or are to be sent again."""
        return await self._group.write(self._lease_due, self.now, unless)

    def _lease_due(self, conn: Connection, now: float, unless: set[int]) -> list[Leased]:
        until = now + self.timing.lease
        left = [one for one in delivery.due(conn, now, _MOST) if one not in unless]
        posts = [delivery.lease(conn, one, now, until) for one in left]
        return [(post, read_outgoing(post.payload)) for post in posts if post]

    async def renew(self, post: delivery.Post, seconds: float) -> bool:
        """Hold a post for some seconds more; False where another holds it by now."""
        return await self._group.write(delivery.renew, post.id, post.attempts, self.now + seconds)

    async def sent(self, post: delivery.Post, ts: str, outgoing: Outgoing) -> None:
        """Note that a post arrived, and let a thread opened on it go on from there."""
        await self._group.write(self._sent, post, ts, outgoing)

    def _sent(self, conn: Connection, post: delivery.Post, ts: str, outgoing: Outgoing) -> None:
        now = self.now
        delivery.settle(conn, post.id, now, done_at=now, ts=ts)
        if ts and outgoing.thread:
            scope = Scope(post.workspace)
            delivery.open_on(conn, scope, outgoing.channel, outgoing.thread, ts)

    async def give_up(self, post: delivery.Post, refused: str) -> None:
        """Note that a post will not be sent again, and why."""
        now = self.now
        await self._group.write(delivery.settle, post.id, now, done_at=now, refused=refused[:80])

    async def put_off(self, post: delivery.Post, seconds: float) -> None:
        """Let a post be sent again in some seconds, by anyone."""
        await self._group.write(delivery.settle, post.id, self.now + seconds)

    async def abandon(self, workspace: str) -> tuple[int, int]:
        """Answer and send no more of what waits for a workspace; gives how much that was."""
        return await self._group.write(self._abandon, workspace)

    def _abandon(self, conn: Connection, workspace: str) -> tuple[int, int]:
        now = self.now
        questions = delivery.finish_all(conn, workspace, now)
        return questions, delivery.settle_all(conn, workspace, now, refused="not_installed")

    async def is_allowed(self, workspace: str, channel: str) -> bool:
        """Whether an admin opened a channel to people from outside the workspace."""
        scope = Scope(workspace)
        return await self._group.write(delivery.is_shared_channel_allowed, scope, channel)

    async def refused(self, workspace: str) -> set[str]:
        """Give what the workspace is known to refuse in a message."""
        scope = Scope(workspace)
        found = await self._group.write(delivery.preferences, scope, _SHAPES, [workspace])
        return set(filter(None, found.get(workspace, "").split(",")))

    async def remember_refused(self, workspace: str, uses: set[str]) -> None:
        """Keep what the workspace refuses in a message."""
        scope = Scope(workspace)
        await self._group.write(delivery.prefer, scope, _SHAPES, workspace, ",".join(sorted(uses)))

    async def write(self, work: Callable[..., Value], *given: Any) -> Value:
        """Do some work in a transaction, after its connection given what else is given."""
        return await self._group.write(work, *given)

    async def close(self) -> None:
        """Let what is being written be written, and give the connections back."""
        await self._group.close()
        self._engine.dispose()
