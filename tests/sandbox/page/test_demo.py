import os
import shutil
import subprocess
import sys
import urllib.request
from functools import partial
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.cli.demo import GREETING, demonstrating
from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings


@pytest.fixture
def known(reports_sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Give settings that name a store of one's own, where the environment names another Slack."""
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    held = Path(reports_sqlite_url.removeprefix("sqlite:///"))
    return Settings(database_url=f"sqlite:///{shutil.copy(held, tmp_path / 'muster.db')}")


def is_answered(sandbox: Sandbox, number: int) -> bool:
    return len(sandbox.posted) == number


async def test_each_greeting_question_is_answered_with_a_figure(known: Settings) -> None:
    async with demonstrating(known) as sandbox, ClientSession() as http:
        entered = await http.get(sandbox.slack.url)
        channel = entered.url.path.rpartition("/")[2]
        for number, question in enumerate(GREETING.questions, start=1):
            fields = {"channel": channel, "text": f"@muster {question}"}
            say = (entered.url / "say").with_query(entered.url.query)
            assert (await http.post(say, data=fields)).status == 200
            await sandbox.until(partial(is_answered, sandbox, number))

        assert [message.is_reply for message in sandbox.posted] == [True] * 4
        assert all("%" in message.shown for message in sandbox.posted)
        assert sandbox.refused == []


def test_the_command_shows_its_page_until_it_is_told_to_stop(known: Settings) -> None:
    command = [sys.executable, "-m", "bot", "demo", "--no-open"]
    surroundings = {**os.environ, "DATABASE_URL": known.database_url}
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout
        address = demo.stdout.readline().split()[5]
        try:
            with urllib.request.urlopen(address) as page:  # noqa: S310 - the demo's own
                assert b"Ask about your workforce" in page.read()
        finally:
            demo.terminate()
        assert demo.wait() == 0
