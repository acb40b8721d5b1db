"""Which follows want something now, those of one place and moment together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby

from bot.digest.gather import council_of
from bot.digest.prepare import not_told
from bot.digest.slots import Due, Slot, due, schedule_of
from bot.digest.watched import Memory
from db.digest import Follow, deliveries, follows_of_all, recall_all
from db.scope import Scope
from db.session import Connection


@dataclass(frozen=True, slots=True)
class Wanted:
    """A follow, what is due of it, and what it remembers, empty until it is recalled.

    `due.missed` are to be told; `unsettled` are those of them that nobody has settled yet.
    """

    follow: Follow
    due: Due
    unsettled: tuple[Slot, ...] = ()
    memory: Memory = field(default_factory=Memory)

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
    found = [(one, wants) for one, wants in _due(conn, now, unreadable) if wants]
    for one, wants in found:
        before = not_told(deliveries(conn, Scope(one.workspace), one.id))
        told = replace(wants, missed=(*before, *wants.missed))
        yield Wanted(one, told, wants.missed)


def recalled(conn: Connection, wanted: Sequence[Wanted]) -> list[Wanted]:
    """Give the same with what each follow remembers."""
    known = recall_all(conn, [one.follow.id for one in wanted])
    return [replace(one, memory=Memory(*known[one.follow.id])) for one in wanted]


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
    """Give those that go into one post together: of one place, at one moment.

    Places that follow one council stand beside each other, so that it is read once.
    """
    found = [tuple(group) for _, group in groupby(sorted(wanted, key=_key), key=_key)]
    return sorted(
        found, key=lambda place: (_key(place[0])[:2], council_of(place[0].follow.watches))
    )


def _key(one: Wanted) -> tuple[float, str, str]:
    at = one.due.slot.at.timestamp() if one.due.slot else 0.0
    return at, one.follow.workspace, one.follow.place
