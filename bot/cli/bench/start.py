"""How long `muster ask` takes from a cold start, as a person waits for it."""

import subprocess
import sys
from collections.abc import Sequence

from bot.cli.bench.timing import Timing, timed_once

_NOTHING = ("-c", "pass")


def cold_start(question: str, runs: int) -> Timing:
    """Start `muster ask` so many times."""
    return _started(("-m", "bot", "ask", question), runs)


def bare_start(runs: int) -> Timing:
    """Start the interpreter alone so many times: what no command can undercut."""
    return _started(_NOTHING, runs)


def _started(arguments: Sequence[str], runs: int) -> Timing:
    command = (sys.executable, *arguments)
    _run(command)
    return timed_once(_run, [command] * runs)


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
