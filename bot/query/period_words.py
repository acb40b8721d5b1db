"""The canonical words of a period: what a reply shows, and what the grammar reads as the same.

`bot.question.periods` must find exactly the period that was said here, so a new value needs its
words and a rule that reads them. Events are the exception: their names are the catalogue's.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.query.period import (
    Ago,
    CensusYear,
    Day,
    Event,
    FinancialYear,
    Future,
    Latest,
    Month,
    Past,
    Period,
    Point,
    Previous,
    Quarter,
    Since,
    Span,
    This,
    Undated,
    Unit,
    Until,
    Within,
    Year,
    YearEnding,
    YearToDate,
)

EventName = Callable[[str], str]

_MONTHS: Final = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


def say(period: Period, event_name: EventName) -> str:
    """The period in words: "Q2 2023/24", "from July 2023 to March 2024", "since last month".

    `event_name` gives the name of an event by its key, and may raise its own error.
    """
    return _WORDS[type(period)](period, event_name)


def _financial_year(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _with_year(words: str, year: int | None) -> str:
    return words if year is None else f"{words} {year}"


def _month(period: Month | YearEnding) -> str:
    return _with_year(_MONTHS[period.month - 1], period.year)


def _day(period: Day) -> str:
    return _with_year(f"{period.day} {_MONTHS[period.month - 1]}", period.year)


def _quarter(period: Quarter) -> str:
    quarter = f"Q{period.quarter}"
    return quarter if period.year is None else f"{quarter} {_financial_year(period.year)}"


def _previous(period: Previous) -> str:
    if period.back > 1:
        return f"last {period.unit} but {'one' if period.back == 2 else period.back - 1}"  # noqa: PLR2004 - one more back
    return "yesterday" if period.unit is Unit.DAY else f"last {period.unit}"


def _ago(period: Ago) -> str:
    return f"a {period.unit} ago" if period.count == 1 else f"{period.count} {period.unit}s ago"


def _past(period: Past) -> str:
    return f"past {period.unit}" if period.count == 1 else f"last {period.count} {period.unit}s"


def _within(period: Within, event_name: EventName) -> str:
    return f"{say(period.part, event_name)} of {say(period.year, event_name)}"


def _end(point: Point | Span, event_name: EventName) -> str:
    """As one end of a longer period: "up to now" rather than "up to latest"."""
    if isinstance(point, Span):
        return f"{say(point.start, event_name)}/{say(point.end, event_name)}"
    return "now" if isinstance(point, Latest) else say(point, event_name)


_WORDS: Final[Mapping[type[Any], Callable[[Any, EventName], str]]] = {
    Day: lambda period, _: _day(period),
    Month: lambda period, _: _month(period),
    Quarter: lambda period, _: _quarter(period),
    FinancialYear: lambda period, _: _financial_year(period.year),
    Year: lambda period, _: str(period.year),
    CensusYear: lambda period, _: f"census year {period.year}",
    YearEnding: lambda period, _: f"year to {_month(period)}",
    YearToDate: lambda *_: "year to date",
    Latest: lambda *_: "latest",
    Undated: lambda *_: "undated",
    This: lambda period, _: f"this {period.unit}",
    Previous: lambda period, _: _previous(period),
    Ago: lambda period, _: _ago(period),
    Past: lambda period, _: _past(period),
    Within: _within,
    Event: lambda period, event_name: event_name(period.key),
    Span: lambda period, name: f"from {_end(period.start, name)} to {_end(period.end, name)}",
    Since: lambda period, name: f"since {_end(period.start, name)}",
    Until: lambda period, name: f"up to {_end(period.end, name)}",
    Future: lambda *_: "in the future",
}
