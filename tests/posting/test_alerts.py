"""An alert over nine months of Devon's figures: on each crossing, once, and silent otherwise."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.listeners.following.what import followed
from bot.query.query import Query
from bot.query.stored import stored
from bot.sandbox.timing import ManualTime
from db import digest
from tests.posting.council import DAY, Council

WEEKDAYS = "weekdays mon 09:00 Europe/London"
AUTUMN = datetime(2023, 10, 1, 10, tzinfo=UTC)  # the months before were 52, 47 and 46 per cent
LAST = datetime(2024, 5, 1, tzinfo=UTC)


@pytest.fixture
def store_url(sqlite_url: str) -> str:
    """Give one kind of store."""
    return sqlite_url


@pytest.fixture
def time() -> ManualTime:
    """Give a day in autumn."""
    return ManualTime(AUTUMN)


def query_of(council: Council, words: str) -> Query:
    """Give what an alert is read as."""
    query = council.muster.ask(words, AUTUMN.date()).query
    assert query
    return followed(query)


async def every_day(council: Council, until: datetime) -> list[str]:
    """Give what is posted, day by day."""
    posted = []
    while council.time.now() < until:
        posted += await council.later(DAY)
    return [one.text for one in posted]


async def test_it_tells_each_crossing_once_with_both_values(council: Council) -> None:
    words = "agency rate for social workers in all four services over 45%"
    follow = council.follow(stored(query_of(council, words)), schedule=WEEKDAYS, quiet=True)
    with council.kept.begin() as conn:
        key = "agency_rate|devon/all_four_services|social_workers|budget"
        digest.remember(conn, follow, {}, {key: {"2023-09": "46"}})
    # 45 in October, 44, 43, 44, then 46 in February, and 45 in March.
    [told] = await every_day(council, LAST)
    assert told.startswith("Alert: Agency rate, Social workers, All four services, Devon, over 45%")
    assert "46% · 102.8 of 225 budgeted FTE, February 2024" in told
    assert "Up 2 percentage points from 44% (99.6 of 225, January 2024)" in told


async def test_it_tells_again_only_after_it_has_come_back(council: Council) -> None:
    words = "agency rate for managers in all four services under 38%"
    council.follow(stored(query_of(council, words)), schedule=WEEKDAYS, quiet=True)
    # 40 in September, 36 in October, 40, 40, 37 in January, 39, and 33 in March.
    told = await every_day(council, LAST)
    first, second, third = (text.splitlines()[1] for text in told)
    assert "36%" in first
    assert "October 2023" in first
    assert "37%" in second
    assert "January 2024" in second
    assert "33%" in third
    assert "March 2024" in third


async def test_processes_that_were_down_tell_the_crossing_late_but_once(council: Council) -> None:
    words = "agency rate for managers in all four services under 38%"
    council.follow(stored(query_of(council, words)), schedule=WEEKDAYS, quiet=True)
    council.add_processes(2)
    await council.later(DAY)
    told = await council.at(AUTUMN + timedelta(days=36))
    told += await council.later(DAY)
    [alert] = told
    assert "36%" in alert.text
    assert "Not sent" not in alert.text
