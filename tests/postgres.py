"""A PostgreSQL server for the tests alone, gone when they end; or one that is named to us.

MUSTER_TEST_POSTGRES_URL names a server on which databases may be made and dropped. Else one is
started from the programs on this machine, reached over a socket in its own folder, so it needs no
port and nobody else reaches it.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

# A test's data need not outlive a power cut.
OPTIONS = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses='' "
    "-c unix_socket_directories={folder}"
)
ROOM = 2**29  # bytes: a server with its log and a few databases takes a fifth of it


class NoServerError(Exception):
    """There are no PostgreSQL programs here to test with (initdb, pg_ctl)."""


class Server:
    """A running server, and the databases made on it."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql")
        self._connection = psycopg.connect(self._at(self._url.database), autocommit=True)
        self._names = (f"muster_test_{os.getpid()}_{number}" for number in count())
        self._left: deque[str] = deque()

    def create(self, template: str = "template0") -> str:
        """Make a database like the template, which nobody may be connected to; give its name."""
        self._drop_left(but=5)
        name = next(self._names)
        self._run("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, template)
        return name

    def leave(self, name: str) -> None:
        """Have a database dropped some tests later.

        Now, PostgreSQL would wait 100 ms for the processes of connections that were just closed.
        """
        self._left.append(name)

    def url(self, name: str) -> str:
        """Give the address of a database."""
        return self._at(name)

    def close(self) -> None:
        """Leave the server as it was."""
        self._drop_left(but=0)
        self._connection.close()

    def _at(self, name: str | None) -> str:
        return self._url.set(database=name or "postgres").render_as_string(hide_password=False)

    def _drop_left(self, but: int) -> None:
        while len(self._left) > but:
            self._run("DROP DATABASE {} WITH (FORCE)", self._left.popleft())

    def _run(self, command: str, *names: str) -> None:
        self._connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))


@contextmanager
def server() -> Iterator[Server]:
    """Give a server while the tests run.

    Raises:
        NoServerError: none is named and none can be started.
    """
    named = os.environ.get("MUSTER_TEST_POSTGRES_URL")
    with _named(named) if named else _started() as url:
        running = Server(url)
        try:
            yield running
        finally:
            running.close()


@contextmanager
def _named(url: str) -> Iterator[str]:
    yield url


@contextmanager
def _started() -> Iterator[str]:
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="muster-pg-", dir=_memory()))
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, _owner(), _owner())
    try:
        _run(folder, programs / "initdb", "-D", "data", "-U", "postgres", "-A", "trust", "-N")
        options = OPTIONS.format(folder=folder)
        _run(folder, programs / "pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run(folder, programs / "pg_ctl", "-D", "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _memory() -> Path | None:
    """Give the folder that is kept in memory: a new database takes 10 ms there, 60 to 270 on disk.

    None is the usual place for temporary files; a container's memory may be too small.
    """
    memory = Path("/dev/shm")  # noqa: S108 - the folder made in it has a name nobody can guess
    enough = memory.is_dir() and shutil.disk_usage(memory).free > ROOM
    return memory if enough and os.access(memory, os.W_OK) else None


def _programs() -> Path:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda program: float(program.parts[-3]), default=None)
    if newest is None:
        raise NoServerError(NoServerError.__doc__)
    return newest.parent


def _owner() -> str:
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise NoServerError("PostgreSQL does not run as root, and here is no other user") from None


def _run(folder: Path, program: Path, *arguments: str) -> None:
    owner = _owner() if os.geteuid() == 0 else None
    command = [str(program), *arguments]
    with (folder / "output").open("ab") as output:
        # A pipe would stay open as long as the server that pg_ctl leaves behind.
        subprocess.run(
            command, cwd=folder, user=owner, group=owner, stdout=output, stderr=output, check=True
        )
