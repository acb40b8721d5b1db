"""Writes that wait together are committed together: a commit costs more than what is written."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from db import delivery
from db.session import Connection, Engine

Value = TypeVar("Value")

_MOST = 50  # works of one transaction, for the first of them waits until the last is done


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A piece of work, and who waits for what it gives."""

    work: Callable[[Connection], Any]
    outcome: "asyncio.Future[Any]"


class Group:
    """Writes in one thread, so that writers of this process never wait for each other's locks.

    Each work is done whole or not at all, and has been committed when its caller goes on. It may
    be begun twice: where one of a group fails, each of them is done by itself.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, "ledger")
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def write(self, work: Callable[..., Value], *given: Any, **named: Any) -> Value:
        """Do some work in a transaction, after its connection given what else is given."""
        bound = partial(_bound, work, given, named)
        outcome: asyncio.Future[Value] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(bound, outcome))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return await outcome

    async def close(self) -> None:
        """Let what is being written be written."""
        if self._writing:
            await self._writing
        await asyncio.to_thread(self._thread.shutdown)

    async def _write_all(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
                works = [one.work for one in group]
                outcomes = await loop.run_in_executor(self._thread, self._done, works)
                for one, outcome in zip(group, outcomes, strict=True):
                    _tell(one.outcome, outcome)
        finally:
            self._writing = None

    def _done(self, works: list[Callable[[Connection], Any]]) -> list[Any]:
        """What each work gave, or the fault that it ended with."""
        try:
            return self._together(works)
        except Exception as fault:  # noqa: BLE001 - whoever waits for it is told
            return [fault] if len(works) == 1 else [self._done([work])[0] for work in works]

    def _together(self, works: list[Callable[[Connection], Any]]) -> list[Any]:
        with delivery.recording(self._engine) as conn:
            return [work(conn) for work in works]


def _bound(
    work: Callable[..., Value], given: tuple[Any, ...], named: dict[str, Any], conn: Connection
) -> Value:
    return work(conn, *given, **named)


def _tell(waiting: "asyncio.Future[Any]", outcome: Any) -> None:
    if waiting.cancelled():
        return
    if isinstance(outcome, Exception):
        waiting.set_exception(outcome)
    else:
        waiting.set_result(outcome)
