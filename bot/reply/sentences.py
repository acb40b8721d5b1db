"""The sentences of a reply: figure first, then change, benchmark and care."""

from collections.abc import Iterator

from bot.answer.dates import say_held
from bot.answer.values import Benchmark, Calculated, Change, Figure, Verdict
from bot.reply.numbers import number, points, printed

_WORSE_BETTER = {
    ("decrease", "down"): "An improvement: lower is better here.",
    ("decrease", "up"): "A worsening: lower is better here.",
    ("increase", "up"): "An improvement: higher is better here.",
    ("increase", "down"): "A worsening: higher is better here.",
}

_KINDS = {
    "target": " target",
    "forecast": " (forecast)",
    "planned": " (planned)",
    "change": ", published change",
}


def scope(figure: Figure) -> str:
    """Who and where a figure is about: "social workers, Assessment, Devon County Council"."""
    parts = [
        figure.role_group.name[:1].lower() + figure.role_group.name[1:],
        figure.team.name if figure.team else "",
        figure.organisation.name,
    ]
    return ", ".join(part for part in parts if part and part != "no group of staff")


def headline(figure: Figure) -> str:
    """The figure in one sentence: name, scope, figure, count over denominator, date."""
    kind = _KINDS.get(figure.kind, "")
    of = over(figure)
    return (
        f"{figure.metric.name}{kind}, {scope(figure)}: {printed(figure)}{limit_words(figure)}"
        f"{f' ({of})' if of else ''}, {when(figure)}"
    )


def limit_words(figure: Figure) -> str:
    """What the source says of a figure that is a limit or an estimate: its own words."""
    if figure.status in {"bound", "approximate"} and figure.value_text:
        return f" (\u201c{figure.value_text}\u201d)"
    return ""


def when(figure: Figure) -> str:
    """The date of a figure, with what else tells it from others."""
    date = say_held(figure.period)
    return f"{date}, {figure.qualifier}" if figure.qualifier else date


def over(figure: Figure) -> str:
    """Count over denominator, with what the denominator is: "27.0 of 39.0, ..."."""
    if figure.numerator is None or figure.denominator is None:
        return figure.formula_words if figure.unit == "%" else ""
    words = f"; {figure.formula_words}" if figure.formula_words else ""
    return f"{number(figure.numerator)} of {number(figure.denominator)}{words}"


def change_sentence(change: Change) -> str:
    """A change with both ends: "Down 7 percentage points: 52% (July 2023) to 45% (March 2024)."."""
    word = {"up": "Up", "down": "Down", "same": "No change"}[change.direction]
    size = ""
    if change.direction != "same":
        size = (
            f" {points(change.value)}"
            if change.unit == "percentage points"
            else f" {number(abs(change.value))} {change.unit}"
        )
        if change.relative is not None:
            size += f" ({number(abs(change.relative), 1)}% of the earlier figure)"
    return (
        f"{word}{size}: {printed(change.start)} ({when(change.start)}) to "
        f"{printed(change.end)} ({when(change.end)})."
    )


def direction_words(change: Change) -> str:
    """Better or worse, only where the metric has a direction."""
    return _WORSE_BETTER.get((change.end.direction, change.direction), "")


def between_sentence(change: Change) -> str:
    """Every figure between the ends, for end points mislead."""
    if len(change.between) < 3:  # noqa: PLR2004 - the two ends are told already
        return ""
    row = ", ".join(f"{say_held(one.period)} {printed(one)}" for one in change.between)
    return f"Between: {row}."


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
    return (
        f"On the DfE's basis, {calculated.formula_words}, it is {number(calculated.value, 1)}% "
        f"({number(calculated.numerator)} of {number(calculated.denominator)}; worked out here "
        "from the published parts)."
    )


def worth_sentences(figures: tuple[Figure, ...]) -> Iterator[str]:
    """What one person is worth, for a single rate on few people."""
    if len(figures) == 1 and (worth := figures[0].worth_of_one):
        yield f"One person more or fewer moves this rate by about {number(worth, 1)} points."
