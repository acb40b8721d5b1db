"""Muster in processes of its own, started and stopped by a test."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.sandbox import Sandbox
from tests.chat.slack.workspace import token_of

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("process.py")


@dataclass
class Process:
    """Muster in a process of its own: where it listens and how it is told to stop."""

    url: str
    pid: int


@dataclass
class Processes:
    """Makes processes, one at a time."""

    script: asyncio.subprocess.Process

    async def start(self, fatal: float | str, ahead: float) -> Process:
        """Start one that dies at a step or after some seconds, with its clock ahead."""
        assert self.script.stdin
        self.script.stdin.write(f"{fatal} {ahead}\n".encode())
        told = [await self._line(), await self._line()]
        (pid,) = (line.split()[1] for line in told if line.startswith("pid"))
        (url,) = (line for line in told if line.startswith("http"))
        return Process(url, int(pid))

    async def stop(self, process: Process) -> int:
        """Tell one to stop; give the signal that ended it, 0 where it stopped by itself."""
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        """Wait until one has ended; give the signal that ended it."""
        while not (line := await self._line()).startswith("ended"):
            assert line.startswith("steps")
        return int(line.split()[1])

    async def _line(self) -> str:
        assert self.script.stdout
        line = (await self.script.stdout.readline()).decode().strip()
        assert line, "the script has ended"
        return line


@asynccontextmanager
async def started(database_url: str, slack: Sandbox) -> AsyncIterator[Processes]:
    script = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SCRIPT),
        database_url,
        slack.api_url,
        token_of(slack),
        slack.app.signing_secret,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert script.stdin
    yield Processes(script)
    script.stdin.close()
    await script.wait()
