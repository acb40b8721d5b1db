"""Whether a difference from a benchmark is more than chance: of whole counts of people alone."""

from bot.answer.values import Benchmark, Chance, Figure
from bot.statistics.intervals.proportions import Standing, compare, wilson

_WHOLE = "headcount"
"""The basis of figures that count people; full-time equivalents are no counts."""


def chance_of(pair: Benchmark) -> Chance | None:
    """The interval and the test, Wilson's and the exact one; None where neither may be made."""
    figure = pair.of
    if pair.difference is None or pair.like_for_like or figure.basis != _WHOLE:
        return None
    counts = _counts(figure)
    share = (pair.figure.value or 0.0) / 100
    if counts is None or not 0 < share < 1:
        return None
    standing = compare(*counts, share)
    if standing is Standing.UNTESTED:
        return None
    lower, upper = wilson(*counts)
    return Chance(100 * lower, 100 * upper, standing)


def _counts(figure: Figure) -> tuple[int, int] | None:
    """The whole numbers a rate is made of."""
    top, bottom = figure.numerator, figure.denominator
    if figure.unit != "%" or top is None or bottom is None:
        return None
    if top != int(top) or bottom != int(bottom):
        return None
    return int(top), int(bottom)
