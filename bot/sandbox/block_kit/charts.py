"""The `data_visualization` block, Slack's own charts since June 2026."""

from math import isfinite
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from bot.sandbox.block_kit.texts import Id, Part, unique

Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=20)]
Label: TypeAlias = Annotated[str, Field(min_length=1, max_length=50)]


class Point(Part):
    """One value; Slack takes no gaps."""

    label: Name
    value: int | float

    @model_validator(mode="after")
    def _is_a_number(self) -> "Point":
        if not isfinite(self.value):
            raise ValueError("must be a finite number")
        return self


class Segment(Point):
    """One piece of a pie."""

    value: int | float = Field(gt=0)


class Series(Part):
    """A line, or bars of one colour."""

    name: Name
    data: list[Point] = Field(min_length=1, max_length=20)


class Axes(Part):
    """The categories along the bottom, and the words beside the axes."""

    categories: list[Name] = Field(min_length=1, max_length=20)
    x_label: Label | None = None
    y_label: Label | None = None


def _name_of(part: Part) -> object:
    return getattr(part, "name", None) or getattr(part, "label", None)


class XYChart(Part):
    """A chart with axes: each series has exactly one point for each category."""

    type: Literal["line", "bar", "area"]
    series: Annotated[
        list[Series], Field(min_length=1, max_length=12), unique("series names", _name_of)
    ]
    axis_config: Axes

    @model_validator(mode="after")
    def _points_match_categories(self) -> "XYChart":
        categories = sorted(self.axis_config.categories)
        for series in self.series:
            if sorted(point.label for point in series.data) != categories:
                raise ValueError(f"series {series.name} must have one point for each category")
        return self


class PieChart(Part):
    """Shares of a whole."""

    type: Literal["pie"]
    segments: Annotated[
        list[Segment], Field(min_length=1, max_length=12), unique("segment labels", _name_of)
    ]


class DataVisualization(Part):
    """A chart under a title."""

    type: Literal["data_visualization"]
    title: Label
    chart: Annotated[XYChart | PieChart, Field(discriminator="type")]
    block_id: Id | None = None
