"""Slack's own charts: the points, and the lines they are held against."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.answer.values import Answer, Change, Figure, HeldPeriod, Outcome, Trend
from bot.query.query import Intent, Query
from bot.reply.slack.charts import chart_of
from bot.sandbox.block_kit.check import faults_in_message
from bot.statistics.xmr import Series, Settings, draw, judge
from tests.reply.figures import RATE

ENOUGH = 13
QUERY = Query(Intent.SERIES, (("agency_rate",),), (("devon/assessment",),))


def drawn(points: int) -> dict[str, Any]:
    """Give the lines of the chart of a series that rises by one each month, by name."""
    figures = [
        replace(RATE, id=at, value=float(at), period=month(at)) for at in range(1, points + 1)
    ]
    change = Change(figures[0], figures[-1], tuple(figures), trend_of(figures))
    block = chart_of(Answer(QUERY, Outcome.ANSWERED, "", tuple(figures), changes=(change,)))
    assert block
    assert faults_in_message([block]) == []
    return {one["name"]: one["data"] for one in block["chart"]["series"]}


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
