"""Proportions of whole people or posts: `count` of `total`, both whole, as shares of 1."""

import math
from collections.abc import Iterator
from enum import StrEnum

from bot.statistics.intervals.confidence import Confidence, Interval, falling_root

FEWEST = 5
"""A proportion of fewer is never tested."""

_NOTHING = 1e-18  # a term this small beside the sum changes no digit of it


class Standing(StrEnum):
    """How a proportion stands to a benchmark that is taken as exact."""

    HIGHER = "significantly_higher"
    LOWER = "significantly_lower"
    SIMILAR = "not_significant"
    UNTESTED = "untested"


def wilson(count: int, total: int, confidence: Confidence = Confidence.P95) -> Interval:
    """The Wilson score interval (Wilson 1927; Newcombe and Altman 2000).

    Raises:
        ValueError: it is no count of a total.
    """
    _check(count, total)
    z = confidence.z
    middle = 2 * count + z * z
    half = z * math.sqrt(z * z + 4 * count * (1 - count / total))
    scale = 2 * (total + z * z)
    lower = 0.0 if count == 0 else (middle - half) / scale
    upper = 1.0 if count == total else (middle + half) / scale
    return Interval(lower, upper)


def exact(count: int, total: int, confidence: Confidence = Confidence.P95) -> Interval:
    """The exact binomial interval (Clopper and Pearson 1934).

    Raises:
        ValueError: it is no count of a total.
    """
    _check(count, total)
    tail = confidence.tail
    lower = upper = 0.0
    if count > 0:
        lower = falling_root(lambda share: tail - at_least(count, total, share), 0.0, 1.0)
    if count < total:
        upper = falling_root(lambda share: at_most(count, total, share) - tail, 0.0, 1.0)
    return Interval(lower, upper if count < total else 1.0)


def at_least(count: int, total: int, share: float) -> float:
    """The chance of `count` or more among `total`, each with the chance `share`."""
    return at_most(total - count, total, 1 - share)


def at_most(count: int, total: int, share: float) -> float:
    """The chance of `count` or fewer among `total`, each with the chance `share`."""
    if share <= 0 or count >= total:
        return 1.0
    if share >= 1 or count < 0:
        return 0.0
    if count > total * share:  # then the other side is the shorter sum, and nothing cancels
        return 1 - math.fsum(_terms(total - count - 1, total, 1 - share))
    return math.fsum(_terms(count, total, share))


def compare(
    count: float, total: float, benchmark: float, confidence: Confidence = Confidence.P95
) -> Standing:
    """Whether a proportion differs from a benchmark by more than chance.

    The Wilson interval alone finds small groups different about twice as often as it says, so the
    exact binomial has to agree. What is not whole people, such as FTE, is never tested.
    """
    if not _is_testable(count, total):
        return Standing.UNTESTED
    whole, of = int(count), int(total)
    interval = wilson(whole, of, confidence)
    if interval.lower > benchmark and at_least(whole, of, benchmark) < confidence.tail:
        return Standing.HIGHER
    if interval.upper < benchmark and at_most(whole, of, benchmark) < confidence.tail:
        return Standing.LOWER
    return Standing.SIMILAR


def _terms(count: int, total: int, share: float) -> Iterator[float]:
    """The chances of count, count - 1, ... among total, as long as they matter."""
    odds = (1 - share) / share
    term = math.exp(
        math.lgamma(total + 1)
        - math.lgamma(count + 1)
        - math.lgamma(total - count + 1)
        + count * math.log(share)
        + (total - count) * math.log1p(-share)
    )
    most = 0.0
    for left in range(count, -1, -1):
        yield term
        most = max(most, term)
        if term < most * _NOTHING:
            return
        term *= left / (total - left + 1) * odds


def _is_testable(count: float, total: float) -> bool:
    if not (math.isfinite(count) and math.isfinite(total)):
        return False
    whole = float(count).is_integer() and float(total).is_integer()
    return whole and total >= FEWEST and 0 <= count <= total


def _check(count: int, total: int) -> None:
    if total < 1 or not 0 <= count <= total:
        raise ValueError(f"{count} of {total} is no proportion")
