"""A word that blocks an answer is noted with the question, and what was decided of it is said."""

from db import words
from tests.chat.admin.conftest import Desk
from tests.chat.words.conftest import Kept


async def test_a_word_is_noted_with_who_asked_and_where(desk: Desk, kept: Kept) -> None:
    reply = await desk.workspace.mention("turnover in the Court team")
    assert "I don't know “Court” here" in reply.text
    assert kept.awaiting() == [("court", 1, 1)]
    [asker] = kept.askers()
    assert (asker.channel, asker.thread) == reply.place
    assert asker.person == desk.workspace.people["anna"].person.id
    assert asker.question == "turnover in the Court team"
    assert not asker.private


async def test_each_spelling_is_counted_with_those_who_used_it(desk: Desk, kept: Kept) -> None:
    await desk.workspace.mention("turnover in the Court team")
    await desk.workspace.command("caseload of the COURTS team", by="ben")
    await desk.workspace.message("how many blue door staff")
    assert kept.awaiting() == [("court", 2, 2), ("blue door", 1, 1)]
    assert [one.private for one in kept.askers()] == [False, True]


async def test_a_follow_up_is_noted_with_what_its_thread_was_at(desk: Desk, kept: Kept) -> None:
    first = await desk.workspace.mention("agency rate for social workers in Assessment")
    await desk.workspace.mention("and in the Court team", thread=first.thread_ts)
    [asker] = kept.askers()
    assert "devon/assessment" in asker.said


async def test_an_answer_leaves_nothing_to_learn(desk: Desk, kept: Kept) -> None:
    await desk.workspace.mention("agency rate for social workers in Assessment")
    await desk.workspace.mention("who won the football")
    assert kept.awaiting() == []


async def test_a_word_that_is_not_ours_is_said_to_be_none_of_ours(desk: Desk, kept: Kept) -> None:
    await desk.workspace.message("turnover in the Court team")
    kept.settle(words.State.NOT_OURS)
    reply = await desk.workspace.message("caseload of the Court team")
    assert "An admin has noted that “Court” is nothing you have figures of." in reply.text
    assert kept.awaiting() == []


async def test_a_word_that_is_ignored_is_still_not_guessed(desk: Desk, kept: Kept) -> None:
    await desk.workspace.message("turnover in the Court team")
    kept.settle(words.State.IGNORED)
    reply = await desk.workspace.message("turnover in the Court team")
    assert "I don't know “Court” here" in reply.text
    assert "admin" not in reply.text
