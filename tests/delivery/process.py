"""Muster in processes that are killed: `python process.py DATABASE_URL SLACK_URL`.

Reads lines "STEP SECONDS" and answers each with the address of a child that serves, SECONDS ahead
of the clock, and that dies of SIGKILL at its STEP; 0 is that it lives until it is told to stop. A
step is a moment before or after something is written down or said. When the child has ended it
prints the signal that ended it and how many steps there were.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import SecretStr

from bot.app import build_bot, surface
from bot.delivery.ledger import Ledger
from bot.delivery.sending.slack import Calls
from bot.listeners.guard import PATH
from bot.pipeline import Muster
from bot.settings import Settings
from tests.chat.slack.fake import BOT_TOKEN
from tests.chat.slack.workspace import SECRET


class Steps:
    """Counts the moments of a process, and kills it at one of them."""

    def __init__(self, fatal: int) -> None:
        self.now = 0
        self.fatal = fatal

    def tick(self) -> None:
        """Count a moment."""
        self.now += 1
        if self.now == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Count before and after all that is written down and said from now on."""
        write, post = Ledger._recorded, Calls.post  # noqa: SLF001 - what is counted

        def counted(ledger: Ledger, work: Callable[..., Any], given: tuple[Any, ...]) -> Any:
            self.tick()
            done = write(ledger, work, given)
            self.tick()
            return done

        async def counted_post(*given: Any) -> str:
            self.tick()
            ts = await post(*given)
            self.tick()
            return ts

        setattr(Ledger, "_recorded", counted)  # noqa: B010 - mypy takes no method for another
        setattr(Calls, "post", counted_post)  # noqa: B010


async def serve(database_url: str, slack_url: str, steps: Steps, ahead: float) -> None:
    """Serve until SIGTERM, printing where."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    known = Settings(
        database_url=database_url,
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_signing_secret=SecretStr(SECRET),
        slack_app_token=None,
        slack_api_url=f"{slack_url}api/",
        host="127.0.0.1",
        port=0,
    )

    def clock() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=ahead)

    muster = Muster(database_url)
    bot = build_bot(known, muster, clock)
    await bot.worker.look()
    steps.watch()
    async with surface(known, bot.app, clock) as place:
        say(f"{place}{PATH}")
        await stop.wait()
    await bot.close()
    muster.close()


def child(database_url: str, slack_url: str, fatal: int, ahead: float) -> None:
    """Be a process that serves and is killed at a step."""
    steps = Steps(fatal)
    asyncio.run(serve(database_url, slack_url, steps, ahead))
    say(f"steps {steps.now}")


def say(line: str) -> None:
    """Print a line that the test reads at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(database_url: str, slack_url: str) -> None:
    """Make children as they are asked for."""
    for line in sys.stdin:
        fatal, ahead = line.split()
        pid = os.fork()
        if pid == 0:
            child(database_url, slack_url, int(fatal), float(ahead))
            os._exit(0)
        say(f"pid {pid}")
        say(f"ended {os.WTERMSIG(os.waitpid(pid, 0)[1])}")


if __name__ == "__main__":
    main(*sys.argv[1:])
