from typing import Any
from xml.etree import ElementTree as ET

import pytest

from bot.sandbox.page.charts import chart_svg, described
from tests.sandbox.test_block_kit import chart

MONTHS = [f"{month} 23" for month in ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")]


def drawing(kind: str, *names: str, labels: list[str]) -> dict[str, Any]:
    series = [
        {
            "name": name,
            "data": [{"label": label, "value": n + 1.5} for n, label in enumerate(labels)],
        }
        for name in names
    ]
    axes = {"categories": labels, "x_label": "Month"}
    drawn = {"type": kind, "series": series, "axis_config": axes}
    return {"type": "data_visualization", "title": "Agency rate", "chart": drawn}


def texts(svg: str) -> list[str]:
    drawn = ET.fromstring(svg)  # noqa: S314 - our own
    return ["".join(one.itertext()).strip() for one in drawn.iter() if "text" in one.tag]


@pytest.mark.parametrize("kind", ["line", "bar", "area"])
def test_a_chart_names_its_series_and_categories(kind: str) -> None:
    found = texts(chart_svg(drawing(kind, "Assessment", "England", labels=MONTHS)))

    for word in ("Assessment", "England", "Month", *MONTHS):
        assert word in found


def test_a_pie_names_its_segments() -> None:
    segments = [{"label": "Agency", "value": 27}, {"label": "Permanent", "value": 12}]
    block = {"title": "In post", "chart": {"type": "pie", "segments": segments}}

    assert {"Agency  27", "Permanent  12"} <= {
        one.replace("\xa0", " ") for one in texts(chart_svg(block))
    }
    assert described(block) == "In post: Agency 27, Permanent 12"


def test_a_chart_is_drawn_the_same_each_time_and_runs_nothing() -> None:
    block = drawing("line", "<script>alert(1)</script>", labels=["Q1", "Q2"])

    assert chart_svg(block) == chart_svg(block)
    assert "<script" not in chart_svg(block)


def test_a_chart_can_be_read_aloud() -> None:
    assert described(chart(23.1, 21)) == "Assessment: Q0 23.1, Q1 21"
