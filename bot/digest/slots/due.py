"""Which slot of a schedule is due: one function of two moments, and the only scheduler there is.

A slot is known by its local date. So the hour that comes twice in October holds one slot, its first
time; and a time that the clocks leave out in March is an hour later that day (PEP 495: the time is
read with the offset from before the change).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.digest.slots.schedule import Cadence, Schedule

PROMPT = timedelta(minutes=15)
"""A digest that comes later than this says so."""
GRACE = timedelta(hours=6)
"""A slot missed by so much is not sent any more."""
_WEEK = 7
_FURTHEST = 35
"""Days looked back: two slots of a month lie no further apart."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One time at which a digest is wanted: its local date, which is its key, and the moment."""

    key: str
    at: datetime

    @property
    def day(self) -> date:
        """The local date."""
        return date.fromisoformat(self.key)


@dataclass(frozen=True, slots=True)
class Due:
    """What a schedule wants at a moment: a slot to send, and those that went by unsent.

    `late` says that it comes later than a reader would expect.
    """

    slot: Slot | None = None
    late: bool = False
    missed: tuple[Slot, ...] = ()


@lru_cache(maxsize=1_000)  # many follows are settled at one moment
def due(schedule: Schedule, since: datetime, now: datetime) -> Due:
    """Give what is due now of the slots after `since`: the newest settled, or the follow's start.

    Both moments have a time zone. Slots more than five weeks back are forgotten.
    """
    slots = _slots(schedule, since, now)
    if not slots:
        return Due()
    newest, behind = slots[-1], now - slots[-1].at
    if behind >= GRACE:
        return Due(missed=tuple(slots))
    return Due(newest, late=behind >= PROMPT, missed=tuple(slots[:-1]))


def _slots(schedule: Schedule, since: datetime, now: datetime) -> list[Slot]:
    """The slots after one moment and up to another, oldest first."""
    zone = ZoneInfo(schedule.zone)
    found: list[Slot] = []
    for day in _days_back(schedule, now.astimezone(zone).date()):
        slot = _slot(schedule, zone, day)
        if slot.at <= since:
            break
        if slot.at <= now:
            found.append(slot)
    return found[::-1]


def _days_back(schedule: Schedule, last: date) -> Iterator[date]:
    """The days a schedule falls on, newest first; a week apart where it has one day of the week."""
    every_weekday = schedule.cadence is Cadence.WEEKDAYS
    back = 0 if every_weekday else (last.weekday() - schedule.weekday) % _WEEK
    for count in range(back, _FURTHEST + 1, 1 if every_weekday else _WEEK):
        day = last - timedelta(days=count)
        if schedule.falls_on(day):
            yield day


def _slot(schedule: Schedule, zone: ZoneInfo, day: date) -> Slot:
    local = datetime.combine(day, schedule.at, zone)
    return Slot(day.isoformat(), local.astimezone(UTC))
