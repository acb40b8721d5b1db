"""Looking for corrections whenever something was loaded, taken back or put in again."""

import asyncio
import logging

from bot.corrections.telling import Telling
from bot.delivery import Clock
from bot.delivery.sending.faults import described
from bot.pipeline import Muster
from db.delivery import prefer, preferences, recording
from db.scope import Scope
from db.session import Engine

EVERY = 5.0
"""Seconds between two looks whether anything has changed."""

LATER = 60.0
"""Seconds after which it is looked once more: an answer may have been under way meanwhile."""

_EVERYBODY, _NAME, _STORE = Scope(), "corrected until", "store"

_log = logging.getLogger(__name__)


class Watching:
    """Sees that the store is another than it was, also when that happened before a restart."""

    def __init__(self, muster: Muster, telling: Telling, engine: Engine, clock: Clock) -> None:
        self._muster, self._telling, self._engine, self._clock = muster, telling, engine, clock
        self._seen: int | None = None
        self._later: float | None = None

    async def keep_looking(self) -> None:
        """Look from time to time, until cancelled."""
        while True:
            try:
                await asyncio.to_thread(self.look)
            except Exception as fault:  # noqa: BLE001 - the store may be back at the next look
                _log.error("No corrections were looked for: %s", described(fault))
            await asyncio.sleep(EVERY)

    def look(self) -> int:
        """Tell people of corrections where the store has changed; give how many posts."""
        generation, now = self._generation(), self._clock().timestamp()
        if self._seen is None and self._told_until() == str(generation):
            self._seen = generation
        if generation != self._seen:
            told = self._telling.tell()
            self._seen, self._later = generation, now + LATER
            return told
        if self._later is None or now < self._later:
            return 0
        told = self._telling.tell()
        self._later = None
        with recording(self._engine) as conn:
            prefer(conn, _EVERYBODY, _NAME, _STORE, str(generation))
        return told

    def _generation(self) -> int:
        with self._muster.reading() as (_, reader):
            return reader.generation()

    def _told_until(self) -> str:
        with recording(self._engine) as conn:
            return preferences(conn, _EVERYBODY, _NAME, [_STORE]).get(_STORE, "")
