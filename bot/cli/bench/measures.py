"""One thing measured, and the target it is held against."""

from dataclasses import dataclass

from bot.cli.bench.timing import Timing

_MILLISECOND = 1_000.0
_SECOND = 1_000 * _MILLISECOND


@dataclass(frozen=True, slots=True)
class Target:
    """The most that a median and a p99 may be, in microseconds; None is no target."""

    median: float | None = None
    p99: float | None = None

    def is_met_by(self, timing: Timing) -> bool | None:
        """Whether a timing keeps within it; None where nothing is wanted."""
        limits = ((self.median, timing.median), (self.p99, timing.p99))
        kept = [found <= limit for limit, found in limits if limit is not None]
        return all(kept) if kept else None


@dataclass(frozen=True, slots=True)
class Measure:
    """What was timed, how long it took, and how long it may take."""

    name: str
    timing: Timing
    target: Target = Target()


READING = Target(median=150, p99=1 * _MILLISECOND)
READING_A_LARGE_LEXICON = Target(p99=5 * _MILLISECOND)
ANSWERING = Target(median=1 * _MILLISECOND, p99=3 * _MILLISECOND)
WHOLE = Target(p99=10 * _MILLISECOND)
STARTING = Target(median=0.8 * _SECOND)
