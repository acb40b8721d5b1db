"""A figure held against England, its region, a target."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.held.cells import cells_of
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of
from bot.answer.honesty.caveats import caveats_of
from bot.answer.honesty.formulas import alike, on_basis, why_not_alike
from bot.answer.intents.figure import find
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Benchmark, Figure, NoFigures, Outcome, Verdict
from bot.query.query import Against, Intent, Query

_CLOSE_ENOUGH = 0.05
"""Differences below what one decimal place shows are no difference."""


def benchmark_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures asked about, each beside its benchmark; like for like or not at all."""
    for metric_at in range(max(len(choice) for choice in query.metrics)):
        metrics = tuple(choice[min(metric_at, len(choice) - 1) :] for choice in query.metrics)
        plain = replace(query, intent=Intent.FIGURE, metrics=metrics, against=None)
        figures = [one for part in find(plain, facts) for one in part.figures]
        pairs = _pairs(figures, query, facts)
        if pairs:
            return _answer(query, figures, pairs, facts)
    return _without_benchmark(query, facts)


def _without_benchmark(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figure alone, with what it cannot be held against."""
    if not query.places and query.against is Against.NEIGHBOURS:
        return nothing_held(query, (), facts)  # their own figure was asked for
    plain = replace(query, intent=Intent.FIGURE, against=None)
    found = find(plain, facts)
    figures = tuple(one for part in found for one in part.figures)
    if not figures:
        return nothing_held(query, found, facts)
    sure = len(figures) == len(cells_of(plain))
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(plain, figures, facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        notes=(
            f"No figure to hold it against is held for {_NAMES[query.against or Against.ANY]}.",
        ),
        caveats=caveats_of(figures, facts),
    )


_NAMES = {
    Against.ENGLAND: "England",
    Against.REGION: "the region",
    Against.NEIGHBOURS: "statistical neighbours",
    Against.TARGET: "a target",
    Against.ANY: "a benchmark",
}


def _answer(
    query: Query, figures: Sequence[Figure], pairs: Sequence[Benchmark], facts: Facts
) -> Answer:
    told = tuple(dict.fromkeys(figures))
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(query, (), facts),
        figures=told,
        benchmarks=tuple(pairs),
        caveats=caveats_of((*told, *(one.figure for one in pairs)), facts),
    )


def _pairs(figures: Sequence[Figure], query: Query, facts: Facts) -> list[Benchmark]:
    """Each figure with its benchmark; those of the benchmark's own group of people come first."""
    found = [
        _held_against(figure, benchmark, facts)
        for figure in figures
        if (benchmark := benchmark_for(figure, query.against or Against.ANY, facts))
    ]
    return sorted(found, key=lambda one: one.of.role_group.key != one.figure.role_group.key)


def benchmark_for(figure: Figure, against: Against, facts: Facts) -> Figure | None:
    """The figure to hold another one against: nearest in time, the earlier one where two are."""
    candidates = [
        one
        for line in _candidates(figure, against, facts)
        for one in line.figures
        if one.value is not None
    ]
    return min(candidates, key=lambda one: _distance(one, figure), default=None)


def _distance(one: Figure, figure: Figure) -> tuple[int, int]:
    if one.period.end is None or figure.period.end is None:
        return (0, 0)
    days = (figure.period.end - one.period.end).days
    return (0 if days >= 0 else 1, abs(days))


def _candidates(figure: Figure, against: Against, facts: Facts) -> list[Line]:
    series = facts.series([figure.metric.key])
    if against is Against.TARGET:
        places = _own_and_wider(figure, facts)
        return lines_of(
            facts, [one for one in series if one.kind == "target" and one.place in places]
        )
    region = facts.directory.organisations[figure.organisation.key].region
    wanted = {
        Against.ENGLAND: {"england"},
        Against.REGION: {region} if region else set(),
        Against.NEIGHBOURS: set[str](),
        Against.ANY: {"england"} | ({region} if region else set()),
    }[against]
    lines = lines_of(
        facts, [one for one in series if one.organisation in wanted and one.kind == "benchmark"]
    )
    nations = [line for line in lines if line.organisation == "england"]
    return nations if against is Against.ANY and nations else lines


def _own_and_wider(figure: Figure, facts: Facts) -> set[str]:
    if figure.team is None:
        return {figure.organisation.key}
    wider = facts.directory.wider_places.get(figure.team.key, frozenset())
    return {figure.team.key, figure.organisation.key, *wider}


def _held_against(figure: Figure, benchmark: Figure, facts: Facts) -> Benchmark:
    """The pair with its verdict: as published, on the benchmark's basis, or not comparable."""
    name = "target" if benchmark.kind == "target" else benchmark.organisation.name
    if benchmark.kind == "target" or alike(figure, benchmark):
        return _compared(name, figure, benchmark, figure.value or 0.0)
    if figure.role_group.key == benchmark.role_group.key:
        converted = on_basis(figure, benchmark.formula, facts)
        if converted:
            compared = _compared(name, figure, benchmark, converted.value)
            return replace(compared, like_for_like=converted)
    reason = why_not_alike(figure, benchmark)
    return Benchmark(name, benchmark, figure, Verdict.NOT_COMPARABLE, None, reason=reason)


def _compared(name: str, figure: Figure, benchmark: Figure, value: float) -> Benchmark:
    difference = round(value - (benchmark.value or 0.0), 6)
    verdict = Verdict.ABOVE if difference > 0 else Verdict.BELOW
    if abs(difference) < _CLOSE_ENOUGH:
        verdict = Verdict.SAME
    return Benchmark(name, benchmark, figure, verdict, difference)
