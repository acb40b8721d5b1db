"""Which follows want something now, those of one place and moment together."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby

from bot.digest.prepare import not_told
from bot.digest.slots import Due, Slot, due, schedule_of
from bot.digest.watched import Memory
from db.digest import Follow, deliveries, follows_of_all, recall_all
from db.scope import Scope
from db.session import Connection


@dataclass(frozen=True, slots=True)
class Wanted:
    """A follow, what is due of it, and what it remembers.

    `due.missed` are to be told; `unsettled` are those of them that nobody has settled yet.
    """

    follow: Follow
    due: Due
    unsettled: tuple[Slot, ...]
    memory: Memory

    @property
    def scope(self) -> Scope:
        """The workspace, and who answers for the follow."""
        return Scope(self.follow.workspace, self.follow.owner)


def wanted_now(
    conn: Connection, now: datetime, unreadable: Callable[[Follow, ValueError], None]
) -> Iterator[Wanted]:
    """Give what is wanted at a moment.

    A follow with a schedule that cannot be read keeps no other from its own.
    """
    found = {one.id: (one, wants) for one, wants in _due(conn, now, unreadable) if wants}
    known = recall_all(conn, found)
    for one, wants in found.values():
        before = not_told(deliveries(conn, Scope(one.workspace), one.id))
        told = replace(wants, missed=(*before, *wants.missed))
        yield Wanted(one, told, wants.missed, Memory(*known[one.id]))


def _due(
    conn: Connection, now: datetime, unreadable: Callable[[Follow, ValueError], None]
) -> Iterator[tuple[Follow, Due | None]]:
    """Each follow that can be read, and what is due of it."""
    for one in follows_of_all(conn):
        try:
            found = due(schedule_of(one.schedule), datetime.fromtimestamp(one.since, UTC), now)
        except ValueError as error:
            unreadable(one, error)
        else:
            yield one, found if found.slot or found.missed else None


def by_place(wanted: Iterable[Wanted]) -> list[tuple[Wanted, ...]]:
    """Give those that go into one post together: of one place, at one moment."""
    return [tuple(group) for _, group in groupby(sorted(wanted, key=_key), key=_key)]


def _key(one: Wanted) -> tuple[float, str, str]:
    at = one.due.slot.at.timestamp() if one.due.slot else 0.0
    return at, one.follow.workspace, one.follow.place
