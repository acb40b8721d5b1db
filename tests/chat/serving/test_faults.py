"""What the person hears and what the log holds when something goes wrong."""

import asyncio
import json
import logging
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.delivery.running import Running
from bot.pipeline import Muster, Replied
from bot.query.query import Query
from bot.sandbox.web_api.faults import rate_limited, refusal, server_error
from tests.chat.conftest import Opens
from tests.chat.slack.workspace import CHANNEL, JSON, Workspace

QUESTION = "agency rate for social workers in Assessment"
FIGURE = "69%"


@pytest.fixture(autouse=True)
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Log all there is, and let nothing that was asked, answered or is secret be in it."""
    with caplog.at_level(logging.DEBUG):
        yield
    records = [one for phase in ("setup", "call") for one in caplog.get_records(phase)]
    log = "\n".join(map(logging.Formatter().format, records))
    assert "Using selector" in log
    for secret in (
        QUESTION,
        "Assessment",
        FIGURE,
        "xoxb-",
        "sandbox-signing",
        "verification-token",
    ):
        assert secret not in log


async def test_a_question_without_a_store_gets_one_polite_sentence(
    opens: Opens, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with opens(Muster(f"sqlite:///{tmp_path / 'gone.db'}")) as workspace:
        assert (await workspace.mention(QUESTION)).text.startswith("Sorry, ")
        assert (await workspace.message(QUESTION)).text.startswith("Sorry, ")
        assert (await workspace.command(QUESTION)).text.startswith("Sorry, ")
    assert "OperationalError (SQLITE_CANTOPEN)" in caplog.text
    assert "db/reader.py" in caplog.text


async def test_what_cannot_be_taken_in_is_delivered_again(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    event = workspace.mention_event(QUESTION)
    del event["ts"]
    body = json.dumps(workspace.envelope(event)).encode()
    assert await workspace.send(body, {"Content-Type": JSON, **workspace.signed(body)}) == (503, "")
    assert "A delivery was not taken in: KeyError" in caplog.text


async def test_a_fault_of_the_server_is_logged_by_its_place(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    body = json.dumps([QUESTION]).encode()
    status, text = await workspace.send(body, {"Content-Type": JSON, **workspace.signed(body)})
    assert (status, QUESTION in text) == (500, False)
    assert "Error handling request from 127.0.0.1: AttributeError\n" in caplog.text
    assert "has no attribute" not in caplog.text


async def test_what_slack_refuses_is_logged_by_its_code(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    workspace.slack.faults.inject("chat.postMessage", refusal("channel_not_found"))
    assert await workspace.deliver(workspace.mention_event(QUESTION), "Ev0LOST") == []
    assert await workspace.later(3_600) == []
    assert "event Ev0LOST reply was not posted: channel_not_found" in caplog.text


async def test_a_private_way_that_is_closed_is_gone_round(workspace: Workspace) -> None:
    workspace.slack.faults.inject("response_url", server_error(404, "expired_url"))
    reply = await workspace.command(QUESTION)
    assert reply.is_private
    assert workspace.called == ["response_url", "chat.postEphemeral"]


@pytest.mark.parametrize("question", ["mention", "command"])
async def test_a_post_that_came_too_fast_is_repeated(workspace: Workspace, question: str) -> None:
    for method in ("chat.postMessage", "response_url"):
        workspace.slack.faults.inject(method, rate_limited(0))
    reply = await getattr(workspace, question)(QUESTION)
    assert FIGURE in reply.text


async def test_refused_blocks_are_left_out(workspace: Workspace) -> None:
    too_long = [refusal("msg_blocks_too_long")] * 2
    workspace.slack.faults.inject("chat.postMessage", *too_long)
    reply = await workspace.mention(QUESTION)
    assert FIGURE in reply.text
    assert reply.blocks == []


class Held(Muster):
    """Answers when it is let."""

    let = threading.Event()

    def ask(
        self, text: str, today: date, thread: Query | None = None, council: str | None = None
    ) -> Replied:
        """Wait, then answer."""
        assert self.let.wait(60)
        return super().ask(text, today, thread, council)


async def test_other_deliveries_are_accepted_while_an_answer_takes_its_time(
    opens: Opens, reports_sqlite_url: str
) -> None:
    muster = Held(reports_sqlite_url)
    async with opens(muster) as workspace:
        for _ in range(3):
            answer = await workspace.people["anna"].command(QUESTION, CHANNEL)
            assert (answer.status, answer.text) == (200, "")
        assert workspace.posted == []
        muster.let.set()
        await workspace.settle()
        assert len(workspace.posted) == 3
    muster.close()


async def test_work_that_takes_too_long_is_cut_off() -> None:
    running = Running()

    async def wait() -> None:
        await asyncio.Event().wait()

    running.start(wait())
    assert await running.drain(0) == 1
    assert await running.drain(0) == 0
