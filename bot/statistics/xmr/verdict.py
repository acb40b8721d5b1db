"""What may be said of a chart: of its latest point, and of its target."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.statistics.xmr.chart import Chart, Group
from bot.statistics.xmr.limits import Limits
from bot.statistics.xmr.rules import Signal, beyond, sides, steps
from bot.statistics.xmr.series import Settings
from db.catalogue import Direction

ENOUGH = 13
"""Points from which Making Data Count shows limits and icons."""

PLENTY = 20
"""Points from which limits are no longer said to rest on few."""

_FEW_EVENTS = 2  # a mean below it: chance alone gives signals in every second chart
_CARRIES_OVER = 0.5  # lag-1 correlation


class Verdict(StrEnum):
    """How the latest point stands; special causes are good, bad, or neither."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"
    TOO_FEW_POINTS = "too_few_points"


class Assurance(StrEnum):
    """Whether a target will be met if nothing changes."""

    PASS = "consistent_pass"  # noqa: S105 - no password
    FAIL = "consistent_fail"
    INCONSISTENT = "inconsistent"


@dataclass(frozen=True, slots=True)
class Latest:
    """The last point that has a value: where it stands, and the signal it ends.

    `since` is where the run of the signal starts; both are positions in the series.
    """

    at: int
    verdict: Verdict
    signal: Signal | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A chart's verdicts, and what one should know of them.

    `points` is how many figures the latest limits could rest on. `few_events` says that a count is
    too low for such a chart, `carries_over` that each figure contains much of the one before.
    """

    latest: Latest
    group: Group
    points: int
    assurance: Assurance | None = None
    few_events: bool = False
    carries_over: bool = False


def is_enough(chart: Chart, group: Group) -> bool:
    """Whether a group has the points that limits may be shown from."""
    return sum(value is not None for value in chart.values_of(group)) >= ENOUGH


def judge(chart: Chart) -> Judgement:
    """Judge the last group; under 13 points there is nothing to judge."""
    group = chart.groups[-1]
    values = chart.values_of(group)
    held = [value for value in values if value is not None]
    at = _last_held(chart.series.values)
    few_events = _are_few(held)
    if len(held) < ENOUGH or (few_events and chart.series.is_count):
        return Judgement(Latest(at, Verdict.TOO_FEW_POINTS), group, len(held), None, few_events)
    return Judgement(
        _latest(at, group, values, chart.series.settings.direction),
        group,
        len(held),
        _assurance(group.limits, chart.series.settings, held),
        few_events,
        chart.series.is_stock or (chart.series.is_stock is None and _is_correlated(values)),
    )


def _latest(at: int, group: Group, values: Sequence[float | None], direction: Direction) -> Latest:
    here = at - group.start
    fired = group.signals[here]
    if not fired:
        return Latest(at, Verdict.COMMON_CAUSE)
    signal = fired[0]
    held = values[: here + 1]
    if signal is Signal.TREND:
        signs = steps(held, group.limits)
    elif signal is Signal.ASTRONOMICAL:
        signs = beyond(held, group.limits)
    else:
        signs = sides(held, group.limits)
    since = at - _length_of_last_run(signs) + (signal is not Signal.TREND)
    return Latest(at, _verdict(signs[-1], direction), signal, since)


def _verdict(sign: int, direction: Direction) -> Verdict:
    if direction is Direction.NEUTRAL:
        return Verdict.NEUTRAL_HIGH if sign > 0 else Verdict.NEUTRAL_LOW
    is_good = (sign > 0) == (direction is Direction.INCREASE)
    return Verdict.IMPROVEMENT if is_good else Verdict.CONCERN


def _length_of_last_run(signs: Sequence[int]) -> int:
    length = 0
    while length < len(signs) and signs[-1 - length] == signs[-1]:
        length += 1
    return length


def _last_held(values: Sequence[float | None]) -> int:
    held = [at for at, value in enumerate(values) if value is not None]
    return held[-1] if held else len(values) - 1


def _assurance(limits: Limits, settings: Settings, held: Sequence[float]) -> Assurance | None:
    """Where the target lies to the limits; on a limit is between them."""
    target, direction = settings.target, settings.direction
    if target is None or direction is Direction.NEUTRAL:
        return None
    if limits.lower is None or limits.upper is None:
        return None
    if not limits.varies:
        return _of_a_constant(held, target, direction)
    above = limits.compare(target, limits.upper) > 0
    below = limits.compare(target, limits.lower) < 0
    if not above and not below:
        return Assurance.INCONSISTENT
    return Assurance.FAIL if above == (direction is Direction.INCREASE) else Assurance.PASS


def _of_a_constant(held: Sequence[float], target: float, direction: Direction) -> Assurance | None:
    """Limits without width: each point has met the target, or none has, or nothing is known."""
    met = {
        value >= target if direction is Direction.INCREASE else value <= target for value in held
    }
    if len(met) > 1:
        return None
    return Assurance.PASS if True in met else Assurance.FAIL


def _are_few(held: Sequence[float]) -> bool:
    """Whether these look like counts of rare events: whole numbers whose mean is below two."""
    if not held or math.fsum(held) / len(held) >= _FEW_EVENTS:
        return False
    return all(value >= 0 and float(value).is_integer() for value in held)


def _is_correlated(values: Sequence[float | None]) -> bool:
    held = [value for value in values if value is not None]
    if len(held) < PLENTY:
        return False
    mean = math.fsum(held) / len(held)
    spread = math.fsum((value - mean) ** 2 for value in held)
    together = math.fsum(
        (before - mean) * (after - mean)
        for before, after in pairwise(values)
        if before is not None and after is not None
    )
    return spread > 0 and together / spread > _CARRIES_OVER
