"""What is held, as queries whose figures are known without asking anybody."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.answer.held.facts import Facts
from bot.answer.values import Figure, HeldPeriod
from bot.query.period import (
    CensusYear,
    Day,
    FinancialYear,
    Month,
    Period,
    Quarter,
    Span,
    Undated,
    Year,
    YearToDate,
)
from bot.query.query import Intent, Kind, Query
from db.vocabulary import Kind as Claim
from db.vocabulary import OrganisationKind, PeriodType

_KINDS = {
    Claim.TARGET: Kind.TARGET,
    Claim.FORECAST: Kind.PLANNED,
    Claim.PLANNED: Kind.PLANNED,
    Claim.CHANGE: Kind.CHANGE,
}


@dataclass(frozen=True, slots=True)
class Held:
    """A query, and the ids of the figures that are its whole answer."""

    query: Query
    figures: frozenset[int]


def held_queries(facts: Facts) -> list[Held]:
    """A query for every value held; values that no question can tell apart share theirs."""
    found: dict[Query, set[int]] = defaultdict(set)
    for figures in facts.figures(facts.series(facts.directory.metrics)).values():
        for figure in figures:
            if figure.value is not None:
                found[query_of(figure, facts)].add(figure.id)
    return [Held(query, frozenset(ids)) for query, ids in found.items()]


def query_of(figure: Figure, facts: Facts) -> Query:
    """The query that asks for a figure and no other."""
    place = figure.team or figure.organisation
    return Query(
        Intent.FIGURE,
        ((figure.metric.key,),),
        ((place.key,),),
        ((figure.role_group.key,),),
        (period_of(figure.period),),
        kind=_kind_of(figure, facts.directory.kinds[figure.organisation.key]),
    )


def period_of(held: HeldPeriod) -> Period:
    """The period of a figure as people say it."""
    return _PERIODS[PeriodType(held.type)](held)


def _kind_of(figure: Figure, organisation_kind: str) -> Kind | None:
    """The kind to ask for: England's figures are benchmarks by themselves, a council's are not."""
    if figure.kind == Claim.BENCHMARK and organisation_kind == OrganisationKind.COUNCIL:
        return Kind.BENCHMARK
    return _KINDS.get(Claim(figure.kind))


def _ends(held: HeldPeriod) -> tuple[date, date]:
    if held.start is None or held.end is None:
        raise ValueError(f"a {held.type} has two ends")
    return held.start, held.end


def _day(day: date) -> Day:
    return Day(day.day, day.month, day.year)


def _month(held: HeldPeriod) -> Month:
    _, end = _ends(held)
    return Month(end.month, end.year)


def _span(held: HeldPeriod) -> Span:
    """From month to month, or from day to day where a month is not whole."""
    start, end = _ends(held)
    last = monthrange(end.year, end.month)[1]
    return Span(
        Month(start.month, start.year) if start.day == 1 else _day(start),
        Month(end.month, end.year) if end.day == last else _day(end),
    )


_PERIODS: dict[PeriodType, Callable[[HeldPeriod], Period]] = {
    PeriodType.DAY: lambda held: _day(_ends(held)[1]),
    PeriodType.MONTH: _month,
    PeriodType.EACH_MONTH: _month,
    PeriodType.QUARTER: lambda held: _quarter(_ends(held)[0]),
    PeriodType.FINANCIAL_YEAR: lambda held: FinancialYear(_ends(held)[0].year),
    PeriodType.CENSUS_YEAR: lambda held: CensusYear(_ends(held)[1].year),
    PeriodType.YEAR: lambda held: Year(_ends(held)[1].year),
    PeriodType.SPAN: _span,
    PeriodType.YEAR_TO_DATE: lambda _: YearToDate(),
    PeriodType.UNDATED: lambda _: Undated(),
}


def _quarter(start: date) -> Quarter:
    """The quarter of the financial year that starts on a day."""
    first = 4  # April
    return Quarter((start.month - first) % 12 // 3 + 1, start.year - (start.month < first))
