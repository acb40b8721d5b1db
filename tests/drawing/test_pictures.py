"""Pictures of charts: the same lines and words as SVG and as PNG."""

from io import BytesIO
from typing import Any

import pytest
from matplotlib.colors import to_rgb
from matplotlib.image import imread

from bot.drawing import Chart, png_of, svg_of

BLUE, RED, GREEN = "#1d6fa5", "#d1495b", "#2e8b57"  # as the series come
MONTHS = [f"M{at}" for at in range(1, 35)]


def chart(kind: str = "line", points: int = 34, **rows: float) -> Chart:
    """Give a chart of a rising line, and of each row a level one."""
    months = MONTHS[:points]
    values = {"MASH": [float(at) for at in range(points)]}
    values |= {name: [value] * points for name, value in rows.items()}
    series = [
        {
            "name": name,
            "data": [
                {"label": label, "value": one} for label, one in zip(months, row, strict=True)
            ],
        }
        for name, row in values.items()
    ]
    axes = {"categories": months, "y_label": "FTE"}
    told = {"type": kind, "series": series, "axis_config": axes}
    return {"type": "data_visualization", "title": "Agency FTE", "chart": told}


def pixels(block: Chart) -> Any:
    """Give a PNG as rows of pixels."""
    return imread(BytesIO(png_of(block)), format="png")


def amount(image: Any, colour: str) -> int:
    """Count the pixels of a colour."""
    near = abs(image[:, :, :3] - to_rgb(colour)).max(axis=2) < 0.02
    return int(near.sum())


def test_a_long_series_is_a_wide_picture_with_each_line() -> None:
    image = pixels(chart(Mean=16.5, Target=20.0))
    assert image.shape == (720, 1440, 4)
    for colour in (BLUE, RED, GREEN):
        assert amount(image, colour) > 500


def test_a_line_that_is_not_there_is_not_drawn() -> None:
    image = pixels(chart(Mean=16.5))
    assert amount(image, RED) > 500
    assert amount(image, GREEN) == 0


@pytest.mark.parametrize("kind", ["line", "area", "bar"])
def test_every_kind_is_drawn(kind: str) -> None:
    assert amount(pixels(chart(kind, points=6)), BLUE) > 500


def test_the_page_and_the_picture_are_drawn_by_the_same_lines() -> None:
    svg = svg_of(chart(Mean=16.5, Target=20.0))
    assert [svg.count(f"stroke: {colour}") > 0 for colour in (BLUE, RED, GREEN)] == [True] * 3
    for word in ("MASH", "Mean", "Target", "FTE", MONTHS[-1]):
        assert f">{word}<" in svg


def test_of_many_points_a_few_are_named_the_last_one_always() -> None:
    svg = svg_of(chart())
    named = [month for month in MONTHS if f">{month}<" in svg]
    assert named == ["M1", "M4", "M7", "M10", *(f"M{at}" for at in range(13, 35, 3))]


def test_names_are_no_markup() -> None:
    """Matplotlib takes dollars for formulas and leaves out names that begin with an underscore."""
    block = chart(Mean=4.0, Target=5.0, England=6.0)
    names = ["MASH", "$x^2$", "_Mean", "<b>"]
    for series, name in zip(block["chart"]["series"], names, strict=True):
        series["name"] = name
    svg = svg_of(block)
    for word in ("$x^2$", "_Mean", "&lt;b&gt;"):
        assert f">{word}<" in svg
