"""Every observation of a store, each with the query by which a person would ask for it."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.answer.held.facts import Facts
from bot.answer.held.series import Series
from bot.answer.values import Figure, HeldPeriod
from bot.query.directory import Directory
from bot.query.period import (
    CensusYear,
    Day,
    FinancialYear,
    Month,
    Period,
    Span,
    Undated,
    Year,
    YearToDate,
)
from bot.query.query import Intent, Kind, Query
from db.reader import Reader


@dataclass(frozen=True, slots=True)
class Held:
    """One observation and the query that asks for it."""

    figure: Figure
    query: Query


def every_observation(reader: Reader, directory: Directory) -> Iterator[Held]:
    """The observations of all series, oldest first within each."""
    facts = Facts(reader, directory, date.max)
    series = facts.series(directory.metrics)
    figures = facts.figures(series)
    for one in series:
        for figure in figures[one.id]:
            yield Held(figure, _query(one, figure, directory))


def _query(series: Series, figure: Figure, directory: Directory) -> Query:
    return Query(
        Intent.FIGURE,
        ((series.metric,),),
        ((series.place,),),
        ((series.role_group,),),
        (_PERIODS[figure.period.type](figure.period),),
        kind=_kind(series, directory),
    )


def _kind(series: Series, directory: Directory) -> Kind | None:
    """The kind a person has to name; a benchmark of England's own is simply England's figure."""
    if series.kind == "benchmark" and directory.kinds[series.organisation] != "council":
        return None
    return _KINDS.get(series.kind)


_KINDS: Final[Mapping[str, Kind]] = {
    "target": Kind.TARGET,
    "planned": Kind.PLANNED,
    "forecast": Kind.PLANNED,
    "change": Kind.CHANGE,
    "benchmark": Kind.BENCHMARK,
}


def _start(period: HeldPeriod) -> date:
    if period.start is None:
        raise ValueError(f"{period.key} has no start")
    return period.start


def _end(period: HeldPeriod) -> date:
    if period.end is None:
        raise ValueError(f"{period.key} has no end")
    return period.end


def _day(day: date) -> Day:
    return Day(day.day, day.month, day.year)


def _month(day: date) -> Month:
    return Month(day.month, day.year)


def _span(period: HeldPeriod) -> Span:
    """From one month or day to another, by whether it begins and ends with a month."""
    start, end = _start(period), _end(period)
    last = monthrange(end.year, end.month)[1]
    return Span(
        _month(start) if start.day == 1 else _day(start),
        _month(end) if end.day == last else _day(end),
    )


_PERIODS: Final[Mapping[str, Callable[[HeldPeriod], Period]]] = {
    "day": lambda period: _day(_end(period)),
    "month": lambda period: _month(_end(period)),
    "each_month": lambda period: _month(_end(period)),
    "financial_year": lambda period: FinancialYear(_start(period).year),
    "census_year": lambda period: CensusYear(_end(period).year),
    "year": lambda period: Year(_end(period).year),
    "year_to_date": lambda _period: YearToDate(),
    "span": _span,
    "undated": lambda _period: Undated(),
}
