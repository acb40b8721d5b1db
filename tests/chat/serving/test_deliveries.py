"""Slack delivers more than questions, and some questions more than once."""

import asyncio
from collections import Counter
from itertools import permutations
from typing import Any

import pytest

from tests.chat.slack.fake import refusal
from tests.chat.slack.workspace import CHANNEL, MUSTER, Workspace

QUESTION = "agency rate for social workers in Assessment"
BURST = 500


async def test_one_reply_to_an_event_delivered_four_times(workspace: Workspace) -> None:
    event = workspace.mention_event(QUESTION)
    posted = [await workspace.deliver(event, "Ev0ONE") for _ in range(4)]
    assert [len(each) for each in posted] == [1, 0, 0, 0]


async def test_one_reply_to_a_command_delivered_twice(workspace: Workspace) -> None:
    posted = [await workspace.deliver_command(QUESTION, trigger_id="13.37") for _ in range(2)]
    assert [len(each) for each in posted] == [1, 0]


@pytest.mark.parametrize("order", list(permutations(["app_mention", "message"])))
async def test_one_reply_to_a_mention_that_is_a_message_too(
    workspace: Workspace, order: tuple[str, str]
) -> None:
    written = {"ts": "1718098201.000200", "channel": CHANNEL}
    events = {
        "app_mention": {**workspace.mention_event(QUESTION), **written},
        "message": {**workspace.message_event(QUESTION), **written, "channel_type": "channel"},
    }
    posted = [one for kind in order for one in await workspace.deliver(events[kind])]
    assert len(posted) == 1


async def test_one_reply_where_both_events_are_for_us(workspace: Workspace) -> None:
    mention = workspace.mention_event(QUESTION)
    message = {**mention, "type": "message", "channel_type": "im"}
    posted = [len(await workspace.deliver(event)) for event in (mention, message)]
    assert posted == [1, 0]


async def test_one_reply_to_a_message_that_comes_with_two_ts(workspace: Workspace) -> None:
    twins = [workspace.message_event(QUESTION, client_msg_id="one-id") for _ in range(2)]
    assert [len(await workspace.deliver(twin)) for twin in twins] == [1, 0]


async def test_the_same_question_asked_again_is_answered_again(workspace: Workspace) -> None:
    replies = [await workspace.mention(QUESTION) for _ in range(2)]
    assert len({reply.text.rpartition("\nAnswer ")[0] for reply in replies}) == 1
    assert len({reply.text for reply in replies}) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"bot_id": "B0MUSTER", "user": MUSTER},
        {"bot_id": "B0OTHER"},
        {"user": MUSTER},
        {"user": None},
        {"subtype": "bot_message", "bot_id": "B0OTHER"},
        {"subtype": "message_changed", "message": {"text": QUESTION}},
        {"subtype": "message_deleted", "previous_message": {"text": QUESTION}},
        {"subtype": "channel_join"},
        {"edited": {"user": "U0ANNA", "ts": "1718098999.000000"}},
    ],
)
async def test_bots_edits_and_deletions_are_no_questions(
    workspace: Workspace, fields: dict[str, Any]
) -> None:
    assert await workspace.deliver(workspace.message_event(QUESTION, **fields)) == []
    assert await workspace.deliver(workspace.mention_event(QUESTION, **fields)) == []


@pytest.mark.parametrize("kind", ["channel", "group", "mpim", None])
async def test_what_people_say_to_each_other_is_not_answered(
    workspace: Workspace, kind: str | None
) -> None:
    event = workspace.message_event(QUESTION, channel=CHANNEL, channel_type=kind)
    assert await workspace.deliver(event) == []


@pytest.mark.parametrize("kind", ["reaction_added", "team_join", "message"])
async def test_an_event_nobody_listens_to_is_accepted(workspace: Workspace, kind: str) -> None:
    assert await workspace.deliver({"type": kind, "user": "U0ANNA"}) == []
    assert workspace.slack.calls == []


async def test_no_call_to_slack_comes_before_the_first_reply(workspace: Workspace) -> None:
    await workspace.mention(QUESTION)
    assert workspace.slack.calls == ["chat.postMessage"]


async def test_a_burst_of_mentions_is_answered_whole(workspace: Workspace) -> None:
    burst = [workspace.mention_event(QUESTION, channel=f"C{number % 9}") for number in range(BURST)]
    await asyncio.gather(*map(workspace.hand_over, burst))
    await workspace.settle()
    assert Counter(one.thread_ts for one in workspace.slack.posted) == Counter(
        event["ts"] for event in burst
    )


@pytest.mark.parametrize("refused", ["not_in_channel", "is_archived", "restricted_action"])
async def test_a_channel_that_muster_was_removed_from(
    workspace: Workspace, refused: str, caplog: pytest.LogCaptureFixture
) -> None:
    workspace.slack.canned.append(lambda: refusal(refused))
    assert await workspace.deliver(workspace.mention_event(QUESTION), "Ev0OUT") == []
    assert await workspace.later(3_600) == []
    assert f"event Ev0OUT reply was not posted: {refused}" in caplog.text
    assert "69%" in (await workspace.mention(QUESTION)).text
