"""What is answered where another organisation reads along."""

import pytest

from bot.listeners.conversation.access.admission import NOT_SHARED, ONLY_YOU
from bot.sandbox.web_api.faults import refusal
from tests.chat.access.conftest import AUDIT, PARTNERS
from tests.chat.slack.workspace import CHANNEL, Workspace

QUESTION = "agency rate for social workers in Assessment"
SERIES = "agency rate for social workers in Devon"
FIGURE = "69%"


async def test_a_member_alone_sees_the_answer(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION, channel=PARTNERS)
    assert FIGURE in reply.text
    assert ONLY_YOU in reply.text
    assert reply.message.visible_to == workspace.people["anna"].person.id
    assert "Share in channel" not in reply.labels()


async def test_in_a_channel_of_ones_own_everybody_sees_it(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION, channel=CHANNEL)
    assert not reply.is_private
    assert ONLY_YOU not in reply.text


async def test_such_an_answer_is_shown_again_to_whoever_got_it(workspace: Workspace) -> None:
    reply = await workspace.mention(QUESTION, channel=PARTNERS)
    number = reply.text.rpartition("Answer ")[2].strip(".")
    assert FIGURE in (await workspace.command(f"answer {number}")).text
    assert FIGURE not in (await workspace.command(f"answer {number}", by="ben")).text


async def test_buttons_under_it_are_answered_to_one_alone_too(workspace: Workspace) -> None:
    answer = await workspace.mention(SERIES, channel=PARTNERS)
    [trend] = await workspace.press(answer, "Trend")
    assert trend.is_private


async def test_a_private_answer_is_not_shared_there(workspace: Workspace) -> None:
    answer = await workspace.command(QUESTION, channel=PARTNERS)
    [reply] = await workspace.press(answer, "Share in channel")
    assert (reply.text, reply.is_private) == (NOT_SHARED, True)


async def test_where_slack_does_not_say_who_reads_along_nothing_is_shared(
    workspace: Workspace,
) -> None:
    answer = await workspace.command(QUESTION)
    workspace.slack.faults.inject("conversations.info", refusal("missing_scope"))
    [reply] = await workspace.press(answer, "Share in channel")
    assert reply.text == NOT_SHARED


@pytest.mark.parametrize("label", ["Trend", "Compare"])
async def test_a_channel_that_is_shared_later_has_no_more_answers_for_all(
    workspace: Workspace, label: str
) -> None:
    answer = await workspace.mention(SERIES, channel=AUDIT)
    assert not answer.is_private
    workspace.council.channel(AUDIT).is_shared = True
    [reply] = await workspace.press(answer, label)
    assert reply.is_private


async def test_in_an_opened_channel_everybody_asks_and_reads(opened: Workspace) -> None:
    for who, where in (("ed", PARTNERS), ("gail", AUDIT), ("anna", PARTNERS)):
        reply = await opened.mention(SERIES, by=who, channel=where)
        assert "45%" in reply.text
        assert not reply.is_private
        [trend] = await opened.press(reply, "Trend", by=who)
        assert not trend.is_private


async def test_in_an_opened_channel_a_private_answer_is_shared(opened: Workspace) -> None:
    answer = await opened.command(QUESTION, channel=PARTNERS)
    [reply] = await opened.press(answer, "Share in channel")
    assert not reply.is_private
