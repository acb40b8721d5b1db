"""How long something takes, when nothing else is let in between."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter_ns
from typing import TypeVar

_T = TypeVar("_T")

_MICROSECOND = 1_000


@dataclass(frozen=True, slots=True)
class Timing:
    """Durations in microseconds."""

    durations: tuple[float, ...]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return median(self.durations)

    @property
    def p99(self) -> float:
        """The one that 99 in 100 do not exceed (nearest rank)."""
        ordered = sorted(self.durations)
        return ordered[-(-99 * len(ordered) // 100) - 1]


def timed(work: Callable[[_T], object], items: Sequence[_T], repeats: int) -> Timing:
    """Time `work` on each item after a round that does not count; each item by its median."""
    for item in items:
        work(item)
    with _collected():
        rounds = [[_once(work, item) for item in items] for _ in range(repeats)]
    return Timing(tuple(median(times) for times in zip(*rounds, strict=True)))


def timed_once(work: Callable[[_T], object], items: Sequence[_T]) -> Timing:
    """Time `work` on items it has never seen, each once."""
    with _collected():
        return Timing(tuple(_once(work, item) for item in items))


def _once(work: Callable[[_T], object], item: _T) -> float:
    start = perf_counter_ns()
    work(item)
    return (perf_counter_ns() - start) / _MICROSECOND


@contextmanager
def _collected() -> Iterator[None]:
    """Collect the garbage before, and none in between: that of the measuring would count too."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
