"""A figure, or several side by side."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.held.facts import Facts
from bot.answer.held.found import Found, find, valued
from bot.answer.honesty.benchmarks import beside
from bot.answer.honesty.caveats import caveats_of, kept_back
from bot.answer.honesty.other_sources import disagreements
from bot.answer.intents.basis import basis_answer
from bot.answer.intents.change import change_between
from bot.answer.intents.pace import paces_of
from bot.answer.nothing import nothing_held, only_parts
from bot.answer.understood import asked, understood
from bot.answer.values import Answer, Change, NoFigures, Outcome
from bot.query.query import Query


def figure_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures of a query; several readings are options, a missing part is said.

    Metrics, times and councils asked together are told as far as they are held.
    """
    if query.formula and (on_basis := basis_answer(query, facts)):
        return on_basis
    found = find(query, facts)
    held = [one for one in found if one.figures]
    several = len(held) > 1 or any(one.is_several for one in held)
    if held and query.aggregate and (several or query.aggregate == "average"):
        return only_parts(query, [figure for one in held for figure in one.figures], facts)
    missing = [one for one in found if not one.figures]
    if not held or (missing and not _stand_alone(query)):
        return nothing_held(query, found, facts)
    return _answer(query, held, missing, facts)


def _stand_alone(query: Query) -> bool:
    """Whether the parts asked for are told as far as they are held: metrics, times, councils.

    Groups or teams of one council may narrow each other ("male social workers"), so that half of
    them is no answer.
    """
    if len(query.metrics) > 1:
        return True
    councils = {key.partition("/")[0] for choice in query.places for key in choice[:1]}
    return len(query.role_groups) < 2 and len(councils) == max(len(query.places), 1)  # noqa: PLR2004 - side by side


def _answer(query: Query, held: Sequence[Found], missing: Sequence[Found], facts: Facts) -> Answer:
    figures = valued(held)
    sure = all(len(one.figures) == 1 or one.is_stretch for one in held)
    benchmarks = beside(figures, facts)
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, figures, facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        changes=_changes(held, facts) if sure else (),
        benchmarks=benchmarks,
        disagreements=disagreements(figures, facts),
        paces=paces_of(figures, facts) if sure else (),
        caveats=caveats_of(figures, facts, [one.figure for one in benchmarks]),
        notes=tuple(kept_back(one for part in held if part.is_stretch for one in part.blanks)),
        missing=tuple(_missing(one, query, facts) for one in missing),
    )


def _changes(held: Sequence[Found], facts: Facts) -> tuple[Change, ...]:
    """The change over a stretch of time, or between two periods asked side by side."""
    if len(held) == 1 and held[0].is_several:
        figures = held[0].figures
        is_one_time = figures[0].period.key == figures[-1].period.key
        return () if is_one_time else (change_between(figures[0], figures[-1], figures, facts),)
    two = [one.figures[0] for one in held if len(one.figures) == 1]
    if len(held) == 2 == len({one.period.key for one in two}) and held[0].cell == held[1].cell:  # noqa: PLR2004 - two ends
        return (change_between(two[0], two[1], tuple(two), facts),)
    return ()


def _missing(found: Found, query: Query, facts: Facts) -> str:
    """The part that is not held, in words."""
    cell, period = found.cell, found.period
    part = replace(
        query,
        metrics=(cell.metric,),
        places=(cell.place,) if cell.place else (),
        role_groups=(cell.role_group,) if cell.role_group else (),
        periods=(period,) if period else (),
    )
    return asked(part, facts)
