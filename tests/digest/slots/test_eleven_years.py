"""Exactly one delivery a slot, whatever the clocks do and however many replicas look.

`MUSTER_SLOTS=1` makes it the long form: each of the 672 quarters of an hour of a week, around every
clock change and through all eleven years; `MUSTER_SLOTS=24` takes every 24th of them.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, Engine, text

from bot.digest.slots import Schedule, Slot, due
from db.digest import Delivered, NewFollow, Outcome, follow, settle
from db.scope import Scope

SCOPE = Scope("T1", "U1")
YEARS = range(2016, 2027)
QUARTER = timedelta(minutes=15)
LONDON = ZoneInfo("Europe/London")
SUNDAYS_AT_NIGHT = [time(hour, minute) for hour in range(4) for minute in (0, 15, 30, 45)]
LONG = "MUSTER_SLOTS" in os.environ
EVERY = int(os.environ.get("MUSTER_SLOTS", "96"))
WEEKLY = [
    Schedule(weekday=day, at=time(hour, minute))
    for day in range(7)
    for hour in range(24)
    for minute in (0, 15, 30, 45)
]
MIDNIGHT, TWICE = time(0), time(1, 30)


def ticks(start: datetime, end: datetime) -> Iterator[datetime]:
    while start <= end:
        yield start
        start += QUARTER


def clock_changes() -> list[date]:
    """Give the days on which London's clocks change, found from the zone's own offsets."""
    days = (date(YEARS[0], 1, 1) + timedelta(days=count) for count in range(366 * len(YEARS)))
    nights = [datetime.combine(day, MIDNIGHT, LONDON) for day in days if day.year in YEARS]
    return [one.date() for one, next_ in pairwise(nights) if one.utcoffset() != next_.utcoffset()]


EDGES = {"2016-01-01", "2026-12-31"}  # days of which not every hour is looked at


class Once:
    """Notes each slot once, as the unique row does; without it, as often as it is told."""

    def __init__(self, *, unique: bool = True) -> None:
        self.unique = unique
        self.settled: set[str] = set()

    def __call__(self, slot: Slot) -> bool:
        if self.unique and slot.key in self.settled:
            return False
        self.settled.add(slot.key)
        return True


def posted(
    schedule: Schedule, moments: Iterator[datetime], replicas: int, once: Callable[[Slot], bool]
) -> Counter[str]:
    """Count the posts of each slot: at each tick all replicas look before any of them settles."""
    posts: Counter[str] = Counter()
    since = next(moments)
    for now in moments:
        found = [due(schedule, since, now + timedelta(seconds=at)).slot for at in range(replicas)]
        for slot in found:
            if slot and once(slot):
                posts[slot.key] += 1
            since = max(since, slot.at) if slot else since
    return posts


def around(day: date) -> Iterator[datetime]:
    noon = datetime.combine(day, time(12), UTC)
    return ticks(noon - timedelta(days=1), noon + timedelta(days=1))


def test_the_clocks_change_twice_a_year_on_sundays() -> None:
    changes = clock_changes()
    assert len(changes) == 2 * len(YEARS)
    assert {one.weekday() for one in changes} == {6}


@pytest.mark.parametrize("replicas", [1, 2, 3, 4])
def test_each_sunday_slot_is_posted_once_when_the_clocks_change(replicas: int) -> None:
    for day in clock_changes():
        for at in SUNDAYS_AT_NIGHT:
            found = posted(Schedule(weekday=6, at=at), around(day), replicas, Once())
            assert found == {day.isoformat(): 1}, (day, at)


@pytest.mark.parametrize("replicas", [1, 4])
def test_each_monday_slot_is_posted_once_when_the_clocks_have_changed(replicas: int) -> None:
    for sunday in clock_changes():
        monday = sunday + timedelta(days=1)
        found = posted(Schedule(), around(monday), replicas, Once())
        assert found == {monday.isoformat(): 1}


def fortnight(day: date) -> Iterator[datetime]:
    noon = datetime.combine(day, time(12), UTC)
    return ticks(noon - timedelta(days=6), noon + timedelta(days=7))


def test_each_weekly_slot_is_posted_once_in_the_weeks_around_a_clock_change() -> None:
    assert len(WEEKLY) == 672
    for schedule in WEEKLY[EVERY // 2 :: EVERY]:
        for sunday in clock_changes()[:: 1 if LONG else 11]:
            found = posted(schedule, fortnight(sunday), 4, Once())
            assert set(found.values()) == {1}, (schedule, sunday)
            assert 1 <= len(found) <= 2, (schedule, sunday)


def test_each_week_of_eleven_years_has_one_post() -> None:
    start, end = datetime(YEARS[0], 1, 1, tzinfo=UTC), datetime(YEARS[-1], 12, 31, tzinfo=UTC)
    days = [start.date() + timedelta(days=count) for count in range((end - start).days + 1)]
    sundays_at_one = Schedule(weekday=6, at=TWICE)
    for schedule in WEEKLY[EVERY // 2 :: EVERY] if LONG else [sundays_at_one]:
        found = posted(schedule, ticks(start, end), 1, Once())
        wanted = {day.isoformat(): 1 for day in days if day.weekday() == schedule.weekday}
        wanted = {day: once for day, once in wanted.items() if day in found or day not in EDGES}
        assert found == wanted, schedule


def test_without_the_unique_row_two_replicas_post_twice() -> None:
    day = clock_changes()[0]
    found = posted(Schedule(weekday=6, at=TWICE), around(day), 2, Once(unique=False))
    assert found == {day.isoformat(): 2}


def in_store(engine: Engine, follow_id: int) -> Callable[[Slot], bool]:
    def once(slot: Slot) -> bool:
        row = Delivered(follow_id, slot.key, slot.at.timestamp(), Outcome.SENT, "")
        with engine.begin() as conn:
            return settle(conn, SCOPE, row, slot.at.timestamp())

    return once


def a_follow(engine: Engine) -> int:
    with engine.begin() as conn:
        return follow(conn, SCOPE, NewFollow("C1", "set:a:b", str(Schedule())), 0.0)


@pytest.mark.parametrize("replicas", [1, 2, 4])
def test_the_store_settles_each_slot_once(engine: Engine, replicas: int) -> None:
    once = in_store(engine, a_follow(engine))
    for day in clock_changes()[-2:]:
        found = posted(Schedule(weekday=6, at=TWICE), around(day), replicas, once)
        assert found == {day.isoformat(): 1}


def lose_the_unique_row(conn: Connection) -> None:
    conn.execute(text("ALTER TABLE delivery RENAME TO delivery_before"))
    conn.execute(text("CREATE TABLE delivery AS SELECT * FROM delivery_before WHERE 1 = 0"))


def test_a_store_that_lost_the_unique_row_lets_both_post(engine: Engine) -> None:
    follow_id = a_follow(engine)
    with engine.begin() as conn:
        lose_the_unique_row(conn)
    day = clock_changes()[-1]
    once = in_store(engine, follow_id)
    assert posted(Schedule(weekday=6, at=TWICE), around(day), 2, once) == {day.isoformat(): 2}
