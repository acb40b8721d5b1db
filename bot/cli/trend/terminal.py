"""A chart in the terminal: a row for each point, with the mean, limits and signals."""

from rich import box
from rich.console import Console
from rich.table import Table

from bot.reply.trend.dates import Spacing, spacing_of
from bot.reply.trend.words import amount
from bot.statistics.xmr import Chart, Group, is_enough

_ROWS = 36
"""Older points are told by number, not shown."""

_WIDTH = 34  # of the line that figures stand on, so that a row fits 80 columns


def show(chart: Chart, title: str, unit: str) -> None:
    """Print the chart of the latest points."""
    shown = range(max(0, len(chart.series.values) - _ROWS), len(chart.series.values))
    table = Table(title=title, title_justify="left", box=box.SIMPLE, caption=_caption(shown))
    table.add_column("date")
    table.add_column("figure", justify="right")
    table.add_column("┊ limit  │ mean  ● figure  ◆ signal", no_wrap=True)
    table.add_column("rule")
    spacing = spacing_of(chart.series.dates)
    low, high = _ends(chart, shown)
    for group in chart.groups:
        for at in range(max(group.start, shown.start), group.end):
            table.add_row(*_row(chart, group, at, (low, high), (spacing, unit)))
    Console().print(table)


def _caption(shown: range) -> str | None:
    return f"{shown.start} earlier points are not shown." if shown.start else None


def _row(
    chart: Chart, group: Group, at: int, ends: tuple[float, float], how: tuple[Spacing, str]
) -> tuple[str, str, str, str]:
    spacing, unit = how
    value, limits = chart.series.values[at], group.limits
    judged = is_enough(chart, group)
    fired = group.signals[at - group.start] if judged else ()
    marks = dict.fromkeys(range(_WIDTH), " ")
    if judged:
        for line, mark in ((limits.lower, "┊"), (limits.upper, "┊"), (limits.mean, "│")):
            if line is not None:
                marks[_place(line, ends)] = mark
    if value is not None:
        marks[_place(value, ends)] = "◆" if fired else "●"
    said = "" if value is None else amount(value, unit)
    rule = fired[0].replace("_", " ") if fired else ""
    return spacing.said(chart.series.dates[at]), said, "".join(marks.values()), rule


def _ends(chart: Chart, shown: range) -> tuple[float, float]:
    found = [value for at in shown if (value := chart.series.values[at]) is not None]
    for group in chart.groups:
        if group.end > shown.start and is_enough(chart, group):
            limits = group.limits
            found += [one for one in (limits.lower, limits.upper) if one is not None]
    return (min(found), max(found)) if found else (0.0, 0.0)


def _place(value: float, ends: tuple[float, float]) -> int:
    low, high = ends
    return round((_WIDTH - 1) * ((value - low) / (high - low) if high > low else 0.5))
