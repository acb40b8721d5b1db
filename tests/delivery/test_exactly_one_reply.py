"""Exactly one reply to each question, however often it is delivered and whatever Slack answers."""

import os

import pytest

from bot.delivery.sending.slack import Calls
from bot.sandbox.web_api.faults import (
    Fault,
    lost_call,
    lost_reply,
    rate_limited,
    refusal,
    server_error,
)
from db import delivery
from tests.chat.slack.workspace import CHANNEL, Workspace

POST, LOOK = "chat.postMessage", "conversations.replies"
QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"
LEASE = 31
SEED = 20240611
QUESTIONS = int(os.environ.get("MUSTER_STORM", "40"))


UNAVAILABLE = server_error(503, "<html>Sorry")
BROKEN = server_error(200, '{"ok": tr')


@pytest.mark.parametrize("outcome", [UNAVAILABLE, BROKEN, lost_call(), refusal("fatal_error")])
async def test_a_post_that_failed_is_sent_again(workspace: Workspace, outcome: Fault) -> None:
    workspace.slack.faults.inject(POST, outcome)
    assert await workspace.deliver(workspace.mention_event(QUESTION)) == []
    [reply] = await workspace.later(LEASE)
    assert FIGURE in reply.text
    assert await workspace.later(LEASE) == []


@pytest.mark.parametrize("question", ["mention_event", "message_event"])
async def test_a_post_whose_answer_was_lost_is_not_sent_again(
    workspace: Workspace, question: str
) -> None:
    workspace.slack.faults.inject(POST, lost_reply())
    await workspace.deliver(getattr(workspace, question)("thanks"))
    await workspace.deliver(getattr(workspace, question)(QUESTION))
    assert len(workspace.posted) == 2
    assert await workspace.later(LEASE) == []
    assert await workspace.later(LEASE) == []
    assert len(workspace.posted) == 2


async def test_the_same_loss_without_a_look_into_history_is_said_twice(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def blind(*_: object) -> None:
        """See nothing."""

    monkeypatch.setattr(Calls, "find", blind)
    workspace.slack.faults.inject(POST, lost_reply())
    await workspace.deliver(workspace.mention_event(QUESTION))
    assert len(await workspace.later(LEASE)) == 1


async def test_a_post_is_not_sent_again_while_the_first_may_be_on_its_way(
    workspace: Workspace,
) -> None:
    workspace.slack.faults.inject(POST, lost_call())
    await workspace.deliver(workspace.mention_event(QUESTION))
    assert await workspace.later(20) == []
    assert workspace.called == [POST]


async def test_a_private_post_whose_answer_was_lost_is_sent_again(workspace: Workspace) -> None:
    workspace.slack.faults.inject("response_url", lost_call())
    anna = workspace.people["anna"]
    assert await workspace.upon(lambda: anna.command(QUESTION, CHANNEL)) == []
    [reply] = await workspace.later(LEASE)
    assert FIGURE in reply.text


async def test_where_history_is_closed_a_post_is_rather_sent_twice(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    workspace.slack.faults.inject(POST, lost_reply())
    await workspace.deliver(workspace.mention_event(QUESTION))
    workspace.slack.faults.inject(LOOK, refusal("missing_scope"))
    assert len(await workspace.later(LEASE)) == 1
    assert "may be posted twice: missing_scope" in caplog.text


async def test_a_look_into_history_that_fails_is_repeated(workspace: Workspace) -> None:
    workspace.slack.faults.inject(POST, lost_reply())
    await workspace.deliver(workspace.mention_event(QUESTION))
    workspace.slack.faults.inject(LOOK, UNAVAILABLE)
    assert await workspace.later(LEASE) == []
    assert await workspace.later(LEASE) == []
    assert workspace.called.count(LOOK) == 2


@pytest.mark.parametrize("retry_after", ["0", "soon", None, "nan"])
async def test_too_fast_is_sent_again_in_time(
    workspace: Workspace, retry_after: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = waits(monkeypatch)
    workspace.slack.faults.inject(POST, rate_limited(retry_after))
    assert FIGURE in (await workspace.mention(QUESTION)).text
    assert waited == [0.0 if retry_after == "0" else 1.0]


def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let waits take no time; give how long they would have been."""
    waited: list[float] = []

    async def note(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("bot.delivery.sending.sender.sleep", note)
    return waited


async def test_after_a_quarter_of_an_hour_a_post_is_given_up(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    workspace.slack.faults.inject(POST, lost_call())
    await workspace.deliver(workspace.mention_event(QUESTION), "Ev0LATE")
    workspace.slack.faults.inject(LOOK, UNAVAILABLE, UNAVAILABLE)
    assert await workspace.later(901) == []
    assert await workspace.later(901) == []
    assert "event Ev0LATE reply was not posted: HTTP 503" in caplog.text


async def test_a_mistake_of_ours_gets_a_sentence_and_a_line_in_the_log(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError(QUESTION)

    monkeypatch.setattr("bot.listeners.conversation.replying.lines_of", fail)
    assert (await workspace.mention(QUESTION)).text.startswith("Sorry, ")
    assert "was not answered: ZeroDivisionError\n" in caplog.text
    assert QUESTION not in caplog.text


async def test_what_cannot_be_written_down_is_answered_once_it_can(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as broken_store:
        broken_store.setattr(delivery, "finish", fail)
        assert await workspace.deliver(workspace.mention_event(QUESTION)) == []
    assert "is to be answered later: OSError" in caplog.text
    assert len(await workspace.later(LEASE)) == 1
