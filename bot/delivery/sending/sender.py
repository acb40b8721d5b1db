"""Sends posts, each until it is known to have arrived or to be refused."""

import logging
from asyncio import sleep, timeout
from dataclasses import replace

from slack_sdk.errors import SlackApiError

from bot.delivery.asked import Asked
from bot.delivery.lanes import Lanes
from bot.delivery.ledger import Ledger
from bot.delivery.outgoing import Form, Outgoing, Way
from bot.delivery.sending.clients import Clients
from bot.delivery.sending.people import People
from bot.delivery.sending.slack import Calls
from bot.delivery.sending.verdict import (
    FAULTS,
    TOO_LONG,
    OverheardError,
    Sort,
    Verdict,
    code_of,
    verdict_of,
)
from db.delivery import Post

_ATTEMPTS = 8
_LONGEST_BACKOFF = 60
_BLIND = frozenset({"missing_scope", "not_in_channel", "channel_not_found", "no_permission"})
_ABSENT = frozenset({"not_in_channel", "channel_not_found", "user_not_in_channel"})
_CHANNELS = ("C", "G")  # so the ids of channels begin, and not those of messages to few
_IN_HISTORY = frozenset({Way.CHANNEL, Way.PICTURE, Way.FILE})  # where it is looked for
_CLOSED = _ABSENT | {"is_archived", "shared_channel"}
_TOO_LATE = frozenset({"expired_trigger_id", "invalid_trigger_id", "trigger_expired"})

_log = logging.getLogger(__name__)


