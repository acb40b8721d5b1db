"""A plan for one figure: on which formula, to which goal, by which levers."""

from collections.abc import Mapping
from dataclasses import replace

from bot.answer.held.facts import Facts
from bot.answer.honesty.benchmarks import against_neighbours, benchmark_for, held_against
from bot.answer.honesty.formulas import calculate
from bot.answer.levers.effects import STEPS, Parts, Step, effect, fewest
from bot.answer.values import Benchmark, Calculated, Figure, Plan, Verdict
from bot.query.query import Against, Comparison, Condition, Lever, Query
from db.catalogue import Direction

_UNKNOWN = "its parts are not held, so it can't be made anew"
_VACANCIES = "vacancies_fte"
_NONE = "I hold nothing of that kind to reach"


def plan_for(figure: Figure, query: Query, facts: Facts) -> Plan:
    """What it would take for one figure, on the formula that was asked about."""
    if query.against is None:
        goal = query.conditions[0] if query.conditions else None
        return _worked_out(Plan(figure, goal=goal), query, facts)
    pair = _pair(figure, query.against, facts)
    if pair is None:
        return Plan(figure, reason=_NONE)
    if pair.verdict is Verdict.NOT_COMPARABLE:
        reason = f"not comparable with {pair.name}'s figure, because {pair.reason}"
        return Plan(figure, benchmark=pair, reason=reason)
    plan = Plan(figure, goal=_goal(pair), basis=pair.like_for_like, benchmark=pair)
    return _worked_out(plan, query, facts)


def _pair(figure: Figure, against: Against, facts: Facts) -> Benchmark | None:
    if against is Against.NEIGHBOURS:
        return against_neighbours(figure, facts)
    benchmark = benchmark_for(figure, against, facts)
    return held_against(figure, benchmark, facts) if benchmark else None


def _goal(pair: Benchmark) -> Condition:
    """As good as the benchmark."""
    less = pair.of.direction != Direction.INCREASE
    comparison = Comparison.AT_MOST if less else Comparison.AT_LEAST
    return Condition(comparison, pair.figure.value or 0.0, percent=True)


def _worked_out(plan: Plan, query: Query, facts: Facts) -> Plan:
    figure = plan.figure
    formula = plan.basis.formula if plan.basis else figure.formula
    steps = STEPS.get((figure.metric.key, formula), {})
    parts = _parts(plan, facts)
    if parts is None or not steps:
        return replace(plan, reason=_UNKNOWN)
    if query.lever and query.people:
        return _supposed(plan, parts, steps, query.lever, query.people)
    plan = replace(plan, vacancies=_vacancies(figure, facts))
    return _reaching(plan, parts, steps) if plan.goal else plan


def _vacancies(figure: Figure, facts: Facts) -> float | None:
    """The unfilled posts of the same people on the same day."""
    place = figure.team.key if figure.team else figure.organisation.key
    scope = (place, figure.role_group.key, "actual")
    series = [
        one for one in facts.series([_VACANCIES]) if (one.place, one.role_group, one.kind) == scope
    ]
    held = [one for figures in facts.figures(series).values() for one in figures]
    same_day = (one.value for one in held if one.period.end == figure.period.end)
    return next((value for value in same_day if value is not None), None)


def _supposed(
    plan: Plan, parts: Parts, steps: Mapping[Lever, Step], lever: Lever, people: int
) -> Plan:
    """What a number of people would do."""
    if lever not in steps:
        return replace(plan, idle=(lever,))
    found = effect(parts, steps[lever], lever, people)
    return replace(plan, effects=(found,)) if found else replace(plan, short=(lever,))


def _reaching(plan: Plan, parts: Parts, steps: Mapping[Lever, Step]) -> Plan:
    """The fewest people by each lever alone."""
    goal = plan.goal
    if goal is None or goal.holds(100 * parts.numerator / parts.denominator):
        return replace(plan, reached=True)
    found = {lever: fewest(parts, step, lever, goal) for lever, step in steps.items()}
    return replace(
        plan,
        effects=tuple(one for one in found.values() if one),
        short=tuple(lever for lever, one in found.items() if one is None),
        idle=tuple(lever for lever in Lever if lever not in steps),
    )


def _parts(plan: Plan, facts: Facts) -> Parts | None:
    """The parts of the rate: as worked out, as published, or as held for the same day."""
    figure = plan.figure
    made = plan.basis
    if made is None and (figure.numerator is None or not figure.denominator):
        made = _made(figure, facts)
    top = made.numerator if made else figure.numerator
    bottom = made.denominator if made else figure.denominator
    if top is None or not bottom:
        return None
    return Parts(top, bottom, top if figure.metric.key == "agency_rate" else None)


def _made(figure: Figure, facts: Facts) -> Calculated | None:
    place = figure.team.key if figure.team else figure.organisation.key
    group = figure.role_group.key
    return calculate(figure.metric.key, figure.formula, place, group, facts, end=figure)
