"""Who somebody is and who reads a channel, as Slack knows them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from enum import Enum
from functools import partial
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.delivery import Clock
from bot.delivery.sending.clients import Clients
from bot.delivery.sending.verdict import FAULTS, verdict_of

_KEPT = 600.0  # seconds
_MOST_KEPT = 20_000

Value = TypeVar("Value")
_Told: TypeAlias = dict[str, Any] | None
_Ask: TypeAlias = Callable[[AsyncWebClient], Awaitable[AsyncSlackResponse]]

_log = logging.getLogger(__name__)


class Profile(NamedTuple):
    """Somebody by name: whether an admin of the workspace, and whether one of its own people."""

    name: str
    is_admin: bool
    is_member: bool


class Standing(Enum):
    """What somebody is to a workspace."""

    MEMBER = "one of its own"
    GUEST = "a guest"
    EXTERNAL = "of another organisation"
    UNKNOWN = "Slack does not say"


class Readers(Enum):
    """Who reads a channel."""

    OWN = "the workspace alone"
    SHARED = "another organisation too"
    GONE = "nobody that Slack knows of"
    UNKNOWN = "Slack does not say"


_NO_CHANNEL = frozenset({"channel_not_found", "not_in_channel"})


class _Known(Generic[Value]):
    """What Slack said in the last ten minutes; `otherwise` until it says something."""

    def __init__(self, otherwise: Value) -> None:
        self._otherwise = otherwise
        self._known: dict[tuple[str, str], tuple[float, Value]] = {}

    def fresh(self, team: str, key: str, now: float) -> Value | None:
        """What was said in the last ten minutes; None where nothing was."""
        until, known = self._known.get((team, key), (0.0, self._otherwise))
        return known if now < until else None

    async def of(
        self, team: str, key: str, now: float, ask: Callable[[], Awaitable[Value | None]]
    ) -> Value:
        """What Slack says; what was known before holds while it is silent."""
        told = self.fresh(team, key, now)
        if told is not None:
            return told
        told = await ask()
        if told is None:
            return self._known.get((team, key), (0.0, self._otherwise))[1]
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        self._known[team, key] = now + _KEPT, told
        return told


class People:
    """Asks Slack about people and channels, for the threads that work out answers.

    It is made in the event loop that makes the calls. Who belongs to a workspace and whether a
    channel is shared is asked again after ten minutes; who is an admin, each time.
    """

    def __init__(self, clients: Clients, clock: Clock, patience: float) -> None:
        self._clients = clients
        self._clock = clock
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._standings = _Known(Standing.UNKNOWN)
        self._readers = _Known(Readers.UNKNOWN)

    def is_admin(self, team: str, person: str) -> bool:
        """Whether a person is an admin of the workspace; False too where Slack does not say."""
        found = self.profile(team, person)
        return found is not None and found.is_admin

    def profile(self, team: str, person: str) -> Profile | None:
        """Who somebody is; None where Slack does not say."""
        user = self._wait(self._user(team, person))
        if user is None:
            return None
        return Profile(
            str(user.get("real_name") or user.get("name") or person),
            bool(user.get("is_admin") or user.get("is_owner")),
            _standing(team, user) is Standing.MEMBER and not user.get("deleted"),
        )

    def standing(self, team: str, person: str) -> Standing:
        """What a person is to a workspace."""
        now = self._now
        ask = partial(self._standing, team, person)
        fresh = self._standings.fresh(team, person, now)
        return fresh or self._wait(self._standings.of(team, person, now, ask))

    def is_shared(self, team: str, channel: str) -> bool:
        """Whether another organisation reads a channel; True too where Slack does not say."""
        return self._wait(self.reads_outside(team, channel))

    async def reads_outside(self, team: str, channel: str) -> bool:
        """The same, for the event loop."""
        return await self._who_reads(team, channel) in {Readers.SHARED, Readers.UNKNOWN}

    def readers(self, team: str, channel: str) -> Readers:
        """Who reads a channel."""
        return self._wait(self._who_reads(team, channel))

    async def _who_reads(self, team: str, channel: str) -> Readers:
        ask = partial(self._readers_now, team, channel)
        return await self._readers.of(team, channel, self._now, ask)

    @property
    def _now(self) -> float:
        return self._clock().timestamp()

    async def _standing(self, team: str, person: str) -> Standing | None:
        user = await self._user(team, person)
        return None if user is None else _standing(team, user)

    async def _readers_now(self, team: str, channel: str) -> Readers | None:
        found = await self._channel(team, channel)
        if found is None:
            return None
        if not found:
            return Readers.GONE
        shared = found.get("is_ext_shared") or found.get("is_pending_ext_shared")
        return Readers.SHARED if shared else Readers.OWN

    async def _user(self, team: str, person: str) -> _Told:
        return await self._told(team, "user", lambda client: client.users_info(user=person))

    async def _channel(self, team: str, channel: str) -> _Told:
        return await self._told(
            team, "channel", lambda client: client.conversations_info(channel=channel)
        )

    async def _told(self, team: str, about: str, ask: _Ask) -> _Told:
        """What Slack says about somebody or something: None where nothing, {} of what is gone."""
        try:
            told = await ask(await self._clients.of(team))
        except FAULTS as fault:
            code = verdict_of(fault).code
            if code in _NO_CHANNEL:
                return {}
            _log.warning("Slack did not say who this %s is: %s", about, code)
            return None
        return told.get(about) or {}

    def _wait(self, call: Coroutine[Any, Any, Value]) -> Value:
        return asyncio.run_coroutine_threadsafe(call, self._loop).result(self._patience)


class Nobody(People):
    """Where there is no Slack to ask, as in a terminal: nothing is known of anybody."""

    def __init__(self) -> None:
        """Ask nobody."""

    def is_admin(self, team: str, person: str) -> bool:  # noqa: ARG002 - nobody is known
        """Nobody is one."""
        return False

    def profile(self, team: str, person: str) -> Profile | None:  # noqa: ARG002 - as above
        """Nobody is known."""
        return None

    def standing(self, team: str, person: str) -> Standing:  # noqa: ARG002 - as above
        """Nobody is known."""
        return Standing.UNKNOWN

    def is_shared(self, team: str, channel: str) -> bool:  # noqa: ARG002 - as above
        """As far as is known, others read it."""
        return True


def _standing(team: str, user: dict[str, Any]) -> Standing:
    if user.get("team_id", team) != team or user.get("is_stranger"):
        return Standing.EXTERNAL
    is_guest = user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_bot")
    return Standing.GUEST if is_guest else Standing.MEMBER
