"""Follow-ups: what was last answered fills what a question leaves out."""

import pytest

from tests.chat.slack.workspace import Workspace

FIRST = "agency rate for social workers in Devon"
FOLLOW_UP = "has it improved since July 2023?"
CHANGE = "Down 7 percentage points"
THREE_DAYS = 3 * 24 * 60 * 60


async def test_a_follow_up_in_a_thread(workspace: Workspace) -> None:
    reply = await workspace.mention(FIRST)
    assert CHANGE in (await workspace.mention(FOLLOW_UP, thread=reply.thread_ts)).text


async def test_another_thread_is_another_conversation(workspace: Workspace) -> None:
    await workspace.mention(FIRST)
    assert CHANGE not in (await workspace.mention(FOLLOW_UP)).text


async def test_a_thread_is_remembered_for_days(workspace: Workspace) -> None:
    reply = await workspace.mention(FIRST)
    workspace.time.advance(THREE_DAYS)
    assert CHANGE in (await workspace.mention(FOLLOW_UP, thread=reply.thread_ts)).text


async def test_thanks_and_help_do_not_end_a_conversation(workspace: Workspace) -> None:
    thread = (await workspace.mention(FIRST)).thread_ts
    for aside in ("thanks", "help", "", "qwertyuiop"):
        await workspace.mention(aside, thread=thread)
    assert CHANGE in (await workspace.mention(FOLLOW_UP, thread=thread)).text


async def test_direct_messages_follow_each_other(workspace: Workspace) -> None:
    await workspace.message(FIRST)
    assert CHANGE in (await workspace.message(FOLLOW_UP)).text


async def test_commands_follow_each_other(workspace: Workspace) -> None:
    await workspace.command(FIRST)
    assert CHANGE in (await workspace.command(FOLLOW_UP)).text


async def test_one_persons_commands_are_not_anothers(workspace: Workspace) -> None:
    await workspace.command(FIRST)
    assert CHANGE not in (await workspace.command(FOLLOW_UP, by="ben")).text


async def test_outside_a_thread_it_is_forgotten_after_ten_minutes(workspace: Workspace) -> None:
    await workspace.message(FIRST)
    workspace.time.advance(601)
    assert CHANGE not in (await workspace.message(FOLLOW_UP)).text


@pytest.mark.parametrize("opened_on", ["question", "reply"])
async def test_a_thread_opened_on_a_direct_message(workspace: Workspace, opened_on: str) -> None:
    event = workspace.message_event(FIRST)
    [reply] = await workspace.deliver(event)
    workspace.time.advance(THREE_DAYS)
    thread = event["ts"] if opened_on == "question" else reply.ts
    assert CHANGE in (await workspace.message(FOLLOW_UP, thread=thread)).text
