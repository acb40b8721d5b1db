"""A Monday: who is due, what each of them remembers, what is held, and what is said."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import process_time

from bot.digest.gather import Gathering
from bot.digest.prepare import Prepared, prepare
from bot.digest.sharing import Sharing
from bot.digest.slots import Due, due, schedule_of
from bot.digest.watched import Memory
from bot.pipeline import Muster
from db.digest import Follow, follows, recall_all
from db.scope import Scope
from db.session import Connection, Engine

_Wanted = dict[str, list[tuple[Follow, Due]]]
"""What is due, by what is watched."""


@dataclass(slots=True)
class Told:
    """What a Monday came to, and what each part of it took in seconds of the processor."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    digests: int = 0
    watched: int = 0

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Count what is done within to a stage."""
        start = process_time()
        try:
            yield
        finally:
            self.seconds[stage] += process_time() - start

    @property
    def total(self) -> float:
        """All of them."""
        return sum(self.seconds.values())


class Monday:
    """Follows that may be due, and the store that they watch."""

    def __init__(self, muster: Muster, engine: Engine, scope: Scope) -> None:
        self._muster = muster
        self.engine = engine
        self.scope = scope

    def measured(self, now: datetime) -> Told:
        """What telling everybody at a moment takes; the names are known before, as in a bot."""
        self._muster.knowledge()
        told = Told()
        told.digests = sum(1 for _ in self.digests(now, told))
        return told

    def digests(self, now: datetime, told: Told) -> Iterator[tuple[Follow, Prepared]]:
        """Prepare what is due, those of a council together."""
        with self._muster.looking(now.date()) as (_, facts), self.engine.connect() as conn:
            with told.during("who is due"):
                wanted = self._due(conn, now)
            told.watched = len(wanted)
            gathering = Gathering(facts)
            portions = gathering.portions(wanted)
            while portion := _next(portions, told):
                yield from _prepared(portion, wanted, gathering, conn, told)

    def close(self) -> None:
        """Give the connections back."""
        self._muster.close()
        self.engine.dispose()

    def _due(self, conn: Connection, now: datetime) -> _Wanted:
        wanted: _Wanted = defaultdict(list)
        for one in follows(conn, self.scope):
            found = due(schedule_of(one.schedule), datetime.fromtimestamp(one.since, UTC), now)
            if found.slot:
                wanted[one.watches].append((one, found))
        return wanted


def _next(portions: Iterator[list[str]], told: Told) -> list[str] | None:
    with told.during("reading what is held"):
        return next(portions, None)


def _prepared(
    portion: Sequence[str], wanted: _Wanted, gathering: Gathering, conn: Connection, told: Told
) -> Iterator[tuple[Follow, Prepared]]:
    with told.during("reading what each was told"):
        known = recall_all(conn, [one.id for watches in portion for one, _ in wanted[watches]])
    sharing = Sharing()
    for watches in portion:
        with told.during("looking into each series"):
            title, watching = gathering.watching(watches)
        with told.during("choosing and wording"):
            found = [
                (
                    one,
                    prepare(
                        title, watching, Memory(*known[one.id]), its, composing=sharing.compose
                    ),
                )
                for one, its in wanted[watches]
            ]
        yield from ((one, ready) for one, ready in found if ready)
