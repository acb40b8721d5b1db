"""Buttons pressed twice, late, by somebody else, or where the question is gone."""

import pytest

from tests.chat.slack.workspace import CHANNEL, Workspace, only

QUESTION = "agency rate for social workers in Devon"
FIGURE = "45%"
YEAR = 365 * 86_400
ONCE, EACH_TIME = ["Trend", "Compare"], ["Source", "Definition", "Not what I meant"]


@pytest.mark.parametrize(("labels", "answers"), [(ONCE, [1, 0]), (EACH_TIME, [1, 1])])
async def test_what_everyone_sees_follows_once_and_what_one_person_sees_each_time(
    workspace: Workspace, labels: list[str], answers: list[int]
) -> None:
    for label in labels:
        reply = await workspace.mention(QUESTION)
        assert [len(await workspace.press(reply, label)) for _ in range(2)] == answers


@pytest.mark.parametrize("label", [*ONCE, *EACH_TIME, "Helpful"])
async def test_a_press_that_is_delivered_twice_is_answered_once(
    workspace: Workspace, label: str
) -> None:
    assert len(await workspace.press(await workspace.mention(QUESTION), label)) == 1
    assert await workspace.again() == []


@pytest.mark.parametrize("label", [*ONCE, *EACH_TIME, "Helpful"])
async def test_buttons_of_an_old_message_work(workspace: Workspace, label: str) -> None:
    reply = await workspace.mention(QUESTION)
    workspace.time.advance(YEAR)
    assert len(await workspace.press(reply, label)) == 1


@pytest.mark.parametrize("label", EACH_TIME)
async def test_what_somebody_else_presses_is_answered_to_them_alone(
    workspace: Workspace, label: str
) -> None:
    reply = await workspace.mention(QUESTION)
    [answer] = await workspace.press(reply, label, by="ben")
    assert answer.message.visible_to == workspace.people["ben"].person.id


async def test_a_private_answer_is_nobody_elses_to_build_on(workspace: Workspace) -> None:
    """Slack shows nobody else its buttons; were they pressed all the same, nothing is told."""
    mine = await workspace.command(QUESTION)
    await workspace.press(await workspace.command(QUESTION, by="ben"), "Source", by="ben")
    _, value = mine.labels()["Source"]
    pressed = workspace.slack.deliveries.attempts[-1].delivery.payload
    [action] = pressed["actions"]
    forged = {**action, "value": value, "selected_option": {"value": value}, "action_ts": "7"}
    [reply] = await workspace.again(actions=[forged])
    assert reply.text == "I no longer have that answer; please ask again."


async def test_a_question_that_is_edited_or_deleted_is_answered_once(workspace: Workspace) -> None:
    anna = workspace.people["anna"]
    asked = anna.direct(QUESTION)
    await workspace.settle()
    anna.edit(asked, f"{QUESTION} in July 2023")
    anna.delete(asked)
    await workspace.settle()
    assert FIGURE in only(workspace.posted).text


async def test_a_question_deleted_before_its_reply_is_answered_all_the_same(
    workspace: Workspace,
) -> None:
    anna = workspace.people["anna"]
    async with workspace.slack.faults.holding("chat.postMessage") as gate:
        asked = anna.mention(QUESTION, CHANNEL)
        await gate.knocked.wait()
        anna.delete(asked)
    await workspace.settle()
    assert only(workspace.posted).thread_ts == asked.ts


async def test_muster_that_is_sent_out_before_its_reply_says_nothing(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    anna = workspace.people["anna"]
    async with workspace.slack.faults.holding("chat.postMessage") as gate:
        anna.mention(QUESTION, CHANNEL)
        await gate.knocked.wait()
        anna.remove_bot(CHANNEL)
    await workspace.settle()
    assert await workspace.later(3_600) == []
    assert "was not posted: not_in_channel" in caplog.text
    workspace.slack.calls.clear()
