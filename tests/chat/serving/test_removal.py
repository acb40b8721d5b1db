"""A workspace that removes Muster, or takes its token back, hears no more of it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox.web_api.faults import lost_call
from tests.chat.slack.workspace import Workspace

QUESTION = "agency rate for social workers in Assessment"
LEASE = 31
REMOVED = {"type": "app_uninstalled"}


def revoked(**tokens: list[str]) -> dict[str, Any]:
    """Give the event of tokens that were taken back."""
    return {"type": "tokens_revoked", "tokens": tokens}


@pytest.fixture
async def waiting(workspace: Workspace) -> Workspace:
    """Give a workspace with a post that is to be sent again."""
    workspace.slack.faults.inject("chat.postMessage", lost_call())
    assert await workspace.deliver(workspace.mention_event(QUESTION)) == []
    return workspace


@pytest.mark.parametrize("event", [REMOVED, revoked(oauth=["U1"], bot=["U2"])])
async def test_what_was_waiting_is_never_sent(
    waiting: Workspace, event: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    assert await waiting.deliver(event) == []
    calls = len(waiting.called)
    for _ in range(3):
        assert await waiting.later(LEASE) == []
    assert len(waiting.called) == calls
    removed = f"Workspace {waiting.council.id} removed Muster: 0 questions, 1 posts dropped."
    assert removed in caplog.text


async def test_the_same_without_the_event_is_sent(waiting: Workspace) -> None:
    assert len(await waiting.later(LEASE)) == 1


async def test_a_question_that_comes_after_it_is_not_answered(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    event = workspace.mention_event(QUESTION)
    await workspace.deliver(REMOVED)
    assert await workspace.deliver(event, "Ev0LATE") == []
    assert await workspace.later(LEASE) == []
    assert workspace.called == []
    assert "event Ev0LATE reply was not posted: not_installed" in caplog.text


async def test_a_persons_own_token_changes_nothing(waiting: Workspace) -> None:
    await waiting.deliver(revoked(oauth=["U1"]))
    assert len(await waiting.later(LEASE)) == 1


async def test_a_removal_that_is_told_after_a_new_start_changes_nothing(
    waiting: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope: Callable[..., dict[str, Any]] = waiting.envelope
    monkeypatch.setattr(waiting, "envelope", lambda *given: {**envelope(*given), "event_time": 1})
    await waiting.deliver(REMOVED)
    assert len(await waiting.later(LEASE)) == 1


async def test_a_removal_that_cannot_be_written_down_is_told_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("db.delivery.finish_all", fail)
    body = json.dumps(workspace.envelope(REMOVED)).encode()
    headers = {"Content-Type": "application/json", **workspace.signed(body)}
    assert (await workspace.send(body, headers))[0] == 503
    assert "A removal was not taken in: OSError" in caplog.text


async def test_an_admin_who_removes_the_app_is_told_to_muster_as_slack_does(
    waiting: Workspace,
) -> None:
    waiting.slack.revoke(waiting.council)
    await waiting.settle()
    told = [one.delivery.payload["event"]["type"] for one in waiting.slack.deliveries.attempts]
    assert told == ["tokens_revoked", "app_uninstalled"]
    assert await waiting.later(LEASE) == []
    assert waiting.called == ["chat.postMessage"]