class Sender:
    """Sends one post at a time to each conversation, which is as fast as Slack takes them."""

    def __init__(self, ledger: Ledger, clients: Clients, people: People) -> None:
        self._ledger = ledger
        self._clients = clients
        self._people = people
        self._timing = ledger.timing
        self._lanes = Lanes()
        self._refused: dict[str, set[str]] = {}
        self.held: set[int] = set()

    async def send(self, post: Post, outgoing: Outgoing) -> None:
        """Send a post whose lease is ours; what Slack answers is kept and logged, not raised."""
        leased_at = self._ledger.now
        self.held.add(post.id)
        try:
            async with self._lanes.turn((post.workspace, outgoing.channel or outgoing.person)):
                if post.attempts > _ATTEMPTS:
                    await self._ledger.give_up(post, "too many attempts")
                elif await self._is_ours(post, leased_at):
                    await self._send(post, outgoing)
        finally:
            self.held.discard(post.id)

    async def show_status(self, asked: Asked) -> None:
        """Show that an answer takes longer than usual, where Slack lets us."""
        try:
            await (await self._calls(asked.team)).show_status(asked)
        except FAULTS as fault:
            _log.warning("No status was shown: %s", verdict_of(fault).code)

    async def leave(self, team: str, at: float) -> None:
        """Say no more in a workspace that removed Muster at a moment (seconds since 1970)."""
        if not await self._clients.leave(team, at):
            _log.info("Workspace %s has Muster again since it was removed.", team)
            return
        questions, posts = await self._ledger.abandon(team)
        _log.warning(
            "Workspace %s removed Muster: %d questions, %d posts dropped.", team, questions, posts
        )

    async def _is_overheard(self, team: str, channel: str) -> bool:
        """Whether another organisation reads a channel, and no admin has allowed that."""
        if not channel.startswith(_CHANNELS) or not await self._people.reads_outside(team, channel):
            return False
        return not await self._ledger.is_allowed(team, channel)

    async def _calls(self, team: str) -> Calls:
        return Calls(await self._clients.of(team))

    async def _is_ours(self, post: Post, leased_at: float) -> bool:
        """Whether the lease, or a new one, lasts until the post is sent."""
        left = leased_at + self._timing.lease - self._ledger.now
        return left > self._timing.send or await self._ledger.renew(post, self._timing.lease)

    async def _send(self, post: Post, outgoing: Outgoing) -> None:
        # A wait keeps its turn: the next post to this conversation would be told to wait as well.
        while (wait := await self._step(post, outgoing)) is not None:
            if not await self._ledger.renew(post, wait + self._timing.lease):
                return
            await sleep(wait)

    async def _step(self, post: Post, outgoing: Outgoing) -> float | None:
        """Send once; gives the seconds to wait before it is sent again here, if it is."""
        try:
            async with timeout(self._timing.send):
                ts = await self._deliver(post, outgoing)
        except FAULTS as fault:
            return await self._settle(post, outgoing, verdict_of(fault))
        await self._ledger.sent(post, ts, outgoing)
        return None

    async def _deliver(self, post: Post, outgoing: Outgoing) -> str:
        if outgoing.unasked and await self._is_overheard(post.workspace, outgoing.channel):
            raise OverheardError
        calls = await self._calls(post.workspace)
        if post.attempts > 1 and outgoing.way in _IN_HISTORY:
            found = await self._found(calls, post, outgoing)
            if found is not None:
                return found
        if outgoing.way is Way.PICTURE:
            await calls.upload(outgoing, post.key)
            return ""
        return await self._best_form(calls, post, outgoing)

    async def _found(self, calls: Calls, post: Post, outgoing: Outgoing) -> str | None:
        """The ts of the post where it arrived before, as far as Slack lets us look."""
        try:
            return await calls.find(outgoing, post.key, post.written_at)
        except SlackApiError as fault:
            if code_of(fault) == "thread_not_found":
                return None
            if code_of(fault) not in _BLIND:
                raise
            _log.warning("%s may be posted twice: %s", post.key, code_of(fault))
            return None

    async def _best_form(self, calls: Calls, post: Post, outgoing: Outgoing) -> str:
        """Post the first form that Slack takes, and remember what it does not take here."""
        known = await self._refused_in(post.workspace)
        forms = [form for form in outgoing.forms if known.isdisjoint(form.uses)] or [Form([])]
        tried: set[str] = set()
        for form in forms:
            try:
                ts = await calls.post(outgoing, post.key, form.blocks)
            except FAULTS as fault:
                verdict = verdict_of(fault)
                if verdict.sort is not Sort.BLOCKS or form is forms[-1]:
                    raise
                tried |= set() if verdict.code == TOO_LONG else set(form.uses)
            else:
                # Where only text is taken the fault is the message's and not the workspace's.
                await self._learn(post.workspace, tried - set(form.uses) if form.blocks else set())
                return ts
        raise AssertionError("there is a last form")

    async def _refused_in(self, workspace: str) -> set[str]:
        if workspace not in self._refused:
            self._refused[workspace] = await self._ledger.refused(workspace)
        return self._refused[workspace]

    async def _learn(self, workspace: str, uses: set[str]) -> None:
        if uses:
            self._refused[workspace] |= uses
            await self._ledger.remember_refused(workspace, self._refused[workspace])

    async def _settle(self, post: Post, outgoing: Outgoing, verdict: Verdict) -> float | None:
        """Decide what becomes of a post that failed."""
        too_late = self._ledger.now - post.written_at > self._timing.trying
        if verdict.sort is Sort.WAIT and not too_late:
            return verdict.wait
        if another := _another_way(outgoing, verdict):
            return await self._step(post, another)
        unsure = verdict.sort in {Sort.UNSURE, Sort.LOST}
        if not unsure or too_late:
            _log.error("%s was not posted: %s", post.key, verdict.code)
            await self._ledger.give_up(post, verdict.code)
            return None
        _log.warning("%s may have been posted: %s", post.key, verdict.code)
        backoff = min(2.0 ** (post.attempts - 1), _LONGEST_BACKOFF)
        lost = verdict.sort is Sort.LOST
        await self._ledger.put_off(post, self._timing.lease if lost else backoff)
        return None


def _alone(outgoing: Outgoing) -> Outgoing:
    """The same to the person alone: Slack takes a person for the messages with them."""
    return replace(outgoing, channel=outgoing.person, thread_ts="")


def _another_way(outgoing: Outgoing, verdict: Verdict) -> Outgoing | None:
    """The other way to say something, where it was not tried before.

    Where no picture is taken, its chart is cut to what Slack draws itself.
    """
    if outgoing.way is Way.PICTURE and verdict.sort is Sort.REFUSED:
        return replace(outgoing, way=Way.CHANNEL)
    elsewhere = outgoing.person not in {"", outgoing.channel}
    if outgoing.unasked and elsewhere and verdict.code in _CLOSED:
        return _alone(outgoing)
    if not outgoing.response_url:
        return None
    if outgoing.way is Way.OPEN and verdict.code in _TOO_LATE:
        return replace(outgoing, way=Way.PRIVATE, forms=outgoing.forms[1:])
    if outgoing.way in {Way.PRIVATE, Way.REPLACE} and verdict.sort is Sort.GONE:
        return replace(outgoing, way=Way.EPHEMERAL, response_url="")
    absent = outgoing.way is Way.EPHEMERAL and verdict.code in _ABSENT
    return replace(outgoing, way=Way.PRIVATE) if absent else None
