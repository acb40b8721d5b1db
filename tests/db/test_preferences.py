"""What a workspace, a channel or a person has set, for itself alone."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine

from db.delivery import allow_shared_channel, is_shared_channel_allowed, preferences, recording
from db.scope import Scope

COUNCIL, OTHER = Scope("T0COUNCIL"), Scope("T0OTHER")
CHANNEL = "C0PARTNERS"


@pytest.fixture
def conn(engine: Engine) -> Iterator[Connection]:
    """Give a transaction over deliveries."""
    with recording(engine) as connection:
        yield connection


def test_no_channel_is_open_to_people_from_outside_until_it_is_allowed(conn: Connection) -> None:
    assert not is_shared_channel_allowed(conn, COUNCIL, CHANNEL)
    allow_shared_channel(conn, COUNCIL, CHANNEL, allowed=True)
    assert is_shared_channel_allowed(conn, COUNCIL, CHANNEL)
    allow_shared_channel(conn, COUNCIL, CHANNEL, allowed=False)
    assert not is_shared_channel_allowed(conn, COUNCIL, CHANNEL)


def test_a_channel_is_allowed_by_its_own_workspace_and_no_other(conn: Connection) -> None:
    allow_shared_channel(conn, COUNCIL, CHANNEL, allowed=True)
    assert not is_shared_channel_allowed(conn, OTHER, CHANNEL)
    assert not is_shared_channel_allowed(conn, COUNCIL, "C0ELSE")


def test_more_subjects_than_are_looked_up_at_once_are_refused(conn: Connection) -> None:
    with pytest.raises(ValueError, match="4 subjects"):
        preferences(conn, COUNCIL, "council", ["a", "b", "c", "d"])
