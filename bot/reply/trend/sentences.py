"""What may be said of a series: numbers alone under 13 points, from there the latest signal.

Under 13 points none of the words trend, improving, worsening, stable and significant may appear.
"""

from collections.abc import Iterator

from bot.reply.trend.dates import Spacing, spacing_of
from bot.reply.trend.notes import notes_of
from bot.reply.trend.words import amount, difference, expected_range, held_of
from bot.statistics.xmr import Assurance, Chart, Judgement, Latest, Signal, Verdict
from bot.statistics.xmr.verdict import ENOUGH
from db.catalogue import Direction


def text_of(chart: Chart, judgement: Judgement, unit: str = "") -> str:
    """The whole reply as plain text, a paragraph; `unit` as in the catalogue, "%" for a rate."""
    spacing = spacing_of(chart.series.dates)
    if judgement.latest.verdict is Verdict.TOO_FEW_POINTS:
        sentences = [*_numbers(chart, judgement, spacing, unit)]
    else:
        sentences = [_verdict(chart, judgement, spacing, unit), *_target(chart, judgement, unit)]
    return " ".join([*sentences, *notes_of(chart, judgement, spacing)])


def _numbers(chart: Chart, judgement: Judgement, spacing: Spacing, unit: str) -> Iterator[str]:
    """First, last, lowest and highest, and why that is all."""
    held = held_of(chart)
    if not held:
        yield "No figure is held in this series."
        return
    at, last = held[-1]
    when = spacing.at(chart.series.dates[at])
    yield f"{amount(last, unit)} {when}{_since(chart, spacing, unit)}."
    if len(held) > 2:  # noqa: PLR2004 - of two both are told already
        yield _extremes(chart, spacing, unit)
    if few := judgement.few_events and chart.series.is_count:
        yield (
            "Too few events to chart: on average fewer than two at a time. "
            "A chart of the time between events suits them."
        )
    if len(held) < ENOUGH and not few:
        yield _too_few(len(held), spacing)


def _since(chart: Chart, spacing: Spacing, unit: str) -> str:
    """The difference from the first figure, with both ends: ", 7 percentage points lower than"."""
    held = held_of(chart)
    (first_at, first), (last_at, last) = held[0], held[-1]
    if first_at == last_at:
        return ""
    where = spacing.at(chart.series.dates[first_at])
    if first == last:
        return f", the same as {where}"
    word = "higher" if last > first else "lower"
    return f", {difference(last - first, unit)} {word} than {where} ({amount(first, unit)})"


def _extremes(chart: Chart, spacing: Spacing, unit: str) -> str:
    held, dates = held_of(chart), chart.series.dates
    low_at, low = min(held, key=lambda point: point[1])
    high_at, high = max(held, key=lambda point: point[1])
    if low == high:
        return f"{amount(low, unit)} in all {spacing.count(len(held))}."
    return (
        f"Lowest {amount(low, unit)} ({spacing.said(dates[low_at])}), "
        f"highest {amount(high, unit)} ({spacing.said(dates[high_at])})."
    )


def _too_few(held: int, spacing: Spacing) -> str:
    if held == 1:
        return f"Too few {spacing.many} to tell a change: there is one figure, {ENOUGH} are needed."
    return (
        f"Too few {spacing.many} to tell a real change from chance: "
        f"there are {held}, {ENOUGH} are needed."
    )


def _verdict(chart: Chart, judgement: Judgement, spacing: Spacing, unit: str) -> str:
    """The latest point: its signal with the rule by name, or that there is none."""
    latest, limits = judgement.latest, judgement.group.limits
    value = chart.series.values[latest.at] or 0.0
    said = f"{amount(value, unit)} {spacing.at(chart.series.dates[latest.at])}"
    if not limits.varies:
        return (
            f"{said}: the figures it is judged by do not vary ({amount(limits.mean or 0.0, unit)}),"
            " so no limits can be drawn."
        )
    of = f"mean {amount(limits.mean or 0.0, unit)}, {spacing.count(judgement.points)}"
    if latest.signal is None:
        return (
            f"No significant change: {said} is within the expected range "
            f"{expected_range(limits, unit)} ({of})."
        )
    fired = _fired(chart, judgement, spacing, unit)
    return f"{said}: {fired}, a signal {_meaning(latest, chart)} ({of})."


def _fired(chart: Chart, judgement: Judgement, spacing: Spacing, unit: str) -> str:
    """The rule that fired, in words and by name."""
    latest, limits, values = judgement.latest, judgement.group.limits, chart.series.values
    start = latest.since if latest.since is not None else latest.at
    since = spacing.said(chart.series.dates[start])
    last, mean = values[latest.at] or 0.0, limits.mean or 0.0
    side = "above" if last > mean else "below"
    count = latest.at - start + 1
    if latest.signal is Signal.TREND:
        way = "rises" if last > (values[start] or 0.0) else "falls"
        return f"{count - 1} {way} in a row since {since} (rule: trend)"
    if latest.signal is Signal.SHIFT:
        return f"{spacing.count(count)} in a row {side} the mean since {since} (rule: shift)"
    if latest.signal is Signal.TWO_IN_THREE:
        limit = "upper" if side == "above" else "lower"
        return f"two of the last three close to the {limit} limit or beyond (rule: two in three)"
    return (
        f"{side} the expected range {expected_range(limits, unit)} (rule: one point beyond a limit)"
    )


def _meaning(latest: Latest, chart: Chart) -> str:
    direction = chart.series.settings.direction
    if direction is Direction.NEUTRAL:
        return "that is neither good nor bad by itself"
    better = "higher" if direction is Direction.INCREASE else "lower"
    what = "improvement" if latest.verdict is Verdict.IMPROVEMENT else "concern"
    return f"of {what} ({better} is better)"


_ASSURED = {
    Assurance.PASS: "will be met each time",
    Assurance.FAIL: "will be missed each time",
    Assurance.INCONSISTENT: "will be met some times and missed at others",
}


def _target(chart: Chart, judgement: Judgement, unit: str) -> Iterator[str]:
    """What is to be expected of the target; limits that a signal has moved foretell nothing."""
    target, assurance = chart.series.settings.target, judgement.assurance
    if target is None or assurance is None:
        return
    said = f"the target of {amount(target, unit)}"
    if judgement.latest.signal is not None:
        yield f"Because of the signal, the limits do not tell whether {said} will be met."
    else:
        yield f"If nothing changes, {said} {_ASSURED[assurance]}."
