"""The four rules. Each marks points of one group; none looks across a gap or a rebase."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import compress, groupby, pairwise

from bot.statistics.xmr.limits import Limits

Values = Sequence[float | None]

RUN = 7
"""Points of a shift and of a trend; seven points of a trend are six steps."""

_WINDOW, _NEAR = 3, 2  # two of three points beyond a near limit


class Signal(StrEnum):
    """A rule that fired; where several do, the first of these names the point."""

    ASTRONOMICAL = "astronomical"
    TREND = "trend"
    TWO_IN_THREE = "two_in_three"
    SHIFT = "shift"


def signals_of(values: Values, limits: Limits) -> list[tuple[Signal, ...]]:
    """The signals at each point; none where the points do not vary."""
    if not limits.varies:
        return [()] * len(values)
    side = sides(values, limits)
    far = _outside(values, side, limits.lower, limits.upper, limits)
    near = _outside(values, side, limits.near_lower, limits.near_upper, limits)
    marked = {
        Signal.ASTRONOMICAL: [is_beyond != 0 for is_beyond in far],
        Signal.TREND: _trend(values, limits),
        Signal.TWO_IN_THREE: _two_in_three(side, near),
        Signal.SHIFT: _runs(side, RUN),
    }
    points = zip(*marked.values(), strict=True)
    return [tuple(compress(marked, fired)) for fired in points]


def sides(values: Values, limits: Limits) -> list[int]:
    """1 above the mean, -1 below, 0 on it or at a gap."""
    return [_compare(value, limits.mean, limits) for value in values]


def steps(values: Values, limits: Limits) -> list[int]:
    """1 for each rise to the next point, -1 for a fall, 0 for neither or at a gap."""
    return [_compare(after, before, limits) for before, after in pairwise(values)]


def beyond(values: Values, limits: Limits) -> list[int]:
    """1 above the upper limit, -1 below the lower, 0 between; on a limit is between."""
    return _outside(values, sides(values, limits), limits.lower, limits.upper, limits)


def _trend(values: Values, limits: Limits) -> list[bool]:
    long = _runs(steps(values, limits), RUN - 1)
    return [before or after for before, after in zip([False, *long], [*long, False], strict=True)]


def _two_in_three(side: Sequence[int], near: Sequence[int]) -> list[bool]:
    """Points beyond a near limit, where two of three are, and all three on one side of the mean.

    Points beyond the outer limit count too, as in Making Data Count since November 2023.
    """
    marked = [False] * len(side)
    for start in range(len(side) - _WINDOW + 1):
        window = slice(start, start + _WINDOW)
        of_one_side = len(set(side[window])) == 1
        if of_one_side and _WINDOW - near[window].count(0) >= _NEAR:
            for at in range(start, start + _WINDOW):
                marked[at] = marked[at] or near[at] != 0
    return marked


def _outside(
    values: Values,
    side: Sequence[int],
    lower: float | None,
    upper: float | None,
    limits: Limits,
) -> list[int]:
    """1 above the upper line, -1 below the lower: each point only looks at that of its side."""
    lines = {1: upper, -1: lower}
    return [
        one if one and _compare(value, lines[one], limits) == one else 0
        for value, one in zip(values, side, strict=True)
    ]


def _compare(value: float | None, line: float | None, limits: Limits) -> int:
    return 0 if value is None or line is None else limits.compare(value, line)


def _runs(signs: Sequence[int], length: int) -> list[bool]:
    """Marks what stands in a run of at least so many of one sign; 0 is no sign."""
    marked: list[bool] = []
    for sign, run in groupby(signs):
        count = sum(1 for _ in run)
        marked += [sign != 0 and count >= length] * count
    return marked
