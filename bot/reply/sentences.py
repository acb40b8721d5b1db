"""The sentences beside a figure: its change, its benchmark, what one person is worth."""

from collections.abc import Iterator, Sequence

from bot.answer.dates import say_held
from bot.answer.values import Benchmark, Calculated, Change, Figure, Verdict
from bot.reply.labels import when
from bot.reply.numbers import number, points, printed

_WORSE_BETTER = {
    ("decrease", "down"): "Lower is better here, so this is an improvement",
    ("decrease", "up"): "Lower is better here, so this is a worsening",
    ("increase", "up"): "Higher is better here, so this is an improvement",
    ("increase", "down"): "Higher is better here, so this is a worsening",
}
_ENOUGH = 13
"""Points from which a trend may be told from chance (docs/architecture.md)."""
_ENDS = 2


def change_sentences(change: Change) -> Iterator[str]:
    """A change with both ends, what lies between, and what may be said of it."""
    yield f"{_moved(change)}: {_from_to(change)}."
    if len(change.between) > _ENDS:
        row = ", ".join(f"{say_held(one.period)} {printed(one)}" for one in change.between)
        yield f"Between: {row}."
    yield from _judged(change)


def _moved(change: Change) -> str:
    """The change in words: "Down 7 percentage points"."""
    if change.direction == "same":
        return "No change"
    word = {"up": "Up", "down": "Down"}[change.direction]
    if change.unit == "percentage points":
        return f"{word} {points(change.value)}"
    share = f", {number(abs(change.relative), 1)}% of it" if change.relative is not None else ""
    return f"{word} {number(abs(change.value))} {change.unit}{share}"


def _from_to(change: Change) -> str:
    return (
        f"{printed(change.start)} ({when(change.start)}) to "
        f"{printed(change.end)} ({when(change.end)})"
    )


def _judged(change: Change) -> Iterator[str]:
    """Better or worse, only where the metric has a direction, and never a trend on few points."""
    better = _WORSE_BETTER.get((change.end.direction, change.direction), "")
    count = len(change.between)
    few = f"{count} points are too few to tell a trend from chance" if count < _ENOUGH else ""
    words = "; ".join(part for part in (better, few if count > _ENDS else "") if part)
    if words:
        yield f"{words}."


def benchmark_sentence(benchmark: Benchmark) -> str:
    """A figure beside its benchmark, like for like or not at all."""
    there = f"{benchmark.name} {printed(benchmark.figure)} ({when(benchmark.figure)})"
    if benchmark.verdict is Verdict.NOT_COMPARABLE:
        return (
            f"{printed(benchmark.of)} beside {there}: not comparable, because {benchmark.reason}."
        )
    if benchmark.like_for_like:
        return f"{calculated_sentence(benchmark.like_for_like)} That is {_gap(benchmark)} {there}."
    return f"{printed(benchmark.of)} is {_gap(benchmark)} {there}."


def _gap(benchmark: Benchmark) -> str:
    if benchmark.verdict is Verdict.SAME:
        return "the same as"
    size = abs(benchmark.difference or 0.0)
    unit = points(round(size, 1)) if benchmark.figure.unit == "%" else number(size)
    return f"{unit} {benchmark.verdict}"


def calculated_sentence(calculated: Calculated) -> str:
    """A figure worked out here, with its parts."""
    basis = "On the DfE's basis" if calculated.formula == "dfe" else "Worked out"
    return (
        f"{basis}, {calculated.formula_words}, it is {number(calculated.value, 1)}% "
        f"({number(calculated.numerator)} of {number(calculated.denominator)}; worked out here "
        "from the published parts)."
    )


def worth_sentences(figures: Sequence[Figure]) -> Iterator[str]:
    """What one person is worth, for a single rate on few people."""
    if len(figures) == 1 and (worth := figures[0].worth_of_one):
        who = "One full-time person" if figures[0].basis == "fte" else "One person"
        yield f"{who} is worth about {number(worth, 1)} points here."
