"""Slack's own charts (`data_visualization`, since June 2026), of what the text says already.

Facts about Slack: a title has 50 characters at most, a category or the name of a series 20; there
are 20 categories and 12 series at most, and each series has exactly one value for each category.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer.dates import say_held
from bot.answer.values import Answer, Benchmark, Figure, Trend, Verdict
from bot.query.query import Intent
from bot.reply.blocks import Block
from bot.reply.labels import capital, told_apart

_TITLE = 50
_NAME = 20
POINTS = 20
"""Points that Slack's chart holds; of a longer series it shows the last."""
_LINES = 6
_LEVELS = 2  # England and the target
_FEWEST = 3  # points that make a line, or bars that make a ranking


@dataclass(frozen=True, slots=True)
class _Line:
    """A series of a chart: one value for each category."""

    name: str
    values: tuple[float, ...]


def chart_of(answer: Answer, most: int = POINTS) -> Block | None:
    """The chart of an answer: a line where there is a series, bars where there is a ranking.

    `most` is how many points it may have; of a longer series it says that it shows the last.
    """
    rows = [_held(change.between) for change in answer.changes]
    if any(len(row) >= _FEWEST for row in rows):
        return _line_chart(answer, rows, most)
    figures = _held(answer.figures)
    if answer.query.intent is Intent.RANK and len(figures) >= _FEWEST:
        return _bar_chart(figures)
    return None


def chart_of_series(points: Sequence[Figure], trend: Trend | None = None) -> Block | None:
    """The chart of one series, its last points, with the mean it is judged by if there is one."""
    shown = _held(points)[-POINTS:]
    if len(shown) < _FEWEST:
        return None
    categories = _distinct([_short_date(one) for one in shown])
    [name] = _names([shown])
    line = _Line(_cut(name), tuple(one.value or 0.0 for one in shown))
    return _chart("line", shown[-1], categories, [line, *_mean_of(trend, len(shown))])


def _held(figures: Sequence[Figure]) -> list[Figure]:
    return [one for one in figures if one.value is not None]


def longest_of(answer: Answer) -> int:
    """How many points the longest series of an answer has."""
    return max((len(_held(change.between)) for change in answer.changes), default=0)


def _line_chart(answer: Answer, rows: Sequence[Sequence[Figure]], most: int) -> Block | None:
    """The series that share the dates and the unit of the longest, its last points."""
    whole = max(rows, key=len)
    longest = whole[-most:]
    dates = [one.period.key for one in longest]
    categories = _distinct([_short_date(one) for one in longest])
    alike = [
        row[-most:]
        for row in rows
        if [one.period.key for one in row[-most:]] == dates and row[0].unit == longest[0].unit
    ][:_LINES]
    names = _distinct([_cut(name) for name in _names(alike)])
    lines = [
        _Line(name, tuple(one.value or 0.0 for one in row))
        for name, row in zip(names, alike, strict=True)
    ]
    level = [_flat(one, len(dates)) for one in answer.benchmarks if _fits(one, longest[0])]
    told = [*lines, *_mean(answer, len(dates)), *level[:_LEVELS]]
    cut = f", last {most} of {len(whole)}" if len(whole) > most else ""
    return _chart("line", longest[-1], categories, told, cut)


def _mean(answer: Answer, points: int) -> Iterator[_Line]:
    """The mean that the trend of one series is judged by; of several series none is drawn."""
    trends = [change.trend for change in answer.changes]
    if len(trends) == 1:
        yield from _mean_of(trends[0], points)


def _mean_of(trend: Trend | None, points: int) -> Iterator[_Line]:
    """The mean at each of the last points."""
    if trend:
        groups = trend.chart.groups
        means = [one.mean for group in groups for one in group.limits_by_point][-points:]
        if len(means) == points and None not in means:
            yield _Line("Mean", tuple(round(one, 1) for one in means if one is not None))


def _names(rows: Sequence[Sequence[Figure]]) -> list[str]:
    """What tells the series apart, by their last figures."""
    if len(rows) == 1:
        last = rows[0][-1]
        return [last.team.name if last.team else last.organisation.short]
    return told_apart([row[-1] for row in rows])[1]


def _fits(benchmark: Benchmark, figure: Figure) -> bool:
    """Whether a benchmark may stand in one chart with a series."""
    comparable = benchmark.verdict is not Verdict.NOT_COMPARABLE and not benchmark.like_for_like
    held = benchmark.figure.value is not None
    return comparable and held and benchmark.figure.unit == figure.unit


def _flat(benchmark: Benchmark, points: int) -> _Line:
    return _Line(_cut(capital(benchmark.name)), (benchmark.figure.value or 0.0,) * points)


def _bar_chart(figures: Sequence[Figure]) -> Block | None:
    shown = figures[:POINTS]
    if len({one.unit for one in shown}) > 1:
        return None
    categories = _distinct([_cut(label) for label in told_apart(list(shown))[1]])
    values = tuple(one.value or 0.0 for one in shown)
    return _chart("bar", shown[0], categories, [_Line(_cut(shown[0].metric.name), values)])


def _chart(
    kind: str, of: Figure, categories: Sequence[str], lines: Sequence[_Line], cut: str = ""
) -> Block:
    series = [
        {
            "name": line.name,
            "data": [
                {"label": category, "value": value}
                for category, value in zip(categories, line.values, strict=True)
            ],
        }
        for line in lines
    ]
    axes = {"categories": list(categories), "y_label": of.unit[:_TITLE]}
    return {
        "type": "data_visualization",
        "title": f"{_cut(of.metric.name, _TITLE - len(cut))}{cut}",
        "chart": {"type": kind, "series": series, "axis_config": axes},
    }


def _short_date(figure: Figure) -> str:
    said = say_held(figure.period)
    return said if len(said) <= _NAME else _cut(figure.period.key)


def _cut(text: str, most: int = _NAME) -> str:
    """A name short enough; a longer one keeps its beginning."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, those that were met before with a number."""
    met: dict[str, int] = {}
    told = []
    for name in names:
        met[name] = met.get(name, 0) + 1
        mark = f" {met[name]}" if met[name] > 1 else ""
        told.append(f"{_cut(name, _NAME - len(mark))}{mark}")
    return told
