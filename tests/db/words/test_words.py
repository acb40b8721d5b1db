"""Words that blocked answers, kept on each kind of database."""

import pytest
from sqlalchemy import Connection, Engine, text

from db import delivery
from db.scope import Scope
from db.words import (
    Noted,
    State,
    askers,
    awaiting,
    note,
    reject,
    rejected,
    settle,
    word,
    word_spelled,
)

OURS, THEIRS = Scope("T1", "U1"), Scope("T2", "U1")
COURT = Noted("court", "Court")
FIRST, LATER = 1000.0, 2000.0


def ask(conn: Connection, receipt: str, person: str = "U1", scope: Scope = OURS) -> str:
    """Keep a question that was asked in a thread of channel C1."""
    kept = delivery.Kept(
        id=receipt,
        channel="C1",
        thread="17.1",
        person=person,
        asked_at=FIRST,
        question="caseload of the Court team",
        query="",
        reply="",
        figures="[]",
        readings="[]",
        private=False,
    )
    delivery.keep(conn, scope, kept)
    return receipt


def noted(conn: Connection, receipt: str, person: str = "U1", what: Noted = COURT) -> int:
    """Note that a word blocked a question; give its id."""
    note(conn, OURS, what, ask(conn, receipt, person), "", LATER)
    found = word_spelled(conn, OURS, what.spelling)
    assert found
    return found.id


def test_a_word_is_counted_once_for_each_answer_it_blocked(engine: Engine) -> None:
    with engine.begin() as conn:
        for receipt, person in (("a", "U1"), ("b", "U2"), ("b", "U2"), ("c", "U2")):
            noted(conn, receipt, person)
        [one] = awaiting(conn, OURS, 10)
    assert (one.spelling, one.written, one.times, one.people) == ("court", "Court", 3, 2)
    assert (one.state, one.means, one.last_at) == (State.OPEN, "", LATER)


def test_spellings_that_group_alike_are_one_word_as_first_typed(engine: Engine) -> None:
    with engine.begin() as conn:
        noted(conn, "a")
        noted(conn, "b", what=Noted("court", "COURTS"))
        assert [(one.written, one.times) for one in awaiting(conn, OURS, 10)] == [("Court", 2)]


def test_those_that_block_most_come_first_and_no_more_than_wanted(engine: Engine) -> None:
    with engine.begin() as conn:
        noted(conn, "a", what=Noted("blue door", "blue door"))
        for receipt in "bc":
            noted(conn, receipt)
        assert [one.spelling for one in awaiting(conn, OURS, 10)] == ["court", "blue door"]
        assert [one.spelling for one in awaiting(conn, OURS, 1)] == ["court"]


def test_who_asked_and_where_is_told_with_what_the_thread_was_at(engine: Engine) -> None:
    with engine.begin() as conn:
        note(conn, OURS, COURT, ask(conn, "a"), '{"is":"Query"}', LATER)
        [one] = awaiting(conn, OURS, 10)
        [asker] = askers(conn, OURS, one.id, FIRST)
        assert askers(conn, OURS, one.id, LATER) == []
    question = ("caseload of the Court team", FIRST, False)
    assert asker == ("a", "C1", "17.1", "U1", *question, '{"is":"Query"}')


@pytest.mark.parametrize("state", [State.ACCEPTED, State.IGNORED, State.NOT_OURS])
def test_a_word_is_decided_upon_once_and_waits_no_more(engine: Engine, state: State) -> None:
    with engine.begin() as conn:
        court = noted(conn, "a")
        assert settle(conn, OURS, court, state, LATER)
        assert not settle(conn, OURS, court, state, LATER)
        noted(conn, "b")
        assert awaiting(conn, OURS, 10) == []
        found = word(conn, OURS, court)
        assert settle(conn, OURS, court, State.OPEN, LATER)
        assert len(awaiting(conn, OURS, 10)) == 1
    assert found
    assert (found.state, found.times) == (state, 2)


def test_what_an_accepted_word_means_can_be_decided_anew(engine: Engine) -> None:
    with engine.begin() as conn:
        court = noted(conn, "a")
        assert settle(conn, OURS, court, State.ACCEPTED, LATER, "place:devon/mash")
        assert settle(conn, OURS, court, State.ACCEPTED, LATER, "place:devon/assessment")
        found = word(conn, OURS, court)
    assert found
    assert found.means == "place:devon/assessment"


def test_what_a_word_does_not_mean_stays_so(engine: Engine) -> None:
    with engine.begin() as conn:
        court = noted(conn, "a")
        reject(conn, OURS, court, ["place:devon/mash", "metric:headcount"])
        reject(conn, OURS, court, ["metric:headcount"])
        settle(conn, OURS, court, State.IGNORED, LATER)
        settle(conn, OURS, court, State.OPEN, LATER)
        assert rejected(conn, OURS, court) == {"place:devon/mash", "metric:headcount"}


def test_another_workspace_sees_and_decides_nothing(engine: Engine) -> None:
    with engine.begin() as conn:
        court = noted(conn, "a")
        note(conn, THEIRS, COURT, ask(conn, "z", scope=THEIRS), "", LATER)
        reject(conn, THEIRS, court, ["metric:headcount"])
        assert not settle(conn, THEIRS, court, State.IGNORED, LATER)
        assert word(conn, THEIRS, court) is None
        assert word_spelled(conn, THEIRS, "blue door") is None
        assert askers(conn, THEIRS, court, 0.0) == []
        assert rejected(conn, OURS, court) == frozenset()
        assert [one.times for one in awaiting(conn, THEIRS, 10)] == [1]


def test_a_question_that_is_forgotten_can_be_answered_no_more(engine: Engine) -> None:
    with engine.begin() as conn:
        court = noted(conn, "a")
        conn.execute(text("DELETE FROM receipt"))
        assert askers(conn, OURS, court, 0.0) == []
        [one] = awaiting(conn, OURS, 10)
    assert (one.times, one.people) == (1, 0)
