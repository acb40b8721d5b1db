"""Slack's own charts: the points, and the lines they are held against."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.answer.values import (
    Answer,
    Benchmark,
    Change,
    Figure,
    HeldPeriod,
    Name,
    Outcome,
    Trend,
    Verdict,
)
from bot.query.query import Intent, Query
from bot.reply.slack.charts import chart_of
from bot.reply.slack.pictures import picture_of
from bot.sandbox.block_kit.check import faults_in_message
from bot.statistics.xmr import Series, Settings, draw, judge
from tests.reply.figures import RATE

ENOUGH = 13
QUERY = Query(Intent.SERIES, (("agency_rate",),), (("devon/assessment",),))


def drawn(points: int, *benchmarks: Benchmark) -> dict[str, Any]:
    """Give the lines of the chart of a series that rises by one each month, by name."""
    block = chart_of(rising(points, *benchmarks))
    assert block
    assert faults_in_message([block]) == []
    return {one["name"]: one["data"] for one in block["chart"]["series"]}


def rising(points: int, *benchmarks: Benchmark) -> Answer:
    """Give the answer to a series that rises by one each month."""
    figures = [
        replace(RATE, id=at, value=float(at), period=month(at)) for at in range(1, points + 1)
    ]
    change = Change(figures[0], figures[-1], tuple(figures), trend_of(figures))
    told = tuple(figures)
    return Answer(
        QUERY, Outcome.ANSWERED, "", told, changes=(change,), benchmarks=tuple(benchmarks)
    )


def trend_of(figures: list[Figure]) -> Trend | None:
    """Give what is said of a series from thirteen points on."""
    if len(figures) < ENOUGH:
        return None
    days = [one.period.end for one in figures if one.period.end]
    chart = draw(Series.sorted(days, [one.value for one in figures], Settings()))
    return Trend(chart, judge(chart))


def month(at: int) -> HeldPeriod:
    """Give a month, counted from January 2022."""
    year, number = 2022 + (at - 1) // 12, (at - 1) % 12 + 1
    first = date(year, number, 1)
    return HeldPeriod("month", f"{year}-{number:02}", first, first)


def test_thirteen_points_have_a_mean_and_twelve_have_none() -> None:
    assert list(drawn(12)) == ["Assessment"]
    lines = drawn(13)
    assert list(lines) == ["Assessment", "Mean"]
    assert {point["value"] for point in lines["Mean"]} == {7.0}
    assert len(lines["Mean"]) == len(lines["Assessment"]) == 13


def test_a_longer_series_shows_its_last_points_and_the_mean_of_all() -> None:
    lines = drawn(30)
    assert [point["value"] for point in lines["Assessment"]] == list(map(float, range(11, 31)))
    assert {point["value"] for point in lines["Mean"]} == {15.5}


def target(
    value: float | None, unit: str = RATE.unit, verdict: Verdict = Verdict.BELOW
) -> Benchmark:
    """Give a target."""
    held = replace(RATE, kind="target", value=value, unit=unit)
    return Benchmark("target", held, RATE, verdict, None)


def test_a_target_is_a_level_line() -> None:
    lines = drawn(12, target(15.0))
    assert list(lines) == ["Assessment", "Target"]
    assert {point["value"] for point in lines["Target"]} == {15.0}
    assert len(lines["Target"]) == len(lines["Assessment"])


@pytest.mark.parametrize(
    "benchmark",
    [
        target(None),
        target(15.0, unit="FTE"),
        target(15.0, verdict=Verdict.NOT_COMPARABLE),
    ],
    ids=["without a figure", "of another unit", "not comparable"],
)
def test_what_cannot_be_held_against_the_series_is_no_line(benchmark: Benchmark) -> None:
    assert list(drawn(12, benchmark)) == ["Assessment"]


def test_only_a_series_too_long_for_slack_is_a_picture() -> None:
    assert picture_of(rising(20)) is None
    picture = picture_of(rising(21, target(15.0)))
    assert picture
    [line, mean, level] = picture.chart["chart"]["series"]
    assert [len(one["data"]) for one in (line, mean, level)] == [21] * 3
    assert picture.chart["title"] == "Agency rate"


def test_a_picture_says_what_it_shows() -> None:
    picture = picture_of(rising(30, target(15.0)))
    assert picture
    assert picture.alt == (
        "Line chart: Agency rate (%). Assessment: 30 points, from 1 in January 2022, to 30 in June "
        "2024, lowest 1 in January 2022, highest 30 in June 2024. Mean: 15.5 throughout. "
        "Target: 15 throughout."
    )


def test_what_a_picture_says_is_no_longer_than_slack_takes() -> None:
    answer = rising(30)
    [change] = answer.changes
    large = [replace(one, value=(one.value or 0.0) + 1_234_567.25) for one in change.between]
    names = [f"{at} Very long name of a team" for at in range(6)]
    changes = tuple(
        replace(change, between=tuple(replace(one, team=Name(name, name)) for one in large))
        for name in names
    )
    picture = picture_of(replace(answer, changes=changes))
    assert picture
    assert len(picture.alt) == 1_000
