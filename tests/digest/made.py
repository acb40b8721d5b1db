"""Series made up for a test: monthly figures of a team, oldest first, the newest of March 2024."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from bot.answer.values import Figure, HeldPeriod, Name, Trend
from bot.digest.watched import Memory, Watched, Watching
from bot.statistics.xmr import Series, Settings, draw, judge
from db.catalogue import Direction

TODAY = date(2024, 4, 8)
TEAM = Name("devon/assessment", "Assessment")


def month_end(back: int) -> date:
    """Give the last day of the month some months before March 2024."""
    year, month = divmod(12 * 2024 + 2 - back, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def figure(value: float, back: int = 0, **changes: object) -> Figure:
    """Give an agency rate of some months back, with changes."""
    end = month_end(back)
    made = Figure(
        id=1000 - back,
        metric=Name("agency_rate", "Agency rate"),
        organisation=Name("devon", "Devon County Council", "Devon"),
        team=TEAM,
        role_group=Name("social_workers", "Social workers"),
        kind="actual",
        unit="%",
        period=HeldPeriod("month", f"{end:%Y-%m}", end.replace(day=1), end),
        value=value,
        value_text=f"{value:g}",
        status="reported",
        direction="decrease",
        formula="dfe",
        formula_words="agency ÷ people in post",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def rates(*numerators: float, of: float = 50, **changes: object) -> tuple[Figure, ...]:
    """Give a rate a month, of so many people."""
    last = len(numerators) - 1
    return tuple(
        figure(100 * one / of, last - at, numerator=one, denominator=of, **changes)
        for at, one in enumerate(numerators)
    )


def watched(
    points: tuple[Figure, ...], key: str = "agency_rate|devon/assessment", **changes: object
) -> Watched:
    """Give a series of points, with its chart from 13 on."""
    made = Watched(key, points, _trend(points), asked="agency rate in Assessment")
    return replace(made, **changes)  # type: ignore[arg-type]


def _trend(points: tuple[Figure, ...]) -> Trend | None:
    if len(points) < 13:
        return None
    dates = [one.period.end for one in points if one.period.end]
    values = [one.value for one in points]
    chart = draw(Series.sorted(dates, values, Settings(Direction.DECREASE)))
    return Trend(chart, judge(chart))


def watching(*series: Watched) -> Watching:
    """Give what a follow looks at."""
    return Watching(series)


def seen(*series: Watched) -> Memory:
    """Give the memory of a follow that was shown these series and told nothing."""
    return Memory(seen={one.key: one.values for one in series})
