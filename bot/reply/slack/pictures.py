"""A picture of a series that is longer than Slack's own chart holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.answer.values import Answer
from bot.reply.blocks import Block
from bot.reply.numbers import number
from bot.reply.slack.charts import POINTS, chart_of, longest_of

MOST = 400
"""Points of a picture: three a dot of the narrowest phone."""
_ALT = 1_000  # characters that Slack takes
_LEVEL = 1  # values of a line that never moves


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart to be drawn, and what it says for those who do not see it."""

    chart: Block
    alt: str


def picture_of(answer: Answer) -> Picture | None:
    """The picture of an answer whose series Slack's chart cannot hold whole."""
    if longest_of(answer) <= POINTS:
        return None
    chart = chart_of(answer, MOST)
    return Picture(chart, _said(chart)) if chart else None


def _said(block: Block) -> str:
    unit = block["chart"]["axis_config"]["y_label"]
    series = block["chart"]["series"]
    lines = [_line(one["name"], one["data"]) for one in series]
    said = f"Line chart: {block['title']} ({unit}). {' '.join(lines)}"
    return said if len(said) <= _ALT else f"{said[: _ALT - 1]}…"


def _line(name: str, points: Sequence[dict[str, Any]]) -> str:
    """The ends and the extremes of a line; of a level one its height."""
    if len({point["value"] for point in points}) == _LEVEL:
        return f"{name}: {number(points[0]['value'])} throughout."
    return f"{name}: {len(points)} points, {', '.join(_marked(points))}."


def _marked(points: Sequence[dict[str, Any]]) -> Iterator[str]:
    marks = {
        "from": points[0],
        "to": points[-1],
        "lowest": min(points, key=_value),
        "highest": max(points, key=_value),
    }
    for word, point in marks.items():
        yield f"{word} {number(point['value'])} in {point['label']}"


def _value(point: dict[str, Any]) -> float:
    return float(point["value"])
