"""The answer to what it would take, or to what some people would do."""

from bot.answer.held.facts import Facts
from bot.answer.held.found import find, valued
from bot.answer.honesty.caveats import caveats_of
from bot.answer.levers.pay import pay_at
from bot.answer.levers.plans import plan_for
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Figure, NoFigures, Outcome
from bot.query.query import Intent, Lever, Query

_PAID = "social_workers"
"""Whose pay the reports give."""
_MOST = 4
"""Rates that are planned for side by side; more need a place to be named."""


def what_if_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The rate as it is, and what each lever would make of it."""
    plain = _plain(query)
    found = find(plain, facts)
    figures = tuple(one for one in valued(found) if one.kind == "actual")
    if not figures:
        return nothing_held(plain, found, facts)
    if len(figures) > _MOST or len({one.organisation.key for one in figures}) > 1:
        return _too_many(query, figures, facts)
    plans = tuple(plan_for(one, query, facts) for one in figures)
    converts = any(
        one.lever is Lever.CONVERT and plan.figure.role_group.key == _PAID
        for plan in plans
        for one in plan.effects
    )
    sure = len(figures) == 1
    beside = [plan.benchmark.figure for plan in plans if plan.benchmark]
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, (), facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        plans=plans,
        pay=pay_at(figures[0].organisation.key, facts) if converts else None,
        caveats=caveats_of(figures, facts, beside),
    )


def _plain(query: Query) -> Query:
    return Query(Intent.FIGURE, query.metrics, query.places, query.role_groups, query.periods)


def _too_many(query: Query, figures: tuple[Figure, ...], facts: Facts) -> Answer:
    return Answer(
        query,
        Outcome.AMBIGUOUS,
        understood(query, (), facts),
        options=figures,
        notes=("Name a council or a team to see what it would take there.",),
        caveats=caveats_of(figures, facts),
    )
