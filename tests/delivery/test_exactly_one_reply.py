"""Exactly one reply to each question, however often it is delivered and whatever Slack answers."""

import asyncio
import logging
import os
import random
from collections import Counter
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from aiohttp import web

from bot.delivery.sending.slack import Calls
from bot.pipeline import Muster
from db import delivery
from tests.chat.conftest import Opens
from tests.chat.slack.fake import FakeSlack, refusal
from tests.chat.slack.workspace import Workspace

QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"
LEASE = 31
SEED = 20240611
QUESTIONS = int(os.environ.get("MUSTER_STORM", "40"))


def unavailable() -> web.Response:
    return web.Response(status=503, text="<html>Sorry", content_type="text/html")


def broken() -> web.Response:
    return web.Response(status=200, text='{"ok": tr', content_type="application/json")


def hang_up() -> web.Response:
    raise ConnectionResetError


def too_fast(retry_after: str | None) -> Callable[[], web.Response]:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return lambda: web.json_response(
        {"ok": False, "error": "ratelimited"}, status=429, headers=headers
    )


@pytest.mark.parametrize("outcome", [unavailable, broken, hang_up, lambda: refusal("fatal_error")])
async def test_a_post_that_failed_is_sent_again(
    workspace: Workspace, outcome: Callable[[], web.Response]
) -> None:
    workspace.slack.canned.append(outcome)
    assert await workspace.deliver(workspace.mention_event(QUESTION)) == []
    [reply] = await workspace.later(LEASE)
    assert FIGURE in reply.text
    assert await workspace.later(LEASE) == []


@pytest.mark.parametrize("question", ["mention_event", "message_event"])
async def test_a_post_whose_answer_was_lost_is_not_sent_again(
    workspace: Workspace, question: str
) -> None:
    workspace.slack.lost = 1
    await workspace.deliver(getattr(workspace, question)("thanks"))
    await workspace.deliver(getattr(workspace, question)(QUESTION))
    assert len(workspace.slack.posted) == 2
    assert await workspace.later(LEASE) == []
    assert await workspace.later(LEASE) == []
    assert len(workspace.slack.posted) == 2


async def test_the_same_loss_without_a_look_into_history_is_said_twice(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def blind(*_: object) -> None:
        """See nothing."""

    monkeypatch.setattr(Calls, "find", blind)
    workspace.slack.lost = 1
    await workspace.deliver(workspace.mention_event(QUESTION))
    assert len(await workspace.later(LEASE)) == 1


async def test_a_post_is_not_sent_again_while_the_first_may_be_on_its_way(
    workspace: Workspace,
) -> None:
    workspace.slack.canned.append(hang_up)
    await workspace.deliver(workspace.mention_event(QUESTION))
    assert await workspace.later(20) == []
    assert workspace.slack.calls == ["chat.postMessage"]


async def test_a_private_post_whose_answer_was_lost_is_sent_again(workspace: Workspace) -> None:
    workspace.slack.canned.append(hang_up)
    assert await workspace.deliver_command(QUESTION) == []
    [reply] = await workspace.later(LEASE)
    assert FIGURE in reply.text


async def test_where_history_is_closed_a_post_is_rather_sent_twice(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    workspace.slack.lost = 1
    await workspace.deliver(workspace.mention_event(QUESTION))
    workspace.slack.canned.append(lambda: refusal("missing_scope"))
    assert len(await workspace.later(LEASE)) == 1
    assert "may be posted twice: missing_scope" in caplog.text


async def test_a_look_into_history_that_fails_is_repeated(workspace: Workspace) -> None:
    workspace.slack.lost = 1
    await workspace.deliver(workspace.mention_event(QUESTION))
    workspace.slack.canned.append(unavailable)
    assert await workspace.later(LEASE) == []
    assert await workspace.later(LEASE) == []
    assert workspace.slack.calls.count("conversations.replies") == 2


@pytest.mark.parametrize("retry_after", ["0", "soon", None, "nan"])
async def test_too_fast_is_sent_again_in_time(
    workspace: Workspace, retry_after: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = waits(monkeypatch)
    workspace.slack.canned.append(too_fast(retry_after))
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
    workspace.slack.canned.append(hang_up)
    await workspace.deliver(workspace.mention_event(QUESTION), "Ev0LATE")
    workspace.slack.canned += [unavailable] * 2
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


async def storm(workspaces: list[Workspace], slack: FakeSlack) -> Counter[str]:
    """Deliver questions many times, mixed, to several processes; count the replies by thread."""
    chance = random.Random(SEED)  # noqa: S311 - a storm is not a secret
    first = workspaces[0]
    deliveries = []
    for number in range(QUESTIONS):
        thread = f"{1718000000 + number}.000100"
        mention = first.mention_event(QUESTION, thread, channel=f"C{number % 7}")
        twin = {**mention, "type": "message", "channel_type": "im"}
        for event, event_id in ((mention, f"Ev{number}"), (twin, f"Tw{number}")):
            deliveries += [(event, event_id)] * chance.randint(1, 4)
    chance.shuffle(deliveries)
    await asyncio.gather(
        *(chance.choice(workspaces).hand_over(event, name) for event, name in deliveries)
    )
    for workspace in workspaces:
        await workspace.settle()
    return Counter(one.thread_ts for one in slack.posted)


async def test_one_reply_each_from_two_processes(
    opens: Opens, reports: Muster, slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        async with opens(reports) as one, opens(reports) as two:
            replies = await storm([one, two], slack)
    assert Counter(replies.values()) == {1: QUESTIONS}


async def test_the_same_storm_without_the_inbox_is_answered_more_than_once(
    opens: Opens, reports: Muster, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = delivery.take
    numbers = count()

    def forgetful(conn: Any, workspace: str, keys: tuple[str, ...], *rest: Any) -> int | None:
        taken: int | None = take(conn, workspace, (f"{keys[0]} {next(numbers)}", None, None), *rest)
        return taken

    monkeypatch.setattr(delivery, "take", forgetful)
    async with opens(reports) as one, opens(reports) as two:
        replies = await storm([one, two], slack)
    assert Counter(replies.values()) != {1: QUESTIONS}
