"""A figure held against England, its region, a target."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer.held.cells import cells_of
from bot.answer.held.facts import Facts
from bot.answer.held.found import find, valued
from bot.answer.honesty.benchmarks import against_neighbours, benchmark_for, held_against
from bot.answer.honesty.caveats import caveats_of
from bot.answer.honesty.other_sources import disagreements
from bot.answer.honesty.significance import chance_of
from bot.answer.intents.pace import paces_beside, target_answer
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Benchmark, Figure, NoFigures, Outcome
from bot.query.query import Against, Intent, Query

_NAMES = {
    Against.ENGLAND: "England figure",
    Against.REGION: "figure of the region",
    Against.NEIGHBOURS: "figure of statistical neighbours",
    Against.TARGET: "target",
    Against.ANY: "benchmark",
}


def benchmark_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures asked about, each beside its benchmark; like for like or not at all."""
    for metric_at in range(max(len(choice) for choice in query.metrics)):
        metrics = tuple(choice[min(metric_at, len(choice) - 1) :] for choice in query.metrics)
        figures = valued(find(_plain(replace(query, metrics=metrics)), facts))
        pairs = _pairs(figures, query, facts)
        if pairs:
            return _answer(query, figures, pairs, facts)
    on_the_way = target_answer(query, facts) if query.against is Against.TARGET else None
    return on_the_way or _without_benchmark(query, facts)


def _plain(query: Query) -> Query:
    return replace(query, intent=Intent.FIGURE, against=None)


def _answer(
    query: Query, figures: tuple[Figure, ...], pairs: Sequence[Benchmark], facts: Facts
) -> Answer:
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(query, (), facts),
        figures=figures,
        benchmarks=tuple(replace(one, chance=chance_of(one)) for one in pairs),
        disagreements=disagreements(figures, facts),
        paces=paces_beside(pairs, facts),
        caveats=caveats_of(figures, facts, [one.figure for one in pairs]),
    )


def _without_benchmark(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figure alone, with what it cannot be held against."""
    plain = _plain(query)
    found = find(plain, facts)
    figures = valued(found)
    if not figures:
        return nothing_held(query, found, facts)
    sure = len(figures) == len(cells_of(plain))
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(plain, figures, facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        notes=(f"I hold no {_NAMES[query.against or Against.ANY]} to set it against.",),
        caveats=caveats_of(figures, facts),
    )


def _pairs(figures: Sequence[Figure], query: Query, facts: Facts) -> list[Benchmark]:
    """Each figure with its benchmark; those of the benchmark's own group of people come first."""
    found = [pair for figure in figures for pair in _of_figure(figure, query.against, facts)]
    return sorted(found, key=lambda one: one.of.role_group.key != one.figure.role_group.key)


def _of_figure(figure: Figure, against: Against | None, facts: Facts) -> Iterator[Benchmark]:
    """Its benchmarks; beside its neighbours also the region and the nation, which hold them."""
    each = [against or Against.ANY]
    if against is Against.NEIGHBOURS:
        pair = against_neighbours(figure, facts)
        if pair is None:
            return
        yield pair
        each = [Against.REGION, Against.ENGLAND]
    for one in each:
        if benchmark := benchmark_for(figure, one, facts):
            yield held_against(figure, benchmark, facts)
