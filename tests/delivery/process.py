"""Muster in processes that are killed: `python process.py DATABASE_URL SLACK_URL TOKEN SECRET`.

Reads lines "STEP SECONDS" and answers each with the address of a child that serves, SECONDS ahead
of the clock, and that dies of SIGKILL at its STEP; 0 is that it lives until it is told to stop, and
"0.137" that it dies of SIGALRM, which it does not handle either, after so many seconds. A step is a
moment before or after something is written down or said. When the child has ended it prints the
signal that ended it and how many steps there were. "forgetful" instead of a step is a child whose
inbox is switched off.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from pydantic import SecretStr

from bot.app import build_bot, surface
from bot.delivery.grouping import Group
from bot.delivery.sending.slack import Calls
from bot.listeners.guard import PATH
from bot.pipeline import Muster
from bot.settings import Settings
from db import delivery


class Steps:
    """Counts the moments of a process, and kills it at one of them."""

    def __init__(self, fatal: int) -> None:
        self.now = 0
        self.fatal = fatal
        self.seconds = 0.0

    def tick(self) -> None:
        """Count a moment."""
        self.now += 1
        if self.now == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Count before and after all that is written down and said from now on."""
        write, post = Group._together, Calls.post  # noqa: SLF001 - what is counted

        def counted(group: Group, works: list[Callable[..., Any]]) -> list[Any]:
            self.tick()
            done = write(group, works)
            self.tick()
            return done

        async def counted_post(*given: Any) -> str:
            self.tick()
            ts = await post(*given)
            self.tick()
            return ts

        setattr(Group, "_together", counted)  # noqa: B010 - mypy takes no method for another
        setattr(Calls, "post", counted_post)  # noqa: B010


async def serve(known: Settings, steps: Steps, ahead: float) -> None:
    """Serve until SIGTERM, printing where."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)

    def clock() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=ahead)

    muster = Muster(known.database_url)
    bot = build_bot(known, muster, clock)
    await bot.worker.look()
    steps.watch()
    async with surface(known, bot.app, clock) as place:
        say(f"{place}{PATH}")
        signal.setitimer(signal.ITIMER_REAL, steps.seconds)
        await stop.wait()
    await bot.close()
    muster.close()


def child(known: Settings, fatal: str, ahead: float) -> None:
    """Be a process that serves and is killed at a step, or after a time."""
    steps = Steps(int(fatal) if fatal.isdigit() else 0)
    if fatal == "forgetful":
        forget()
    elif "." in fatal:
        steps.seconds = float(fatal)
    asyncio.run(serve(known, steps, ahead))
    say(f"steps {steps.now}")


def forget() -> None:
    """Switch the inbox off: each delivery is taken for a new one."""
    take, numbers = delivery.take, count()

    def forgetful(conn: Any, workspace: str, keys: tuple[str, ...], *rest: Any) -> int | None:
        taken: int | None = take(conn, workspace, (f"{keys[0]} {next(numbers)}", None, None), *rest)
        return taken

    delivery.take = forgetful  # type: ignore[assignment] # on purpose


def say(line: str) -> None:
    """Print a line that the test reads at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(database_url: str, slack_url: str, token: str, secret: str) -> None:
    """Make children as they are asked for."""
    known = Settings(
        database_url=database_url,
        slack_bot_token=SecretStr(token),
        slack_signing_secret=SecretStr(secret),
        slack_app_token=None,
        slack_api_url=slack_url,
        host="127.0.0.1",
        port=0,
    )
    for line in sys.stdin:
        fatal, ahead = line.split()
        pid = os.fork()
        if pid == 0:
            child(known, fatal, float(ahead))
            os._exit(0)
        say(f"pid {pid}")
        say(f"ended {os.WTERMSIG(os.waitpid(pid, 0)[1])}")


if __name__ == "__main__":
    main(*sys.argv[1:])
