"""A rate asked for on a basis that it was not published on: worked out where its parts are held."""

from dataclasses import replace

from bot.answer.held.cells import cells_of
from bot.answer.held.facts import Facts
from bot.answer.held.found import find, valued
from bot.answer.honesty.caveats import caveats_of
from bot.answer.honesty.formulas import on_basis
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, NoFigures, Outcome
from bot.query.query import Query


def basis_answer(query: Query, facts: Facts) -> Answer | NoFigures | None:
    """What is asked about, worked out on the basis asked for; None where that is not needed.

    Without it "Devon's agency rate on the DfE's basis" would answer for the four teams, which
    publish theirs on that basis, and not for the whole, which does not.
    """
    plain = valued(find(replace(query, formula=None), facts))
    published = tuple(one for one in plain if one.formula == query.formula)
    calculated = tuple(
        found
        for one in plain
        if one not in published and (found := on_basis(one, query.formula or "", facts))
    )
    if not calculated:
        return None
    if not published:
        return nothing_held(query, (), facts, calculated)
    sure = len(published) == len(cells_of(query))
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, published, facts),
        figures=published if sure else (),
        options=() if sure else published,
        calculated=calculated,
        caveats=caveats_of(published, facts),
    )
