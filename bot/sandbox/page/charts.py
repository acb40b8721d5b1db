"""Charts as SVG, in the manner of Slack's own."""

import io
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bot.sandbox.wire import Json

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = ("#1d6fa5", "#d1495b", "#2e8b57", "#8f5db7", "#c77f00", "#4b5563")
_INK, _GRID = "#4a4f57", "#e4e6ea"
_STYLE = {
    "axes.prop_cycle": f"cycler('color', {list(_COLOURS)})",
    "font.family": "sans-serif",
    "font.size": 8.5,
    "svg.fonttype": "none",  # text stays text, to be read and copied
    "svg.hashsalt": "sandbox",
    "text.color": _INK,
    "axes.edgecolor": _GRID,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}
_MANY = 7
"""Labels along the bottom that still fit side by side."""


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
    # Matplotlib takes half a second to import, which pages without a chart do not pay.
    from matplotlib import rc_context  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    chart = json.loads(chart_json)
    with rc_context(_STYLE):  # type: ignore[arg-type] # it takes the text form too
        figure = Figure(figsize=(4.4, 2.7), layout="constrained")
        axes = figure.add_subplot()
        _pie(axes, chart) if chart["type"] == "pie" else _plot(axes, chart)
        drawn = io.StringIO()
        figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None})
    svg = drawn.getvalue()
    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - Matplotlib escapes the words in it


def _plot(axes: "Axes", chart: Json) -> None:
    categories = chart["axis_config"]["categories"]
    draw = {"line": _lines, "area": _areas, "bar": _bars}[chart["type"]]
    draw(axes, categories, [(one["name"], _values(one, categories)) for one in chart["series"]])
    _dress(axes, chart["axis_config"])
    if len(chart["series"]) > 1:
        axes.figure.legend(loc="outside lower center", ncols=3, frameon=False)


def _values(series: Json, categories: list[str]) -> list[float]:
    by_label = {point["label"]: point["value"] for point in series["data"]}
    return [by_label[category] for category in categories]


_Series = list[tuple[str, list[float]]]


def _lines(axes: "Axes", categories: list[str], series: _Series) -> None:
    for name, values in series:
        is_flat = len(set(values)) == 1 and len(series) > 1
        axes.plot(
            categories,
            values,
            label=name,
            linewidth=1.4 if is_flat else 2.2,
            linestyle="--" if is_flat else "-",
            marker="" if is_flat else "o",
            markersize=4.5,
        )


def _areas(axes: "Axes", categories: list[str], series: _Series) -> None:
    _lines(axes, categories, series)
    for _, values in series:
        axes.fill_between(categories, values, alpha=0.15)


def _bars(axes: "Axes", categories: list[str], series: _Series) -> None:
    width = 0.76 / len(series)
    for number, (name, values) in enumerate(series):
        shift = (number - (len(series) - 1) / 2) * width
        drawn = axes.bar([n + shift for n in range(len(categories))], values, width, label=name)
        if len(series) == 1:
            axes.bar_label(drawn, fmt="{:g}", padding=2)
    axes.set_xticks(range(len(categories)), categories)


def _dress(axes: "Axes", config: Json) -> None:
    axes.grid(axis="y", color=_GRID)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0)
    axes.margins(y=0.12)
    axes.set_xlabel(config.get("x_label") or "")
    axes.set_ylabel(config.get("y_label") or "")
    if len(config["categories"]) > _MANY:
        axes.tick_params(axis="x", rotation=45)
        for label in axes.get_xticklabels():
            label.set(ha="right", rotation_mode="anchor")


def _pie(axes: "Axes", chart: Json) -> None:
    segments = chart["segments"]
    drawn: Any = axes.pie([one["value"] for one in segments], startangle=90, counterclock=False)
    axes.legend(
        drawn[0],
        [f"{one['label']}  {one['value']:g}" for one in segments],
        loc="center left",
        bbox_to_anchor=(1, 0.5),
        frameon=False,
    )
