"""A word that blocks an answer is noted with the question, and what was decided of it is said."""

import pytest

from bot.settings import Settings
from db import words
from db.delivery import delivery_url, recording
from db.scope import Scope
from db.session import engine_for
from tests.chat.slack.workspace import Workspace


@pytest.fixture
def kept(known: Settings, workspace: Workspace) -> "Kept":
    """Give what is kept of words."""
    return Kept(delivery_url(known.database_url), Scope(workspace.council.id, "U1"))


class Kept:
    """What is kept of the words that blocked answers."""

    def __init__(self, url: str, scope: Scope) -> None:
        self.scope = scope
        self._engine = engine_for(url)

    def awaiting(self) -> list[tuple[str, int, int]]:
        """Give each word that waits with how often it blocked an answer and of how many people."""
        with recording(self._engine) as conn:
            found = words.awaiting(conn, self.scope, 10)
        return [(one.spelling, one.times, one.people) for one in found]

    def askers(self) -> list[words.Asker]:
        """Give who asked with the first of them."""
        with recording(self._engine) as conn:
            [first, *_] = words.awaiting(conn, self.scope, 10)
            return words.askers(conn, self.scope, first.id, 0.0)

    def settle(self, state: words.State) -> None:
        """Decide about the first of them."""
        with recording(self._engine) as conn:
            [first, *_] = words.awaiting(conn, self.scope, 10)
            words.settle(conn, self.scope, first.id, state, 0.0)


async def test_a_word_is_noted_with_who_asked_and_where(workspace: Workspace, kept: Kept) -> None:
    reply = await workspace.mention("turnover in the Court team")
    assert "I don't know “Court” here" in reply.text
    assert kept.awaiting() == [("court", 1, 1)]
    [asker] = kept.askers()
    assert (asker.channel, asker.thread) == reply.place
    assert asker.person == workspace.people["anna"].person.id
    assert asker.question == "turnover in the Court team"
    assert not asker.private


async def test_each_spelling_is_counted_with_those_who_used_it(
    workspace: Workspace, kept: Kept
) -> None:
    await workspace.mention("turnover in the Court team")
    await workspace.command("caseload of the COURTS team", by="ben")
    await workspace.message("how many blue door staff")
    assert kept.awaiting() == [("court", 2, 2), ("blue door", 1, 1)]
    assert [one.private for one in kept.askers()] == [False, True]


async def test_a_follow_up_is_noted_with_what_its_thread_was_at(
    workspace: Workspace, kept: Kept
) -> None:
    first = await workspace.mention("agency rate for social workers in Assessment")
    await workspace.mention("and in the Court team", thread=first.thread_ts)
    [asker] = kept.askers()
    assert "devon/assessment" in asker.said


async def test_an_answer_leaves_nothing_to_learn(workspace: Workspace, kept: Kept) -> None:
    await workspace.mention("agency rate for social workers in Assessment")
    await workspace.mention("who won the football")
    assert kept.awaiting() == []


async def test_a_word_that_is_not_ours_is_said_to_be_none_of_ours(
    workspace: Workspace, kept: Kept
) -> None:
    await workspace.message("turnover in the Court team")
    kept.settle(words.State.NOT_OURS)
    reply = await workspace.message("caseload of the Court team")
    assert "An admin has noted that “Court” is nothing you have figures of." in reply.text
    assert kept.awaiting() == []


async def test_a_word_that_is_ignored_is_still_not_guessed(
    workspace: Workspace, kept: Kept
) -> None:
    await workspace.message("turnover in the Court team")
    kept.settle(words.State.IGNORED)
    reply = await workspace.message("turnover in the Court team")
    assert "I don't know “Court” here" in reply.text
    assert "admin" not in reply.text
