"""Series and charts as the tests make them: a point a month from January 2020."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.statistics.xmr import Chart, Judgement, Series, Settings, Signal, draw, judge

Values = Sequence[float | None]


def month(number: int) -> date:
    """Give the first of the month that comes so many after January 2020."""
    return date(2020 + number // 12, number % 12 + 1, 1)


def series(values: Values, *, is_count: bool = False, **settings: Any) -> Series:
    """Give a monthly series."""
    dates = tuple(month(number) for number in range(len(values)))
    return Series(dates, tuple(values), Settings(**settings), is_count=is_count)


def chart(values: Values, **settings: Any) -> Chart:
    """Give the chart of a monthly series."""
    return draw(series(values, **settings))


def judged(values: Values, **settings: Any) -> Judgement:
    """Give the judgement of a monthly series."""
    return judge(chart(values, **settings))


def flagged(of: Chart, signal: Signal) -> list[int]:
    """Give the positions of the points that a rule marks."""
    return [
        group.start + at
        for group in of.groups
        for at, fired in enumerate(group.signals)
        if signal in fired
    ]
