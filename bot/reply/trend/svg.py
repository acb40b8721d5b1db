"""A chart as SVG: shapes and words beside each colour, and the text of the reply inside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from bot.reply.trend.dates import spacing_of
from bot.reply.trend.words import amount
from bot.statistics.xmr import Chart, Group, is_enough

_WIDTH, _HEIGHT = 900, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 30, 50, 50
_COMMON, _SIGNAL, _LINE, _TARGET = "#a6a6a6", "#0b5394", "#404040", "#c00000"


@dataclass(frozen=True, slots=True)
class _Scale:
    """From positions and values to pixels."""

    points: int
    low: float
    high: float

    def x(self, at: float) -> float:
        room = _WIDTH - _LEFT - _RIGHT
        return _LEFT + room * (at / (self.points - 1) if self.points > 1 else 0.5)

    def y(self, value: float) -> float:
        room = _HEIGHT - _TOP - _BOTTOM
        span = self.high - self.low
        return _TOP + room * ((self.high - value) / span if span else 0.5)


def svg_of(chart: Chart, title: str, text: str, unit: str = "") -> str:
    """The chart as an SVG document; `text` is its description for a screen reader."""
    scale = _scale(chart)
    parts = [
        *_lines(chart, scale),
        *_values(chart, scale),
        *_marks(chart, scale),
        *_labels(chart, scale, title, unit),
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">'
    )
    return "\n".join(
        [head, f"<title>{escape(title)}</title>", f"<desc>{escape(text)}</desc>", *parts, "</svg>"]
    )


def _scale(chart: Chart) -> _Scale:
    ends = [value for value in chart.series.values if value is not None]
    for group in _judged(chart):
        ends += [one for one in (group.limits.lower, group.limits.upper) if one is not None]
    if chart.series.settings.target is not None:
        ends.append(chart.series.settings.target)
    ends = ends or [0.0]
    return _Scale(len(chart.series.values), min(ends), max(ends))


def _judged(chart: Chart) -> list[Group]:
    """The groups with points enough for limits; the others are drawn without."""
    return [group for group in chart.groups if is_enough(chart, group)]


def _lines(chart: Chart, scale: _Scale) -> Iterator[str]:
    """Mean and limits of each group, and the target."""
    for group in _judged(chart):
        limits = group.limits
        yield from _level(group, limits.mean, scale, "")
        yield from _level(group, limits.lower, scale, 'stroke-dasharray="6 4"')
        yield from _level(group, limits.upper, scale, 'stroke-dasharray="6 4"')
    target = chart.series.settings.target
    if target is not None:
        whole = Group(0, len(chart.series.values), chart.groups[0].limits, ())
        yield from _level(whole, target, scale, 'stroke-dasharray="2 3"', _TARGET)


def _level(
    group: Group, value: float | None, scale: _Scale, style: str, colour: str = _LINE
) -> Iterator[str]:
    if value is not None:
        left, right, y = scale.x(group.start - 0.4), scale.x(group.end - 0.6), scale.y(value)
        yield (
            f'<line x1="{left:.1f}" x2="{right:.1f}" y1="{y:.1f}" y2="{y:.1f}" '
            f'stroke="{colour}" {style}/>'
        )


def _values(chart: Chart, scale: _Scale) -> Iterator[str]:
    """The line through the points, broken at gaps."""
    for piece in _pieces(chart.series.values):
        path = " ".join(f"{scale.x(at):.1f},{scale.y(value):.1f}" for at, value in piece)
        yield f'<polyline points="{path}" fill="none" stroke="{_COMMON}" stroke-width="2"/>'


def _pieces(values: Sequence[float | None]) -> Iterator[list[tuple[int, float]]]:
    piece: list[tuple[int, float]] = []
    for at, value in enumerate(values):
        if value is None:
            if piece:
                yield piece
            piece = []
        else:
            piece.append((at, value))
    if piece:
        yield piece


def _marks(chart: Chart, scale: _Scale) -> Iterator[str]:
    """A round for a common point, a square for a signal: colour alone says nothing."""
    judged = _judged(chart)
    for group in chart.groups:
        signals = group.signals if group in judged else [()] * len(group.signals)
        points = zip(chart.values_of(group), signals, strict=True)
        for at, (value, fired) in enumerate(points, start=group.start):
            if value is not None:
                yield _mark(scale.x(at), scale.y(value), ", ".join(fired))


def _mark(x: float, y: float, fired: str) -> str:
    if not fired:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_COMMON}"/>'
    return (
        f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" fill="{_SIGNAL}">'
        f"<title>{fired}</title></rect>"
    )


def _labels(chart: Chart, scale: _Scale, title: str, unit: str) -> Iterator[str]:
    yield f'<text x="{_LEFT}" y="25" font-size="16">{escape(title)}</text>'
    dates, spacing = chart.series.dates, spacing_of(chart.series.dates)
    y = _HEIGHT - 15
    yield f'<text x="{_LEFT}" y="{y}">{spacing.said(dates[0])}</text>'
    if len(dates) > 1:
        x = _WIDTH - _RIGHT
        yield f'<text x="{x}" y="{y}" text-anchor="end">{spacing.said(dates[-1])}</text>'
    levels = {"target": chart.series.settings.target}
    for group in _judged(chart)[-1:]:
        limits = group.limits
        levels |= {"upper": limits.upper, "mean": limits.mean, "lower": limits.lower}
    for name, value in levels.items():
        if value is not None:
            said = f"{name} {amount(value, unit)}"
            x = _WIDTH - _RIGHT
            place = f'x="{x}" y="{scale.y(value) - 4:.1f}" text-anchor="end"'
            yield f"<text {place}>{escape(said)}</text>"
