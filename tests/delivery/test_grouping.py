"""Writes that are committed together are each done whole, or not at all."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.delivery.grouping import Group
from bot.settings import Settings
from db.delivery import delivery_url
from db.session import Connection, engine_for


@pytest.fixture
async def group(known: Settings) -> AsyncIterator[Group]:
    """Give a group over an empty store of deliveries."""
    engine = engine_for(delivery_url(known.database_url))
    group = Group(engine)
    yield group
    await group.close()
    engine.dispose()


def set_(conn: Connection, subject: str) -> str:
    """Write a line."""
    told = {"subject": subject}
    columns = "workspace, subject, name, value"
    values = "'T1', :subject, 'council', 'devon'"
    conn.execute(text(f"INSERT INTO preference ({columns}) VALUES ({values})"), told)  # noqa: S608
    return subject


def fail(conn: Connection, subject: str) -> str:
    """Write a line, and fail."""
    set_(conn, subject)
    raise ZeroDivisionError


def written(conn: Connection) -> list[str]:
    """Give the lines there are."""
    return list(conn.execute(text("SELECT subject FROM preference ORDER BY subject")).scalars())


async def test_each_is_told_what_its_own_work_gave(group: Group) -> None:
    names = [f"U{number}" for number in range(10, 70)]
    assert await asyncio.gather(*(group.write(set_, name) for name in names)) == names
    assert await group.write(written) == names


async def test_one_that_fails_takes_no_other_with_it(group: Group) -> None:
    works = [group.write(set_, "U1"), group.write(fail, "U2"), group.write(set_, "U3")]
    first, second, third = await asyncio.gather(*works, return_exceptions=True)
    assert (first, type(second), third) == ("U1", ZeroDivisionError, "U3")
    assert await group.write(written) == ["U1", "U3"]


async def test_one_that_nobody_waits_for_any_more_is_done_all_the_same(group: Group) -> None:
    given_up = asyncio.create_task(group.write(set_, "U1"))
    await asyncio.sleep(0)
    given_up.cancel()
    assert await group.write(written) == ["U1"]
