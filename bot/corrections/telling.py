"""Finding the figures that have changed since people were given them, and telling those."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import chain

from bot.corrections.comparing import Changed, changed, known_of
from bot.corrections.figures import held
from bot.corrections.words import lines_of
from bot.delivery import Clock
from bot.delivery.ledger import write_down
from bot.delivery.outgoing import Form, Outgoing, Reply, Way
from bot.pipeline import Muster
from bot.reply.blocks import blocks_of, fallback_text
from db import corrections
from db.delivery import recording
from db.scope import Scope
from db.session import Engine

DAYS = 366
"""How long a figure is remembered for those who were given it."""

_DAY = 86_400


class Telling:
    """Tells every place of what has changed there, each change once, through the outbox.

    `within` gives Muster as a workspace sees it; `engine` writes where deliveries are kept.
    """

    def __init__(self, within: Callable[[str], Muster], engine: Engine, clock: Clock) -> None:
        self._within, self._engine, self._clock = within, engine, clock

    def tell(self) -> int:
        """Look at all that people were given; give how many posts were written."""
        with recording(self._engine) as conn:
            found = corrections.workspaces(conn)
        return sum(self._tell(Scope(workspace)) for workspace in found)

    def _tell(self, scope: Scope) -> int:
        places: dict[str, list[Changed]] = defaultdict(list)
        for one in self._changed(scope):
            places[one.known.place].append(one)
        return sum(self._post(scope, changes) for changes in places.values())

    def _changed(self, scope: Scope) -> list[Changed]:
        """What is no longer as people in the workspace know it."""
        since = self._clock().timestamp() - DAYS * _DAY
        with recording(self._engine) as conn:
            given, told = (
                corrections.given(conn, scope, since),
                corrections.corrections(conn, scope),
            )
        known = list(known_of(given, told))
        with self._within(scope.workspace).looking(self._clock().date()) as (_, facts):
            now = held({one.about for one in known}, facts)
        found = (changed(one, now.get(one.about, ())) for one in known)
        return [one for one in found if one]

    def _post(self, scope: Scope, changes: Sequence[Changed]) -> bool:
        """Write the post of one place, of what no other process has told there."""
        now = self._clock().timestamp()
        with recording(self._engine) as conn:
            ours = [
                one
                for one in changes
                if corrections.tell(conn, scope, one.correction._replace(told_at=now))
            ]
            if ours:
                write_down(conn, scope.workspace, _key(scope, ours), _reply(ours), now, now)
        return bool(ours)


def _key(scope: Scope, changes: Sequence[Changed]) -> str:
    told = ((one.correction.about, str(one.correction.nth)) for one in changes)
    return " ".join(
        ("correction", scope.workspace, changes[0].known.place, *chain.from_iterable(told))
    )


def _reply(changes: Sequence[Changed]) -> Reply:
    first, lines = changes[0].known, lines_of(changes)
    return Reply(
        (
            Outgoing(
                way=Way.CHANNEL,
                channel=first.channel,
                person=first.person,
                text=fallback_text(lines),
                forms=[Form(blocks_of(lines)), Form([])],
                thread_ts=first.thread,
                unasked=True,
            ),
        )
    )
