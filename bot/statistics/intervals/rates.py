"""Counts of events, and rates of events over an exposure."""

import math

from bot.statistics.intervals.confidence import Confidence, Interval, falling_root

_BYAR_FROM = 10
"""Below so many events the exact Poisson interval is used (PHEindicatormethods)."""


def event_interval(count: int, confidence: Confidence = Confidence.P95) -> Interval:
    """The interval of a number of events: exact Poisson, from 10 on Byar's approximation.

    Sources: Armitage and Berry 2002; Breslow and Day 1987.

    Raises:
        ValueError: the count is below nought.
    """
    if count < 0:
        raise ValueError(f"{count} is no count of events")
    return _poisson(count, confidence) if count < _BYAR_FROM else _byar(count, confidence)


def rate_interval(
    count: int, exposure: float, per: float = 100, confidence: Confidence = Confidence.P95
) -> Interval:
    """The interval of count / exposure * per.

    Raises:
        ValueError: it is no count, or there is no exposure.
    """
    if exposure <= 0:
        raise ValueError(f"{exposure} is no exposure")
    lower, upper = event_interval(count, confidence)
    return Interval(lower / exposure * per, upper / exposure * per)


def _byar(count: int, confidence: Confidence) -> Interval:
    z, more = confidence.z, count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3
    return Interval(lower, upper)


def _poisson(count: int, confidence: Confidence) -> Interval:
    tail, most = confidence.tail, 100.0  # no upper limit of nine events is near a hundred
    upper = falling_root(lambda mean: _at_most(count, mean) - tail, 0.0, most)
    if count == 0:
        return Interval(0.0, upper)
    lower = falling_root(lambda mean: tail - _at_least(count, mean), 0.0, most)
    return Interval(lower, upper)


def _at_most(count: int, mean: float) -> float:
    return math.fsum(_chance(events, mean) for events in range(count + 1))


def _at_least(count: int, mean: float) -> float:
    return 1 - _at_most(count - 1, mean)


def _chance(events: int, mean: float) -> float:
    return math.exp(-mean) * mean**events / math.factorial(events)
