"""The processes of a run, each on a core of its own where the machine has several."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

_PROC = Path("/proc")
_USER, _SYSTEM = 11, 12  # of the fields after the name in /proc/…/stat


class Process:
    """A Python program of ours that is running."""

    def __init__(self, process: asyncio.subprocess.Process, output: asyncio.StreamReader) -> None:
        self._process = process
        self._output = output

    async def line(self, wanted: str = "") -> str:
        """Its next line of output with these words.

        Raises:
            RuntimeError: it ended without.
        """
        async for line in self._output:
            if wanted in line.decode():
                return line.decode().strip()
        raise RuntimeError(f"the process ended without {wanted!r}")

    @property
    def cpu(self) -> float | None:
        """Seconds of processor time it took so far; None where the system does not tell."""
        try:
            stat = (_PROC / str(self._process.pid) / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return (int(stat[_USER]) + int(stat[_SYSTEM])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def running(core: int, *arguments: str, **told: str) -> AsyncIterator[Process]:
    """Run `python -m …` on a core, with some environment besides ours; end it afterwards."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *arguments,
        env=_environment(told),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    pin(process.pid, core)
    try:
        yield Process(process, process.stdout or asyncio.StreamReader())
    finally:
        process.terminate()
        await process.communicate()


def pin(pid: int, core: int) -> None:
    """Keep a process on one core, where the system can and there is one to choose."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0) if pid else range(os.cpu_count() or 1))
        os.sched_setaffinity(pid, {cores[core % len(cores)]})


def _environment(told: Mapping[str, str]) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
    return {**ours, **told}
