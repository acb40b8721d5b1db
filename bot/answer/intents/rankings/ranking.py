"""Rankings and lists over teams, months, role groups or councils."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer.held.cells import cells_of
from bot.answer.held.facts import Facts
from bot.answer.honesty.benchmarks import target_of
from bot.answer.honesty.caveats import caveats_of, differing, kept_back
from bot.answer.intents.change import change_between
from bot.answer.intents.rankings.councils import council_ranking, is_of_councils
from bot.answer.intents.rankings.order import in_order, is_falling
from bot.answer.intents.rankings.rows import rows_of
from bot.answer.nothing import Unvalued, nothing_held, only_parts
from bot.answer.understood import asked, understood
from bot.answer.values import Answer, Change, Figure, NoFigures, Outcome
from bot.query.query import Dimension, Order, Query
from db.catalogue import Direction


def ranking_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures in order, the first few where a limit was asked, ties with the last included.

    Where two groups of people are ranked apart (social workers and managers), each ranking's top is
    a reading.
    """
    if is_of_councils(query, facts) and (among := council_ranking(query, facts)):
        return among
    rows = rows_of(query, facts)
    rankings = [ranked for row in rows if (ranked := in_order(row, query))]
    if not rankings:
        return nothing_held(query, _hidden(rows), facts)
    figures = tuple(figure for row in rankings for figure in row)
    sure = len(rankings) == 1
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, (), facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        notes=(*_undirected(query, figures[0]), *_blanks(rows), *_alone(query, rows)),
        caveats=tuple(dict.fromkeys((*caveats_of(figures, facts), *_apart(rows)))),
    )


def _undirected(query: Query, figure: Figure) -> Iterator[str]:
    """Who asks for the best of what has no better is told what came first instead."""
    if query.order in {Order.BEST, Order.WORST} and figure.direction == Direction.NEUTRAL:
        first = "highest" if is_falling(query.order, figure) else "lowest"
        yield f"Neither more nor less of this is better; the {first} comes first."


def _alone(query: Query, rows: Sequence[Sequence[Figure]]) -> Iterator[str]:
    """A council that was held against no other is no highest and no lowest."""
    if query.by is Dimension.ORGANISATION and all(len(_valued(row)) == 1 for row in rows):
        yield "No other council held gives this, so there is nothing to rank it against."


def _apart(rows: Sequence[Sequence[Figure]]) -> Iterator[str]:
    """What sets all the figures of a ranking apart, also those that it does not tell."""
    for row in rows:
        yield from differing(_valued(row))


def list_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures of every team (or role, council) that meets the conditions, in source order."""
    rows = [sorted(row, key=_in_source) for row in rows_of(query, facts) if row]
    if not any(map(_valued, rows)):
        return nothing_held(query, _hidden(rows), facts)
    if query.aggregate:
        return only_parts(query, [one for row in rows for one in _valued(row)], facts)
    kept = [found for row in rows if (found := [one for one in row if one.meets(query.conditions)])]
    figures = tuple(figure for row in kept for figure in row)
    sure = len(kept) == 1
    none = () if figures else (f"None of those held fits: {asked(query, facts)}.",)
    return Answer(
        query,
        Outcome.ANSWERED if sure or not figures else Outcome.AMBIGUOUS,
        understood(query, (), facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        notes=(*none, *_blanks(rows)),
        caveats=caveats_of(figures, facts),
    )


def _in_source(figure: Figure) -> tuple[str, str, int]:
    """Where a figure stands: its council, its paper and the line there."""
    return figure.organisation.key, figure.source.document, figure.source.line or 0


def series_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """Every point in time of a line, in order."""
    by_month = rows_of(replace(query, by=Dimension.MONTH), facts)
    rows = [valued for row in by_month if (valued := _valued(row))]
    if not rows:
        return nothing_held(query, _hidden(by_month), facts)
    figures = tuple(one for row in rows for one in row)
    sure = len(rows) == len(cells_of(query))
    hint = () if sure else ("Ask for one of these to see its months.",)
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, (), facts),
        figures=figures if sure else (),
        options=() if sure else tuple(row[-1] for row in rows),
        changes=tuple(_over(row, facts) for row in rows if sure and len(row) > 1),
        benchmarks=target_of(rows[0][-1], facts) if sure and len(rows) == 1 else (),
        notes=(*hint, *kept_back(one for row in by_month for one in row)),
        caveats=caveats_of(figures, facts),
    )


def _valued(row: Sequence[Figure]) -> list[Figure]:
    return [one for one in row if one.value is not None]


def _over(row: Sequence[Figure], facts: Facts) -> Change:
    """The change over a series, from its first point to its last."""
    return change_between(row[0], row[-1], row, facts)


def _hidden(rows: Sequence[Sequence[Figure]]) -> list[Unvalued]:
    """The rows of which nothing is shown, where something is kept back."""
    unshown = [row for row in rows if not _valued(row)]
    hidden = [[one for one in row if one.status == "suppressed"] for row in unshown]
    return [Unvalued(tuple(row)) for row in hidden if row]


def _blanks(rows: Sequence[Sequence[Figure]]) -> Iterator[str]:
    """Teams without a number, named so that nobody takes them for zero or for the least."""
    blank = [one.team.name for row in rows for one in row if one.status == "blank" and one.team]
    if blank:
        yield f"Left blank in the report, which is not zero: {', '.join(blank)}."
    yield from kept_back(one for row in rows for one in row)
