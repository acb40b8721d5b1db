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
from bot.settings import Settings
from tests.chat.slack.fake import APP_TOKEN, BOT_TOKEN, FakeSlack, refusal
from tests.chat.slack.workspace import SECRET, Clock, Workspace

ROOT = Path(__file__).parents[3]
QUESTION = "agency rate for social workers in Assessment"
FIGURE = "Agency rate, social workers, Assessment"
MENTION = {
    "type": "event_callback",
    "team_id": "T0COUNCIL",
    "event_id": "Ev0SOCKET",
    "event": {
        "type": "app_mention",
        "user": "U0ANNA",
        "text": QUESTION,
        "ts": "1.1",
        "channel": "C0",
    },
}
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
    known: Settings, reports: Muster, clock: Clock
) -> None:
    with pytest.raises(NoSlackTokenError):
        build_bot(known.model_copy(update={"slack_bot_token": None}), reports, clock)


async def test_nothing_is_opened_without_a_surface(
    known: Settings, reports: Muster, clock: Clock
) -> None:
    bot = build_bot(known, reports, clock)
    with pytest.raises(NoSlackSurfaceError):
        surface(known.model_copy(update={"slack_signing_secret": None}), bot.app, clock)
    await bot.close()


async def test_bolt_does_not_complain_of_the_token_it_finds(
    known: Settings,
    reports: Muster,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT_TOKEN)
    await build_bot(known, reports, clock).close()
    assert [one for one in caplog.records if one.name != "asyncio"] == []


async def test_a_token_that_slack_refuses_ends_it(
    known: Settings, slack: FakeSlack, reports: Muster, clock: Clock
) -> None:
    slack.canned.append(lambda: refusal("token_revoked"))
    with pytest.raises(NoSlackTokenError, match="token_revoked"):
        await serve.serve_until(asyncio.Event(), known, reports, clock)


async def told_to_stop(known: Settings, muster: Muster, clock: Clock) -> None:
    """Serve when the order to stop has come already."""
    stop = asyncio.Event()
    stop.set()
    await serve.serve_until(stop, known, muster, clock)


async def test_it_serves_while_slack_is_out_of_order(
    known: Settings,
    slack: FakeSlack,
    reports: Muster,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    slack.canned.append(lambda: refusal("internal_error"))
    with caplog.at_level(logging.INFO):
        await told_to_stop(known, reports, clock)
    assert "Slack did not say who Muster is: internal_error" in caplog.text
    assert "Muster listens: http://127.0.0.1:" in caplog.text


async def test_it_serves_while_slack_is_out_of_reach(
    known: Settings, reports: Muster, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = known.model_copy(update={"slack_api_url": "http://127.0.0.1:1/"})
    await told_to_stop(nowhere, reports, clock)
    assert "Slack is out of reach for now: ClientConnectorError" in caplog.text


async def test_a_mention_over_a_socket(
    over_socket: Settings, slack: FakeSlack, reports: Muster, clock: Clock
) -> None:
    stop = asyncio.Event()
    served = asyncio.create_task(serve.serve_until(stop, over_socket, reports, clock))
    line = await slack.sockets.get()
    await line.send_json({"type": "events_api", "envelope_id": "7", "payload": MENTION})
    assert await slack.acknowledged.get() == {"envelope_id": "7"}
    stop.set()
    await served
    assert [one.text.startswith(FIGURE) for one in slack.posted] == [True]
    assert line.closed


async def test_a_socket_is_given_up_before_it_is_connected(
    over_socket: Settings, slack: FakeSlack, reports: Muster, clock: Clock
) -> None:
    bot = build_bot(over_socket, reports, clock)
    async with surface(over_socket, bot.app, clock) as place:
        assert place == "Socket Mode"
    await bot.close()
    assert slack.calls == []


async def test_an_answer_under_way_is_posted_after_the_last_delivery(
    known: Settings, slack: FakeSlack, reports: Muster, clock: Clock
) -> None:
    bot = build_bot(known, reports, clock)
    slack.gate.clear()
    async with surface(known, bot.app, clock) as place, ClientSession() as session:
        workspace = Workspace(slack, session, f"{place}{PATH}", clock, slack.knocked.wait, nothing)
        assert await workspace.deliver(workspace.mention_event(QUESTION)) == []
    async with ClientSession() as session:
        with pytest.raises(ClientConnectorError):
            await session.post(workspace.url)
    slack.gate.set()
    await bot.close()
    assert [one.text.startswith(FIGURE) for one in slack.posted] == [True]


async def test_an_answer_that_takes_too_long_is_counted(
    known: Settings,
    slack: FakeSlack,
    reports: Muster,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot = build_bot(known, reports, clock)
    slack.gate.clear()
    async with surface(known, bot.app, clock) as place, ClientSession() as session:
        workspace = Workspace(slack, session, f"{place}{PATH}", clock, slack.knocked.wait, nothing)
        await workspace.deliver(workspace.mention_event(QUESTION))
    await bot.close(0)
    slack.gate.set()
    assert slack.posted == []
    assert "Left to be answered at the next start: 1" in caplog.text


async def test_a_signal_stops_it(
    over_socket: Settings, slack: FakeSlack, reports_sqlite_url: str
) -> None:
    known = over_socket.model_copy(update={"database_url": reports_sqlite_url})
    served = asyncio.create_task(serve.run(known))
    await slack.sockets.get()
    os.kill(os.getpid(), signal.SIGTERM)
    await served


async def test_a_process_told_to_stop_answers_what_it_has_heard(
    slack: FakeSlack, reports_sqlite_url: str
) -> None:
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        env=environment(
            DATABASE_URL=reports_sqlite_url,
            SLACK_BOT_TOKEN=BOT_TOKEN,
            SLACK_SIGNING_SECRET=SECRET,
            SLACK_API_URL=f"{slack.url}api/",
            HOST="127.0.0.1",
            PORT="0",
        ),
        stderr=asyncio.subprocess.PIPE,
    )
    log = process.stderr
    assert log
    place = await read_until(log, r"Muster listens: (http://\S+)")
    slack.gate.clear()
    async with ClientSession() as session:
        clock = Clock(datetime.now(UTC))  # the process has no other
        workspace = Workspace(slack, session, f"{place}{PATH}", clock, slack.knocked.wait, nothing)
        await workspace.deliver(workspace.mention_event(QUESTION))
    process.send_signal(signal.SIGTERM)
    await read_until(log, r"(Muster stops)")
    slack.gate.set()
    assert await process.wait() == 0
    assert (await log.read()).decode() == ""
    assert [one.text.startswith(FIGURE) for one in slack.posted] == [True]


async def nothing() -> None:
    """Look for nothing."""


async def read_until(log: asyncio.StreamReader, pattern: str) -> str:
    """Read a log up to the line with a pattern; give what its group found."""
    async for line in log:
        if found := re.search(pattern, line.decode()):
            return found[1]
    raise AssertionError(f"the log ended without {pattern}")
