"""How the newest figure of a series stands: to its chart, its target, and all before it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.answer.values import Change, Figure
from bot.digest.rules.finding import Finding, Rule
from bot.digest.rules.words import moved, sentence, with_counts
from bot.digest.watched import Memory, Watched, Watching
from bot.reply.labels import when
from bot.reply.trend import text_of
from bot.statistics.xmr import Verdict

FEWEST_FOR_A_RECORD = 6
"""Among fewer figures the highest is no news."""

_SIGNAL_SCORES = {Verdict.CONCERN: 80.0, Verdict.IMPROVEMENT: 70.0}
_NEUTRAL_SIGNAL = 60.0
_ALERT = 95.0
_TARGET = 75.0
_RECORD = 50.0
_LONGEST = 20
_RATE = 0.4
"""A rate says more than its numerator alone."""


def signals(watching: Watching, _: Memory) -> Iterator[Finding]:
    """A rule of the XmR chart that fires at the newest figure; concern before improvement."""
    for one in watching.series:
        if one.trend and (latest := one.trend.judgement.latest).signal:
            chart = one.trend.chart
            since = chart.series.dates[latest.at if latest.since is None else latest.since]
            yield Finding(
                Rule.SIGNAL,
                f"signal|{one.key}",
                f"{latest.signal}|{since}|{latest.verdict}",
                _SIGNAL_SCORES.get(latest.verdict, _NEUTRAL_SIGNAL),
                f"{sentence(one.last)} {text_of(chart, one.trend.judgement, one.last.unit)}",
                f"the rule {latest.signal.replace('_', ' ')} of the XmR chart fired",
                (one.key,),
                one.asked,
            )


def alerts(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """A figure that meets a condition which the one shown before did not."""
    for one in watching.series:
        before = _as_shown(one, memory)
        if before and one.last.meets(watching.conditions) and not before.meets(watching.conditions):
            yield Finding(
                Rule.ALERT,
                f"alert|{one.key}",
                one.last.period.key,
                _ALERT,
                f"{sentence(one.last)} {moved(Change(before, one.last))}.",
                "it crossed the number you named",
                (one.key,),
                one.asked,
            )


def _as_shown(one: Watched, memory: Memory) -> Figure | None:
    """The newest figure that was shown, with the value it had then."""
    figure = memory.shown_of(one)
    shown = memory.seen.get(one.key, {}).get(figure.period.key) if figure else None
    if figure is None or not shown or float(shown) == figure.value:
        return figure
    return replace(figure, value=float(shown), value_text="", numerator=None, denominator=None)


def targets(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """A target on whose other side the newest figure lies; both made alike."""
    for one in watching.series:
        before = memory.shown_of(one)
        if one.target and before and (sides := _sides(one, before, one.target)):
            was, now = sides
            if was is not now:
                word = "met" if now else "no longer met"
                yield Finding(
                    Rule.TARGET,
                    f"target|{one.key}",
                    f"{word}|{one.last.period.key}",
                    _TARGET,
                    f"{sentence(one.last)} {moved(Change(before, one.last))}. "
                    f"The target of {with_counts(one.target)} is {word}.",
                    "it crossed its target",
                    (one.key,),
                    one.asked,
                )


def _sides(one: Watched, before: Figure, target: Figure) -> tuple[bool, bool] | None:
    """Whether the target was met before, and now; None where no side of it is better."""
    if before.value is None or one.last.value is None or target.value is None:
        return None
    if one.last.direction == "decrease":
        return before.value <= target.value, one.last.value <= target.value
    if one.last.direction == "increase":
        return before.value >= target.value, one.last.value >= target.value
    return None


def records(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """A new figure above or below all before it, of six at least."""
    for one in watching.series:
        word = _record(one)
        if word and one.before and memory.is_fresh(one):
            count = len(one.points)
            yield Finding(
                Rule.RECORD,
                f"record|{one.key}",
                f"{word}|{one.last.period.key}",
                _RECORD + min(count, _LONGEST) / 2 + _RATE * (one.last.unit == "%"),
                f"{sentence(one.last)} {moved(Change(one.before, one.last))}. "
                f"The {word} of {count} figures since {when(one.points[0])}.",
                f"no figure of the {count} is {'higher' if word == 'highest' else 'lower'}",
                (one.key,),
                one.asked,
            )


def _record(one: Watched) -> str:
    values = [point.value for point in one.points if point.value is not None]
    if len(values) < FEWEST_FOR_A_RECORD:
        return ""
    *earlier, last = values
    return "highest" if last > max(earlier) else "lowest" if last < min(earlier) else ""
