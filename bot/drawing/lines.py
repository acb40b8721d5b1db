"""Lines, areas and bars over categories, and the axes they stand on."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Named: TypeAlias = Sequence[tuple[str, list[float]]]
"""Series: each its name, and a value for each category."""

_MARKERS, _DASHES = "os^Dv*", ("--", ":", "-.")
_MANY = 7
"""Labels along the bottom that still fit side by side."""
_MOST_LABELS = 20
"""Labels that fit aslant; of more points one in a few is labelled."""
_LABELS = 12


def draw_lines(axes: "Axes", series: Named) -> None:
    """Lines with marks; what is the same throughout, such as a target, is dashed without."""
    rows, levels = 0, 0
    for name, values in series:
        if len(set(values)) == 1 and len(series) > 1:
            _level(axes, name, values, _DASHES[levels % len(_DASHES)])
            levels += 1
        else:
            _row(axes, name, values, _MARKERS[rows % len(_MARKERS)])
            rows += 1


def _level(axes: "Axes", name: str, values: list[float], dashes: str) -> None:
    axes.plot(range(len(values)), values, label=name, linewidth=1.4, linestyle=dashes)


def _row(axes: "Axes", name: str, values: list[float], marker: str) -> None:
    size = 4.5 if len(values) <= _MOST_LABELS else 3.0
    axes.plot(range(len(values)), values, label=name, linewidth=2.2, marker=marker, markersize=size)


def draw_areas(axes: "Axes", series: Named) -> None:
    """Lines with what lies below them shaded."""
    draw_lines(axes, series)
    for _, values in series:
        axes.fill_between(range(len(values)), values, alpha=0.15)


def draw_bars(axes: "Axes", series: Named) -> None:
    """Bars side by side, with their values where there is one of each."""
    width = 0.76 / len(series)
    for number, (name, values) in enumerate(series):
        shift = (number - (len(series) - 1) / 2) * width
        drawn = axes.bar([n + shift for n in range(len(values))], values, width, label=name)
        if len(series) == 1:
            axes.bar_label(drawn, fmt="{:g}", padding=2)


def dress(axes: "Axes", config: dict[str, Any]) -> None:
    """Grid, words and the labels of categories, the last one always."""
    axes.grid(axis="y")
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0)
    axes.margins(y=0.12)
    axes.set_xlabel(config.get("x_label") or "")
    axes.set_ylabel(config.get("y_label") or "")
    _label(axes, config["categories"])


def _label(axes: "Axes", categories: list[str]) -> None:
    shown = range(len(categories))
    if len(categories) > _MOST_LABELS:
        shown = shown[:: -ceil(len(categories) / _LABELS)]
    axes.set_xticks(shown, [categories[at] for at in shown])
    if len(categories) > _MANY:
        axes.tick_params(axis="x", rotation=45)
        for label in axes.get_xticklabels():
            label.set(ha="right", rotation_mode="anchor")
