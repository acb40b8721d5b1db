from sqlalchemy import Connection, Engine, text

from db.digest import (
    Delivered,
    NewFollow,
    Outcome,
    deliveries,
    follow,
    follows,
    pause,
    recall,
    recall_all,
    remember,
    settle,
    unfollow,
)
from db.scope import Scope

OURS, THEIRS = Scope("T1", "U1"), Scope("T2", "U2")
NEW = NewFollow("C1", "set:childrens_workforce:devon", "weekly mon 09:00 Europe/London")
FIRST, SECOND = 1000.0, 2000.0


def slot(follow_id: int, key: str, at: float, outcome: Outcome = Outcome.SENT) -> Delivered:
    return Delivered(follow_id, key, at, outcome, "what was said")


def started(conn: Connection) -> int:
    return follow(conn, OURS, NEW, FIRST)


def test_a_follow_is_kept_with_all_it_says(engine: Engine) -> None:
    with engine.begin() as conn:
        id_ = follow(conn, OURS, NEW._replace(quiet=True), FIRST)
        (kept,) = follows(conn, OURS)
    assert kept == (id_, "C1", "U1", NEW.watches, NEW.schedule, True, "", FIRST, "T1")


def test_following_twice_keeps_one_and_starts_it_again(engine: Engine) -> None:
    with engine.begin() as conn:
        first = started(conn)
        assert pause(conn, OURS, first, "the channel was archived")
        assert not pause(conn, OURS, first, "again")
        later = NEW._replace(schedule="weekdays mon 08:00 Europe/London")
        assert follow(conn, Scope("T1", "U9"), later, SECOND) == first
        (kept,) = follows(conn, OURS)
    assert (kept.owner, kept.schedule, kept.paused) == ("U9", later.schedule, "")


def test_what_went_by_while_a_follow_was_paused_is_not_made_up_for(engine: Engine) -> None:
    with engine.begin() as conn:
        id_ = started(conn)
        settle(conn, OURS, slot(id_, "2024-04-01", FIRST + 1), FIRST + 1)
        follow(conn, OURS, NEW, SECOND)
        assert [one.since for one in follows(conn, OURS)] == [SECOND]


def test_a_follow_counts_from_its_newest_slot(engine: Engine) -> None:
    with engine.begin() as conn:
        id_ = started(conn)
        settle(conn, OURS, slot(id_, "2024-04-01", SECOND), SECOND)
        assert [one.since for one in follows(conn, OURS)] == [SECOND]


def test_a_slot_is_settled_once(engine: Engine) -> None:
    with engine.begin() as conn:
        id_ = started(conn)
        assert settle(conn, OURS, slot(id_, "2024-04-01", FIRST), FIRST)
        assert not settle(conn, OURS, slot(id_, "2024-04-01", FIRST), SECOND)
        assert settle(conn, OURS, slot(id_, "2024-04-08", SECOND, Outcome.MISSED), SECOND)
        kept = deliveries(conn, OURS, id_)
    assert [(one.slot, one.outcome) for one in kept] == [
        ("2024-04-08", "missed"),
        ("2024-04-01", "sent"),
    ]


def test_another_workspace_neither_sees_nor_settles_nor_stops(engine: Engine) -> None:
    with engine.begin() as conn:
        id_ = started(conn)
        assert follows(conn, THEIRS) == []
        assert not settle(conn, THEIRS, slot(id_, "2024-04-01", FIRST), FIRST)
        assert deliveries(conn, THEIRS, id_) == []
        assert not pause(conn, THEIRS, id_, "theirs")
        assert not unfollow(conn, THEIRS, id_)
        assert len(follows(conn, OURS)) == 1


def test_what_was_told_and_shown_comes_back(engine: Engine) -> None:
    told, shown = {"signal|a": "shift|2024-03"}, {"a|b": {"2024-03": "45", "2024-02": "46.5"}}
    with engine.begin() as conn:
        id_ = started(conn)
        remember(conn, id_, told, {})
        remember(conn, id_, {"signal|a": "trend|2024-03"}, shown)
        remember(conn, id_, {}, {})
        assert recall(conn, id_) == ({"signal|a": "trend|2024-03"}, shown)


def test_what_several_follows_remember_is_read_together(engine: Engine) -> None:
    shown = {"agency|devon": {"2024-03": "45"}}
    with engine.begin() as conn:
        ids = [follow(conn, OURS, NEW._replace(place=f"C{at}"), FIRST) for at in range(3)]
        remember(conn, ids[0], {"signal|a": "shift"}, shown)
        remember(conn, ids[1], {}, shown)
        found = recall_all(conn, ids)
    assert found == {ids[0]: ({"signal|a": "shift"}, shown), ids[1]: ({}, shown), ids[2]: ({}, {})}
    assert found[ids[0]][1]["agency|devon"] is found[ids[1]][1]["agency|devon"]


def test_stopping_forgets_what_was_sent_and_told(engine: Engine) -> None:
    with engine.begin() as conn:
        id_ = started(conn)
        settle(conn, OURS, slot(id_, "2024-04-01", FIRST), FIRST)
        remember(conn, id_, {"signal|a": "shift"}, {})
        assert unfollow(conn, OURS, id_)
        assert conn.execute(text("SELECT count(*) FROM delivery")).scalar_one() == 0
        assert conn.execute(text("SELECT count(*) FROM told")).scalar_one() == 0


def test_a_slot_that_was_not_committed_is_settled_by_the_next(engine: Engine) -> None:
    with engine.begin() as conn:
        id_ = started(conn)
    with engine.connect() as conn, conn.begin() as undone:
        assert settle(conn, OURS, slot(id_, "2024-04-01", FIRST), FIRST)
        undone.rollback()
    with engine.begin() as conn:
        assert settle(conn, OURS, slot(id_, "2024-04-01", FIRST), FIRST)
