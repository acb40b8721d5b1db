"""Whether a difference from a benchmark is more than chance: of whole counts of people alone."""

from bot.answer.values import Benchmark, Certainty, Chance, Figure
from bot.statistics.intervals.proportions import FEWEST, Standing, compare, wilson

_WHOLE = "headcount"
"""The basis of figures that count people; full-time equivalents are no counts."""
_NO_SHARE = "it is a count or an average, and an interval is that of a share of people"
_FTE = "it counts full-time equivalents, and an interval needs whole people"


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


def certainty_of(figure: Figure) -> Certainty:
    """The interval of a share of whole people; for all else why there is none."""
    if reason := _why_uncertain(figure):
        return Certainty(figure, reason=reason)
    counts = _counts(figure)
    if counts is None:
        return Certainty(figure, reason="its parts are no whole numbers of people")
    lower, upper = wilson(*counts)
    return Certainty(figure, (100 * lower, 100 * upper))


def _why_uncertain(figure: Figure) -> str:
    """What keeps a figure from having an interval; "" where nothing does."""
    has_parts = figure.numerator is not None and bool(figure.denominator)
    reasons = {
        _NO_SHARE: figure.unit != "%",
        "it is a target": figure.kind == "target",
        _FTE: figure.basis == "fte",
        "the numbers it is made of are not held": not has_parts,
        "its source does not say whether it counts people": figure.basis != _WHOLE,
        "it is on fewer than five people": (figure.denominator or 0) < FEWEST,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _counts(figure: Figure) -> tuple[int, int] | None:
    """The whole numbers a rate is made of."""
    top, bottom = figure.numerator, figure.denominator
    if figure.unit != "%" or top is None or bottom is None:
        return None
    if top != int(top) or bottom != int(bottom) or not 0 <= top <= bottom:
        return None
    return int(top), int(bottom)
