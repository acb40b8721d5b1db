"""Slack delivers more than questions, and some questions more than once."""

import asyncio
from collections import Counter
from itertools import permutations
from typing import Any

import pytest

from bot.reply.lines import Lines
from bot.sandbox.delivery.transport import Sort
from bot.sandbox.web_api.faults import refusal
from tests.chat.slack.workspace import CHANNELS, Workspace, methods

QUESTION = "agency rate for social workers in Assessment"
BURST = 500


async def test_one_reply_to_an_event_delivered_four_times(workspace: Workspace) -> None:
    event = workspace.mention_event(QUESTION)
    posted = [await workspace.deliver(event, "Ev0ONE") for _ in range(4)]
    assert [len(each) for each in posted] == [1, 0, 0, 0]


async def test_one_reply_to_a_command_delivered_twice(workspace: Workspace) -> None:
    await workspace.command(QUESTION)
    assert await workspace.again(Sort.COMMAND) == []


@pytest.mark.parametrize("order", list(permutations(["app_mention", "message"])))
async def test_one_reply_to_a_mention_that_is_a_message_too(
    workspace: Workspace, order: tuple[str, str]
) -> None:
    mention = workspace.mention_event(QUESTION)
    message = {**mention, "type": "message", "channel_type": "channel"}
    events = {"app_mention": mention, "message": message}
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
        {"bot_id": "B0MUSTER"},
        {"bot_id": "B0OTHER"},
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


async def test_muster_does_not_answer_itself(workspace: Workspace) -> None:
    itself = workspace.people["anna"].bot.id
    assert await workspace.deliver(workspace.message_event(QUESTION, user=itself)) == []
    assert await workspace.deliver(workspace.mention_event(QUESTION, user=itself)) == []


@pytest.mark.parametrize("kind", ["channel", "group", "mpim", None])
async def test_what_people_say_to_each_other_is_not_answered(
    workspace: Workspace, kind: str | None
) -> None:
    event = workspace.mention_event(QUESTION, type="message", channel_type=kind)
    assert await workspace.deliver(event) == []


@pytest.mark.parametrize("kind", ["reaction_added", "team_join", "message"])
async def test_an_event_nobody_listens_to_is_accepted(workspace: Workspace, kind: str) -> None:
    assert await workspace.deliver({"type": kind, "user": "U0ANNA"}) == []
    assert workspace.called == []


async def test_slack_is_asked_who_asks_and_nothing_else_before_the_first_reply(
    workspace: Workspace,
) -> None:
    for _ in range(2):
        await workspace.mention(QUESTION)
    assert methods(workspace.slack) == ["users.info", "chat.postMessage", "chat.postMessage"]


async def test_a_burst_of_mentions_is_answered_whole(workspace: Workspace) -> None:
    burst = [
        workspace.mention_event(QUESTION, channel=f"c{number % CHANNELS}")
        for number in range(BURST)
    ]
    await asyncio.gather(*map(workspace.hand_over, burst))
    await workspace.settle()
    assert Counter(one.thread_ts for one in workspace.posted) == Counter(
        event["ts"] for event in burst
    )


@pytest.mark.parametrize("refused", ["not_in_channel", "is_archived", "restricted_action"])
async def test_a_channel_that_muster_was_removed_from(
    workspace: Workspace, refused: str, caplog: pytest.LogCaptureFixture
) -> None:
    workspace.slack.faults.inject("chat.postMessage", refusal(refused))
    assert await workspace.deliver(workspace.mention_event(QUESTION), "Ev0OUT") == []
    assert await workspace.later(3_600) == []
    assert f"event Ev0OUT reply was not posted: {refused}" in caplog.text
    assert "69%" in (await workspace.mention(QUESTION)).text


async def test_a_workspace_that_took_its_token_back_unheard_is_left_in_peace(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    assert workspace.council.installation
    workspace.council.installation.is_revoked = True
    assert await workspace.deliver(workspace.mention_event(QUESTION), "Ev0GONE") == []
    for _ in range(5):
        assert await workspace.later(60) == []
    assert workspace.called == ["chat.postEphemeral"]
    assert "event Ev0GONE reply was not posted: token_revoked" in caplog.text
    workspace.slack.calls.clear()


async def test_an_answer_longer_than_slack_takes_is_shortened_with_a_count(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "bot.listeners.conversation.replying.lines_of",
        lambda *_: Lines(tuple(f"Line {number} & more" for number in range(9_000))),
    )
    reply = await workspace.mention(QUESTION)
    assert len(reply.text) <= 40_000
    assert "more." in reply.text.splitlines()[-1]
    assert reply.blocks
