"""What to be careful about with a series."""

from collections.abc import Iterator

from bot.reply.trend.dates import Spacing
from bot.statistics.xmr import Chart, Judgement, Verdict
from bot.statistics.xmr.verdict import PLENTY


def notes_of(chart: Chart, judgement: Judgement, spacing: Spacing) -> Iterator[str]:
    """Each caution as a sentence; those on signals only where signals are told."""
    yield from _groups(chart, spacing)
    yield from _gaps(chart, spacing)
    if judgement.latest.verdict is Verdict.TOO_FEW_POINTS:
        return
    if judgement.points < PLENTY:
        yield f"The limits rest on only {spacing.count(judgement.points)} and will move."
    if judgement.carries_over:
        carried = f"Figures carry over from one {spacing.one} to the next"
        yield f"{carried}, so signals are more frequent than usual."
    if judgement.few_events:
        yield "If these are counts of events, they are too few for such a chart."


def _groups(chart: Chart, spacing: Spacing) -> Iterator[str]:
    if starts := [chart.series.dates[group.start] for group in chart.groups[1:]]:
        said = ", ".join(spacing.said(day) for day in starts)
        yield f"Figures are taken anew from: {said}."
    if chart.unknown_rebases:
        days = ", ".join(chart.unknown_rebases)
        yield f"No point has the date {days}, so nothing starts anew there."


def _gaps(chart: Chart, spacing: Spacing) -> Iterator[str]:
    days = [
        day
        for day, value in zip(chart.series.dates, chart.series.values, strict=True)
        if value is None
    ]
    if not days:
        return
    shown = ", ".join(spacing.said(day) for day in days[:3])
    more = f" and {len(days) - 3} more" if len(days) > 3 else ""  # noqa: PLR2004 - as shown
    yield f"No figure for {shown}{more}; no run is counted across a gap."
