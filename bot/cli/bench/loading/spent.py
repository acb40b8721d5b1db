"""What a piece of work took, on the clock and of the processor."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter


@dataclass(slots=True)
class Spent:
    """Seconds by the clock, and of the processor by this process and its children."""

    clock: float = 0.0
    processor: float = 0.0


@contextmanager
def measured() -> Iterator[Spent]:
    """Measure what is done within; what is given is filled when it is done."""
    spent = Spent()
    processor, clock = _processor(), perf_counter()
    try:
        yield spent
    finally:
        spent.clock, spent.processor = perf_counter() - clock, _processor() - processor


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
