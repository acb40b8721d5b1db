"""What was published: a benchmark's new edition, and a figure that replaces an earlier one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.answer.values import Figure
from bot.digest.rules.finding import Finding, Rule
from bot.digest.rules.words import sentence
from bot.digest.watched import Memory, Watched, Watching, stands_for_few
from bot.reply.labels import when
from bot.reply.numbers import number

_CORRECTED = 72.0
_BENCHMARK = 25.0


def benchmarks(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """A benchmark with a figure newer than what was there at the last digest.

    To a new follow a benchmark is no news: it has been there all along. Nor is one that a council
    quotes in its own paper, for nobody knows when that was published.
    """
    for one in watching.benchmarks:
        if one.key in memory.seen and one.last.edition and memory.is_fresh(one):
            yield Finding(
                Rule.BENCHMARK,
                f"benchmark|{one.key}",
                f"{one.last.period.key}|{one.last.edition}",
                _BENCHMARK,
                f"Newly published: {sentence(one.last)}",
                "a benchmark of what is followed has a new figure",
                (one.key,),
                one.asked,
            )


def corrected(watching: Watching, memory: Memory) -> Iterator[Finding]:
    """A figure that was another one at the last digest; the newest such of each series."""
    for one in watching.series:
        shown, now = memory.seen.get(one.key, {}), one.values
        changed = [point for point in one.points if _is_changed(point, shown, now)]
        if changed:
            yield _correction(one, changed[-1], shown[changed[-1].period.key], len(changed))


def _is_changed(point: Figure, shown: Mapping[str, str], now: Mapping[str, str]) -> bool:
    key = point.period.key
    if key not in shown or shown[key] == now[key]:
        return False
    return not any(stands_for_few(one) for one in (point, replace(point, value=float(shown[key]))))


def _correction(one: Watched, point: Figure, was: str, count: int) -> Finding:
    others = f" {count - 1} earlier figures of it changed too." if count > 1 else ""
    return Finding(
        Rule.CORRECTED,
        f"corrected|{one.key}",
        f"{point.period.key}|{was}|{one.values[point.period.key]}",
        _CORRECTED,
        f"Corrected: {sentence(point)} It was {number(float(was))} ({when(point)}) "
        f"when this was last sent.{others}",
        "a figure that was there at the last digest has changed",
        (one.key,),
        one.asked,
    )
