"""Slack's charts on the page, and in words."""

import json
from functools import lru_cache

from markupsafe import Markup

from bot.drawing import svg_of
from bot.sandbox.wire import Json


def chart_svg(block: Json) -> Markup:
    """Draw a `data_visualization` block; takes a tenth of a second the first time."""
    return _svg(json.dumps(block["chart"], sort_keys=True))


def described(block: Json) -> str:
    """The chart in words, for those who do not see it."""
    chart = block["chart"]
    if chart["type"] == "pie":
        return _listed(block["title"], chart["segments"])
    return ". ".join(_listed(series["name"], series["data"]) for series in chart["series"])


def _listed(name: str, points: list[Json]) -> str:
    return f"{name}: " + ", ".join(f"{point['label']} {point['value']:g}" for point in points)


@lru_cache(maxsize=256)
def _svg(chart_json: str) -> Markup:
    return Markup(svg_of({"chart": json.loads(chart_json)}))  # noqa: S704 - Matplotlib escapes words
