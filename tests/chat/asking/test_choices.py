"""Several readings of one question, choosing one of them, and saying that none was meant."""

from typing import Any

from tests.chat.slack.workspace import Workspace

FEW = "agency rate in Assessment"
MANY = "agency rate"
FOLLOW_UP = "and the vacancy rate?"


async def test_few_readings_are_shown_and_may_be_narrowed(workspace: Workspace) -> None:
    reply = await workspace.mention(FEW)
    assert "69%" in reply.text
    assert "46%" in reply.text
    [answer] = await workspace.press(reply, "Social workers")
    assert "69%" in answer.text
    assert "46%" not in answer.text
    assert answer.thread_ts == reply.thread_ts


async def test_many_readings_wait_for_the_choice(workspace: Workspace) -> None:
    reply = await workspace.mention(MANY)
    assert "Which do you mean?" in reply.text
    assert "%" not in reply.text
    label = next(iter(reply.labels()))
    [answer] = await workspace.press(reply, label)
    assert "%" in answer.text


async def test_a_ranking_is_chosen_whole(workspace: Workspace) -> None:
    reply = await workspace.mention("rank teams in Devon by agency rate")
    [answer] = await workspace.press(reply, "Managers")
    assert "1. " in answer.text
    assert "Assessment" in answer.text
    assert "Corporate Parenting" in answer.text


async def test_the_choice_is_remembered_in_its_thread(workspace: Workspace) -> None:
    reply = await workspace.mention(FEW)
    await workspace.press(reply, "Social workers")
    again = await workspace.mention(FEW, thread=reply.thread_ts)
    assert "69%" in again.text
    assert "46%" not in again.text
    assert "As chosen before in this thread: Social workers." in again.text


async def test_the_choice_means_nothing_in_another_thread(workspace: Workspace) -> None:
    await workspace.press(await workspace.mention(FEW), "Social workers")
    assert "46%" in (await workspace.mention(FEW)).text


async def test_a_choice_pressed_twice_is_answered_once(workspace: Workspace) -> None:
    reply = await workspace.mention(FEW)
    answers = [await workspace.press(reply, "Social workers") for _ in range(2)]
    assert [len(each) for each in answers] == [1, 0]


async def test_a_choice_may_be_made_by_somebody_else(workspace: Workspace) -> None:
    reply = await workspace.mention(FEW)
    [answer] = await workspace.press(reply, "Social workers", by="ben")
    assert "69%" in answer.text


async def test_a_private_choice_is_answered_privately(workspace: Workspace) -> None:
    reply = await workspace.command(FEW)
    [answer] = await workspace.press(reply, "Social workers")
    assert answer.is_private


async def test_not_what_i_meant_says_what_was_understood_word_by_word(workspace: Workspace) -> None:
    reply = await workspace.mention("the asessment agency rate for social workers")
    [others] = await workspace.press(reply, "Not what I meant")
    assert others.is_private
    assert "“asessment”: Assessment, Devon" in others.text
    assert "corrected" in others.text
    assert "“for”: left aside" in others.text
    assert "Did you mean one of these?" in others.text
    [answer] = await workspace.press(others, next(iter(others.labels())))
    assert "Source: " in answer.text


async def test_a_button_of_an_answer_that_nobody_kept(workspace: Workspace) -> None:
    reply = await workspace.mention(FEW)
    await workspace.press(reply, "Not what I meant")
    [sorry] = await workspace.again(actions=[{**pressed(workspace), "value": "0123456789"}])
    assert sorry.text == "I no longer have that answer; please ask again."
    assert sorry.is_private


async def test_a_choice_that_is_not_there(workspace: Workspace) -> None:
    reply = await workspace.mention(FEW)
    await workspace.press(reply, "Not what I meant")
    answer = pressed(workspace)["value"]
    chosen = {"action_id": "muster_choose", "value": f"{answer} 99", "action_ts": "7"}
    [sorry] = await workspace.again(actions=[chosen])
    assert sorry.text == "I no longer have that answer; please ask again."


def pressed(workspace: Workspace) -> dict[str, Any]:
    """Give what was pressed last."""
    [action] = workspace.slack.deliveries.attempts[-1].delivery.payload["actions"]
    return dict(action)
