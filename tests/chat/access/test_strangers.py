"""Guests and people of other organisations get no figures, whichever way they ask."""

from typing import Any

import pytest

from bot.listeners.conversation.access.admission import NOT_FOR_YOU, UNKNOWN
from bot.sandbox.web_api.faults import rate_limited, refusal
from tests.chat.access.conftest import AUDIT, PARTNERS
from tests.chat.slack.workspace import Workspace, only

QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"
STRANGERS = pytest.mark.parametrize(("who", "where"), [("ed", PARTNERS), ("gail", AUDIT)])


@STRANGERS
async def test_a_mention_is_turned_away_and_nobody_else_sees_it(
    workspace: Workspace, who: str, where: str
) -> None:
    reply = await workspace.mention(QUESTION, by=who, channel=where)
    assert reply.text == NOT_FOR_YOU
    assert reply.message.visible_to == workspace.people[who].person.id
    assert reply.thread_ts == ""


@STRANGERS
async def test_a_command_is_turned_away(workspace: Workspace, who: str, where: str) -> None:
    reply = await workspace.command(QUESTION, by=who, channel=where)
    assert (reply.text, reply.is_private) == (NOT_FOR_YOU, True)


@pytest.mark.parametrize("who", ["ed", "gail"])
async def test_a_direct_message_is_turned_away(workspace: Workspace, who: str) -> None:
    reply = await workspace.message(QUESTION, by=who)
    assert (reply.text, reply.is_private) == (NOT_FOR_YOU, False)


@STRANGERS
async def test_the_shortcut_is_turned_away(workspace: Workspace, who: str, where: str) -> None:
    written = workspace.people["ben"].say(where, QUESTION)
    stranger = workspace.people[who]
    reply = only(await workspace.upon(lambda: stranger.shortcut(written, "muster_ask")))
    assert reply.text == NOT_FOR_YOU


@pytest.mark.parametrize("label", ["Source", "Definition", "Not what I meant"])
async def test_a_button_is_not_for_a_guest(workspace: Workspace, label: str) -> None:
    answer = await workspace.mention(QUESTION, channel=AUDIT)
    assert FIGURE in answer.text
    [reply] = await workspace.press(answer, label, by="gail")
    assert (reply.text, reply.is_private) == (NOT_FOR_YOU, True)


async def test_a_button_is_not_for_a_stranger_whom_the_press_itself_names_as_one(
    workspace: Workspace,
) -> None:
    await workspace.press(await workspace.mention(QUESTION), "Source")
    pressed = workspace.slack.deliveries.attempts[-1].delivery.payload
    [action] = pressed["actions"]
    partner = {**pressed["user"], "team_id": "T0PARTNER"}
    [reply] = await workspace.again(user=partner, actions=[{**action, "action_ts": "7"}])
    assert (reply.text, reply.is_private) == (NOT_FOR_YOU, True)


async def test_a_mention_is_anothers_where_the_event_alone_says_so(workspace: Workspace) -> None:
    fields: dict[str, Any] = {"user_team": "T0PARTNER", "source_team": "T0PARTNER"}
    [reply] = await workspace.deliver(workspace.mention_event(QUESTION, **fields))
    assert (reply.text, reply.is_private) == (NOT_FOR_YOU, True)


async def test_the_home_tab_of_a_guest_holds_nothing_of_the_council(workspace: Workspace) -> None:
    gail = workspace.people["gail"]
    gail.open_home()
    gail.open_home("messages")
    await workspace.settle()
    blocks = workspace.council.homes[gail.person.id].content["blocks"]
    assert [block["type"] for block in blocks] == ["section"]
    assert NOT_FOR_YOU in blocks[0]["text"]["text"]
    assert workspace.called == ["views.publish"]


async def test_a_stranger_learns_nothing_of_a_private_answer(workspace: Workspace) -> None:
    answer = await workspace.command(QUESTION)
    number = answer.text.rpartition("Answer ")[2].strip(".")
    reply = await workspace.command(f"answer {number}", by="gail", channel=AUDIT)
    assert reply.text == NOT_FOR_YOU


@pytest.mark.parametrize("fault", [refusal("missing_scope"), rate_limited(30)])
async def test_while_slack_does_not_say_who_asks_there_are_no_figures(
    workspace: Workspace, fault: Any
) -> None:
    workspace.slack.faults.inject("users.info", fault)
    reply = await workspace.mention(QUESTION)
    assert (reply.text, reply.is_private) == (UNKNOWN, True)
    assert FIGURE in (await workspace.mention(QUESTION)).text


async def test_whoever_was_known_stays_so_while_slack_is_silent(workspace: Workspace) -> None:
    await workspace.mention(QUESTION)
    workspace.time.advance(601)
    workspace.slack.faults.inject("users.info", refusal("internal_error"))
    assert FIGURE in (await workspace.mention(QUESTION)).text


async def test_a_guest_who_becomes_a_member_is_answered_ten_minutes_later(
    workspace: Workspace,
) -> None:
    gail = workspace.people["gail"].person
    assert (await workspace.command(QUESTION, by="gail", channel=AUDIT)).text == NOT_FOR_YOU
    workspace.council.people[gail.id] = type(gail)(gail.id, "gail", "Gail Munro", gail.team)
    workspace.time.advance(601)
    assert FIGURE in (await workspace.command(QUESTION, by="gail", channel=AUDIT)).text
