"""`muster digest`: a dry run of what would be sent where."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url

from db.delivery import delivery_url
from db.digest import Delivered, NewFollow, Outcome, follow, pause, remember, settle
from db.scope import Scope
from db.session import Engine, engine_for
from tests.cli.terminal import Terminal, opened

LOCAL = Scope("local", "U1")
WATCHES = "set:childrens_workforce:devon"
MONDAYS = "weekly mon 09:00 Europe/London"
MONDAY = ("--now", "2024-03-04T09:00")
BEGAN = datetime(2024, 3, 1, tzinfo=UTC).timestamp()


@pytest.fixture
def url(reports_sqlite_url: str, tmp_path: Path) -> str:
    """Give a store of the five reports to oneself."""
    file = str(make_url(reports_sqlite_url).database)
    return f"sqlite:///{shutil.copy(file, tmp_path / 'muster.db')}"


@pytest.fixture
def terminal(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Terminal]:
    """Give a terminal over it."""
    with opened(url, monkeypatch, capsys) as terminal:
        yield terminal


@pytest.fixture
def kept(url: str, migrated_file: Path) -> Iterator[Engine]:
    """Give the store of its deliveries."""
    file = make_url(delivery_url(url)).database
    engine = engine_for(f"sqlite:///{shutil.copy(migrated_file, str(file))}")
    yield engine
    engine.dispose()


def a_follow(kept: Engine, schedule: str = MONDAYS, place: str = "C1") -> int:
    with kept.begin() as conn:
        return follow(conn, LOCAL, NewFollow(place, WATCHES, schedule), BEGAN)


def test_a_council_shows_what_a_new_follow_would_be_sent(terminal: Terminal) -> None:
    ended = terminal.run("digest", *MONDAY, "--council", "Devon")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "To a new follow (sent):"
    assert lines[1] == "Children's workforce, Devon · Monday 4 March 2024"
    assert "27 series looked at" in ended.out


def test_json_tells_why_each_item_scored_as_it_did(terminal: Terminal) -> None:
    ended = terminal.run("digest", *MONDAY, "--council", "devon", "--json")
    (told,) = json.loads(ended.out)["digests"]
    scores = [item["score"] for item in told["items"]]
    assert [item["rule"] for item in told["items"]] == ["record", "record", "moved"]
    assert scores == sorted(scores, reverse=True)
    assert all(item["why"] and item["ask"] and item["series"] for item in told["items"])
    assert sum(told["standing"].values()) == told["series"]


def test_a_council_that_nobody_knows_is_refused(terminal: Terminal) -> None:
    ended = terminal.run("digest", *MONDAY, "--council", "Atlantis")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("No council is called so")


def test_without_a_follow_nothing_is_due(terminal: Terminal) -> None:
    assert terminal.run("digest", *MONDAY).out.startswith("No digest is due")


def test_a_follow_that_is_due_shows_where_it_goes(terminal: Terminal, kept: Engine) -> None:
    a_follow(kept)
    assert terminal.run("digest", *MONDAY).out.startswith("To C1 (sent):")
    assert terminal.run("digest", "--now", "2024-03-04T08:59").out.startswith("No digest is due")
    assert "comes late" in terminal.run("digest", "--now", "2024-03-04T14:59").out


def test_a_slot_that_was_sent_is_due_no_more(terminal: Terminal, kept: Engine) -> None:
    sent = datetime(2024, 3, 4, 9, tzinfo=UTC).timestamp()
    row = Delivered(a_follow(kept), "2024-03-04", sent, Outcome.SENT, "")
    with kept.begin() as conn:
        settle(conn, LOCAL, row, sent)
    assert terminal.run("digest", *MONDAY).out.startswith("No digest is due")


def test_slots_nobody_sent_are_told_in_the_next(terminal: Terminal, kept: Engine) -> None:
    a_follow(kept)
    told = terminal.run("digest", "--now", "2024-03-11T09:00").out
    assert "Not sent: Monday 4 March 2024." in told


def test_what_was_told_is_not_told_again(terminal: Terminal, kept: Engine) -> None:
    id_ = a_follow(kept)
    shown = {"permanent_rate|devon/all_four_services|social_workers|budget": {"2024-02": "43"}}
    before = terminal.run("digest", *MONDAY).out
    with kept.begin() as conn:
        remember(conn, id_, {}, shown)
    after = terminal.run("digest", *MONDAY).out
    assert "Permanent rate" in before
    assert "Permanent rate" not in after


def test_a_paused_follow_is_left_out(terminal: Terminal, kept: Engine) -> None:
    id_ = a_follow(kept)
    with kept.begin() as conn:
        pause(conn, LOCAL, id_, "the channel was archived")
    assert terminal.run("digest", *MONDAY).out.startswith("No digest is due")


def test_a_schedule_nobody_can_read_keeps_no_other_follow_from_its_digest(
    terminal: Terminal, kept: Engine
) -> None:
    a_follow(kept, "weekly mon 09:00 Europe/Londn")
    a_follow(kept, place="C2")
    ended = terminal.run("digest", *MONDAY)
    assert "no time zone is called Europe/Londn" in ended.err
    assert ended.out.startswith("To C2 (sent):")
