"""Starting, listening on a socket or over HTTP, and stopping without losing a question."""

import asyncio
import logging
import os
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientConnectorError, ClientSession
from pydantic import SecretStr

from bot.app import build_bot, surface
from bot.cli import serve
from bot.errors import NoSlackSurfaceError, NoSlackTokenError, NoStoreError, OldStoreError
from bot.listeners.guard import PATH
from bot.pipeline import Muster
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.timing import ManualTime
from bot.sandbox.web_api.faults import refusal
from bot.settings import Settings
from tests.chat.slack.workspace import (
    Workspace,
    council,
    everything_posted,
    methods,
    person_named,
    token_of,
)

ROOT = Path(__file__).parents[3]
QUESTION = "agency rate for social workers in Assessment"
POST = "chat.postMessage"
FIGURE = "Agency rate, social workers, Assessment"
APP_TOKEN = "xapp-sandbox"  # noqa: S105 - opens nothing
BOT_TOKEN = "xoxb-none"  # noqa: S105 - opens nothing
COMMAND = (sys.executable, "-m", "bot", "serve")


def environment(**told: str) -> dict[str, str]:
    """Give this process's environment without Slack, and what a test tells besides."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
    return {**kept, "PYTHONPATH": str(ROOT), **told}


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({}, "SLACK_BOT_TOKEN"),
        ({"SLACK_APP_TOKEN": APP_TOKEN}, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": BOT_TOKEN}, "SLACK_APP_TOKEN"),
        ({"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": ""}, "SLACK_SIGNING_SECRET"),
        ({"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}, "muster prepare"),
        ({"SLACK_CLIENT_ID": "1.2"}, "MUSTER_TOKEN_KEY"),
    ],
)
def test_what_is_missing_is_named_in_one_line(
    told: dict[str, str], named: str, tmp_path: Path
) -> None:
    store = {"DATABASE_URL": f"sqlite:///{tmp_path / 'none.db'}"}
    run = subprocess.run(
        COMMAND, env=environment(**store, **told), capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert len(run.stderr.splitlines()) == 1
    assert named in run.stderr


@pytest.fixture
def over_socket(known: Settings) -> Settings:
    """Give settings with both surfaces, of which the socket is taken."""
    return known.model_copy(update={"slack_app_token": SecretStr(APP_TOKEN)})


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"slack_bot_token": None}, NoSlackTokenError),
        ({"slack_signing_secret": None}, NoSlackSurfaceError),
        ({"database_url": "sqlite:////nowhere/muster.db"}, NoStoreError),
    ],
)
async def test_everything_is_checked_before_anything_is_begun(
    known: Settings, told: dict[str, str | None], error: type[Exception]
) -> None:
    with pytest.raises(error):
        serve.check(known.model_copy(update=told))


async def test_the_store_is_prepared_first(
    known: Settings, migrated_file: Path, reports_sqlite_url: str
) -> None:
    with pytest.raises(OldStoreError):
        serve.check(known.model_copy(update={"database_url": f"sqlite:///{migrated_file}"}))
    serve.check(known.model_copy(update={"database_url": reports_sqlite_url}))


async def test_nothing_is_built_without_a_token(
    known: Settings, reports: Muster, time: ManualTime
) -> None:
    with pytest.raises(NoSlackTokenError):
        build_bot(known.model_copy(update={"slack_bot_token": None}), reports, time.now)


async def test_nothing_is_opened_without_a_surface(
    known: Settings, reports: Muster, time: ManualTime
) -> None:
    bot = build_bot(known, reports, time.now)
    with pytest.raises(NoSlackSurfaceError):
        surface(known.model_copy(update={"slack_signing_secret": None}), bot.app, time.now)
    await bot.close()


async def test_bolt_does_not_complain_of_the_token_it_finds(
    known: Settings,
    reports: Muster,
    time: ManualTime,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT_TOKEN)
    await build_bot(known, reports, time.now).close()
    assert [one for one in caplog.records if one.name != "asyncio"] == []


async def test_a_token_that_slack_refuses_ends_it(
    known: Settings, slack: Sandbox, reports: Muster, time: ManualTime
) -> None:
    slack.faults.inject("auth.test", refusal("token_revoked"))
    with pytest.raises(NoSlackTokenError, match="token_revoked"):
        await serve.serve_until(asyncio.Event(), known, reports, time.now)


async def told_to_stop(known: Settings, muster: Muster, time: ManualTime) -> None:
    """Serve when the order to stop has come already."""
    stop = asyncio.Event()
    stop.set()
    await serve.serve_until(stop, known, muster, time.now)


async def test_it_serves_while_slack_is_out_of_order(
    known: Settings,
    slack: Sandbox,
    reports: Muster,
    time: ManualTime,
    caplog: pytest.LogCaptureFixture,
) -> None:
    slack.faults.inject("auth.test", refusal("internal_error"))
    with caplog.at_level(logging.INFO):
        await told_to_stop(known, reports, time)
    assert "Slack did not say who Muster is: internal_error" in caplog.text
    assert "Muster listens: http://127.0.0.1:" in caplog.text


async def test_it_serves_while_slack_is_out_of_reach(
    known: Settings, reports: Muster, time: ManualTime, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = known.model_copy(update={"slack_api_url": "http://127.0.0.1:1/"})
    await told_to_stop(nowhere, reports, time)
    assert "Slack is out of reach for now: ClientConnectorError" in caplog.text


async def test_a_mention_over_a_socket(
    over_socket: Settings, slack: Sandbox, reports: Muster, time: ManualTime
) -> None:
    stop = asyncio.Event()
    served = asyncio.create_task(serve.serve_until(stop, over_socket, reports, time.now))
    await slack.socket.connected.wait()
    slack.session(person_named(slack, "anna")).mention(QUESTION, "service")
    await slack.until(lambda: everything_posted(slack))
    await slack.deliveries.idle()
    stop.set()
    await served
    assert [one.text.startswith(FIGURE) for one in everything_posted(slack)] == [True]
    assert all(one.answer.is_heard for one in slack.deliveries.attempts)


async def test_a_socket_is_given_up_before_it_is_connected(
    over_socket: Settings, slack: Sandbox, reports: Muster, time: ManualTime
) -> None:
    bot = build_bot(over_socket, reports, time.now)
    async with surface(over_socket, bot.app, time.now) as place:
        assert place == "Socket Mode"
    await bot.close()
    assert methods(slack) == []


async def test_an_answer_under_way_is_posted_after_the_last_delivery(
    known: Settings, slack: Sandbox, reports: Muster, time: ManualTime
) -> None:
    bot = build_bot(known, reports, time.now)
    async with slack.faults.holding(POST) as gate:
        async with surface(known, bot.app, time.now) as place, ClientSession() as session:
            workspace = Workspace(
                slack, session, f"{place}{PATH}", time, gate.knocked.wait, nothing
            )
            assert await workspace.deliver(workspace.mention_event(QUESTION)) == []
        async with ClientSession() as session:
            with pytest.raises(ClientConnectorError):
                await session.post(workspace.url)
    await bot.close()
    assert [one.text.startswith(FIGURE) for one in everything_posted(slack)] == [True]


async def test_an_answer_that_takes_too_long_is_counted(
    known: Settings,
    slack: Sandbox,
    reports: Muster,
    time: ManualTime,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot = build_bot(known, reports, time.now)
    async with slack.faults.holding(POST) as gate:
        async with surface(known, bot.app, time.now) as place, ClientSession() as session:
            workspace = Workspace(
                slack, session, f"{place}{PATH}", time, gate.knocked.wait, nothing
            )
            await workspace.deliver(workspace.mention_event(QUESTION))
        await bot.close(0)
        assert slack.posted == []
    assert "Left to be answered at the next start: 1" in caplog.text


async def test_a_signal_stops_it(
    over_socket: Settings, slack: Sandbox, reports_sqlite_url: str
) -> None:
    known = over_socket.model_copy(update={"database_url": reports_sqlite_url})
    served = asyncio.create_task(serve.run(known))
    await slack.socket.connected.wait()
    os.kill(os.getpid(), signal.SIGTERM)
    await served


async def test_a_process_told_to_stop_answers_what_it_has_heard(reports_sqlite_url: str) -> None:
    time = ManualTime(datetime.now(UTC))  # the process has no other
    slack = council(time)
    async with slack.open(), slack.faults.holding(POST) as gate, ClientSession() as session:
        process = await started(slack, reports_sqlite_url)
        assert process.stderr
        place = await read_until(process.stderr, r"Muster listens: (http://\S+)")
        workspace = Workspace(slack, session, f"{place}{PATH}", time, gate.knocked.wait, nothing)
        await workspace.deliver(workspace.mention_event(QUESTION))
        process.send_signal(signal.SIGTERM)
        await read_until(process.stderr, r"(Muster stops)")
        gate.open.set()
        assert await process.wait() == 0
        assert (await process.stderr.read()).decode() == ""
    assert [one.text.startswith(FIGURE) for one in everything_posted(slack)] == [True]


async def started(slack: Sandbox, database_url: str) -> asyncio.subprocess.Process:
    """Start `muster serve` for a Slack, over HTTP."""
    told = environment(
        DATABASE_URL=database_url,
        SLACK_BOT_TOKEN=token_of(slack),
        SLACK_SIGNING_SECRET=slack.app.signing_secret,
        SLACK_API_URL=slack.api_url,
        HOST="127.0.0.1",
        PORT="0",
    )
    return await asyncio.create_subprocess_exec(*COMMAND, env=told, stderr=asyncio.subprocess.PIPE)


async def nothing() -> None:
    """Look for nothing."""


async def read_until(log: asyncio.StreamReader, pattern: str) -> str:
    """Read a log up to the line with a pattern; give what its group found."""
    async for line in log:
        if found := re.search(pattern, line.decode()):
            return found[1]
    raise AssertionError(f"the log ended without {pattern}")
