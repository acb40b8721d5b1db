"""Processes that post digests and are killed: `python process.py DATABASE_URL SLACK_URL TOKEN`.

Reads lines "STEP MOMENT" and answers each with the signal that ended a child, 0 where none did. The
child looks once what is due at MOMENT, in seconds since 1970, and dies of SIGKILL at its STEP, of
which there is one before and after all that is written down and said, and one for each digest
composed; 0 is that it lives. "0.137" is that it dies of SIGALRM, which it does not handle either,
after so many seconds. "blind" is a child that does not look whether a post has arrived.
"""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any

from pydantic import SecretStr

from bot.app import build_bot
from bot.delivery.sending.slack import Calls
from bot.delivery.timing import Timing
from bot.pipeline import Muster
from bot.posting import composing
from bot.settings import Settings
from tests.delivery.process import Steps, say


async def look(known: Settings, steps: Steps, moment: datetime) -> None:
    """Look once what is due, and wait until it is sent."""
    muster = Muster(known.database_url)
    bot = build_bot(known, muster, lambda: moment, Timing(pace=0))
    steps.watch()
    count_compositions(steps)
    signal.setitimer(signal.ITIMER_REAL, steps.seconds)
    await bot.poster.look()
    await bot.worker.look()
    await bot.close(60)
    muster.close()


def count_compositions(steps: Steps) -> None:
    """Count each digest composed from now on."""
    compose = composing.compose_one

    def counted(*given: Any) -> Any:
        steps.tick()
        return compose(*given)

    setattr(composing, "compose_one", counted)  # noqa: B010 - mypy takes no function for another


def go_blind() -> None:
    """Look no more whether a post has arrived."""

    async def blind(*_: object) -> None:
        """See nothing."""

    setattr(Calls, "find", blind)  # noqa: B010 - mypy takes no method for another


def child(known: Settings, fatal: str, moment: str) -> None:
    """Be a process that looks once, and is killed at a step or after a time."""
    steps = Steps(int(fatal) if fatal.isdigit() else 0)
    if fatal == "blind":
        go_blind()
    elif "." in fatal:
        steps.seconds = float(fatal)
    asyncio.run(look(known, steps, datetime.fromtimestamp(float(moment), UTC)))


def main(database_url: str, slack_url: str, token: str) -> None:
    """Make children as they are asked for."""
    known = Settings(
        database_url=database_url,
        slack_bot_token=SecretStr(token),
        slack_app_token=None,
        slack_api_url=slack_url,
    )
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            child(known, *line.split())
            os._exit(0)
        status = os.waitpid(pid, 0)[1]
        say(str(os.WTERMSIG(status) if os.WIFSIGNALED(status) else -os.WEXITSTATUS(status)))


if __name__ == "__main__":
    main(*sys.argv[1:])
