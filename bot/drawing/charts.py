"""A chart as SVG or PNG, one picture in two formats."""

import io
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.drawing.lines import draw_areas, draw_bars, draw_lines, dress

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Chart: TypeAlias = dict[str, Any]
"""A `data_visualization` block: `title`, and `chart` with its series or segments."""

_COLOURS = ("#1d6fa5", "#d1495b", "#2e8b57", "#8f5db7", "#c77f00", "#4b5563")
_INK, _GRID = "#4a4f57", "#e4e6ea"
_STYLE = {
    "axes.prop_cycle": f"cycler('color', {list(_COLOURS)})",
    "font.family": "sans-serif",
    "font.size": 8.5,
    "svg.fonttype": "none",  # text stays text, to be read and copied
    "svg.hashsalt": "muster",
    "text.color": _INK,
    "text.parse_math": False,  # a name may hold dollars
    "axes.edgecolor": _GRID,
    "axes.labelcolor": _INK,
    "grid.color": _GRID,
    "xtick.color": _INK,
    "ytick.color": _INK,
}
_SIZE, _LONG_SIZE = (4.4, 2.7), (7.2, 3.6)  # inches
_LONG = 20
"""Points from which a chart needs more room."""
_DOTS = 200  # an inch: sharp on a phone

# The style is Matplotlib's own, one for all threads.
_drawing = Lock()


def svg_of(block: Chart) -> str:
    """The chart as an SVG element without its title, in which words stay words."""
    drawn = io.StringIO()
    _save(block, partial(_save_svg, drawn))
    svg = drawn.getvalue()
    return svg[svg.index("<svg") :]


def png_of(block: Chart) -> bytes:
    """The chart and its title as a PNG of 1,440 by 720 points at most."""
    drawn = io.BytesIO()
    _save(block, partial(_save_png, drawn, str(block["title"])))
    return drawn.getvalue()


def _save(block: Chart, save: Any) -> None:
    from matplotlib import rc_context  # noqa: PLC0415 - half a second, for who draws alone
    from matplotlib.figure import Figure  # noqa: PLC0415

    chart = block["chart"]
    with _drawing, rc_context(_STYLE):  # type: ignore[arg-type] # it takes the text form too
        figure = Figure(figsize=_size(chart), layout="constrained")
        axes = figure.add_subplot()
        _pie(axes, chart) if chart["type"] == "pie" else _plot(axes, chart)
        save(figure)


def _save_svg(drawn: io.StringIO, figure: "Figure") -> None:
    figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None})


def _save_png(drawn: io.BytesIO, title: str, figure: "Figure") -> None:
    figure.suptitle(title, fontsize=11, fontweight="bold")
    figure.savefig(drawn, format="png", dpi=_DOTS, facecolor="white")


def _size(chart: Chart) -> tuple[float, float]:
    categories = chart.get("axis_config", {}).get("categories", ())
    return _LONG_SIZE if len(categories) > _LONG else _SIZE


def _plot(axes: "Axes", chart: Chart) -> None:
    categories = chart["axis_config"]["categories"]
    draw = {"line": draw_lines, "area": draw_areas, "bar": draw_bars}[chart["type"]]
    draw(axes, [(one["name"], _values(one, categories)) for one in chart["series"]])
    dress(axes, chart["axis_config"])
    if len(chart["series"]) > 1:
        names = [one["name"] for one in chart["series"]]
        # Left to itself it leaves out names that begin with an underscore.
        drawn: Any = axes.containers or axes.lines
        axes.figure.legend(drawn, names, loc="outside lower center", ncols=3, frameon=False)


def _values(series: Chart, categories: list[str]) -> list[float]:
    by_label = {point["label"]: point["value"] for point in series["data"]}
    return [by_label[category] for category in categories]


def _pie(axes: "Axes", chart: Chart) -> None:
    segments = chart["segments"]
    drawn: Any = axes.pie([one["value"] for one in segments], startangle=90, counterclock=False)
    axes.legend(
        drawn[0],
        [f"{one['label']}  {one['value']:g}" for one in segments],
        loc="center left",
        bbox_to_anchor=(1, 0.5),
        frameon=False,
    )
