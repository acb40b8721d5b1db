"""What was measured, as tables for a person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median

from rich import box
from rich.table import Table

from bot.cli.bench.measures import Measure
from bot.cli.samples.grade import Grade

_MILLISECOND, _SECOND = 1_000, 1_000_000
_VERDICTS = {True: "met", False: "[bold]not met[/]", None: ""}


def times(measures: Sequence[Measure], questions: Sequence[str]) -> Table:
    """Each measure with its median, its p99, its ratio to the first, and its target."""
    words = median(len(question.split()) for question in questions)
    title = f"How long it takes: {len(questions)} questions of {words:.0f} words (median)"
    table = _table(title, "what", "median", "p99", "ratio", "most", "target")
    first = measures[0].timing.median
    for one in measures:
        table.add_row(
            one.name,
            duration(one.timing.median),
            duration(one.timing.p99),
            f"{one.timing.median / first:,.{1 if one.timing.median < 10 * first else 0}f}",
            _most(one),
            _VERDICTS[one.target.is_met_by(one.timing)],
        )
    return table


def figures(grades: Mapping[str, Sequence[Grade]]) -> Table:
    """How many figures of each way were right, and how many wrong."""
    asked = len(next(iter(grades.values())))
    title = f"The same {asked} questions, every second one with a typing error"
    table = _table(title, "way", "right", "no figure", "wrong figure")
    for way, found in grades.items():
        counted = Counter(found)
        table.add_row(way, *(f"{counted[one]:,} ({counted[one] / asked:.1%})" for one in Grade))
    return table


def duration(microseconds: float) -> str:
    """A duration in the unit it reads best in: "142 µs", "1.2 ms", "0.45 s"."""
    if microseconds < _MILLISECOND:
        return f"{microseconds:.0f} µs"
    if microseconds < _SECOND / 10:
        return f"{microseconds / _MILLISECOND:.1f} ms"
    return f"{microseconds / _SECOND:.2f} s"


def _most(measure: Measure) -> str:
    """What the target allows: "150 µs, p99 1.0 ms"."""
    limits = (("", measure.target.median), ("p99 ", measure.target.p99))
    return ", ".join(f"{name}{duration(limit)}" for name, limit in limits if limit is not None)


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))
    table.add_column(first)
    for heading in others:
        table.add_column(heading, justify="right", no_wrap=True)
    return table
