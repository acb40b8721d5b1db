"""The sentences of what it would take, in whole people, and of what they would cost less."""

from collections.abc import Iterator, Sequence

from bot.answer.values import Effect, Pay, Plan
from bot.query.query import Comparison, Condition, Lever
from bot.reply.labels import capital
from bot.reply.numbers import number, points, printed
from bot.reply.sentences.benchmarks import calculated_sentence

_DOES = {
    Lever.CONVERT: ("agency worker becomes permanent", "agency workers become permanent"),
    Lever.RECRUIT: ("permanent person more is recruited", "permanent people more are recruited"),
    Lever.END: ("assignment ends", "assignments end"),
}
_DOING = {
    Lever.CONVERT: "converting agency workers",
    Lever.RECRUIT: "recruiting",
    Lever.END: "letting assignments end",
}
_TO = {
    Comparison.OVER: "over",
    Comparison.UNDER: "under",
    Comparison.AT_LEAST: "at least",
    Comparison.AT_MOST: "at most",
    Comparison.EQUAL: "exactly",
}


def plan_sentences(plans: Sequence[Plan], pay: Pay | None) -> Iterator[str]:
    """What each lever would take or do, the fewest people first named by lever."""
    for plan in plans:
        yield from _plan(plan, named=len(plans) > 1)
    if any(plan.effects for plan in plans):
        yield (
            "Each lever by itself, with all else as it is; one person counts as one full-time post."
        )
    if pay:
        yield from _cost(pay)


def _plan(plan: Plan, *, named: bool) -> Iterator[str]:
    who = f"{capital(plan.figure.counted)}: " if named and plan.figure.counted else ""
    if plan.reason:
        yield capital(f"{who}{plan.reason}.")
        return
    if plan.basis:
        yield calculated_sentence(plan.basis)
    if plan.reached and plan.goal:
        yield capital(f"{who}that is {_goal(plan.goal)} already.")
    elif plan.goal:
        yield from _reaching(plan, plan.goal, who)
    else:
        yield from _supposed(plan, who)


def _reaching(plan: Plan, goal: Condition, who: str) -> Iterator[str]:
    name = f"{plan.benchmark.name}'s {printed(plan.benchmark.figure)}" if plan.benchmark else ""
    target = name or _goal(goal)
    if plan.effects:
        each = "; or ".join(f"{_effect(one)}{_beyond(one, plan)}" for one in plan.effects)
        yield f"{who}To reach {target}: {each}."
    elif not plan.short:
        yield f"{who}No lever here reaches {target}."
    for lever in plan.short:
        yield f"{capital(_DOING[lever])} alone cannot reach it."
    for lever in plan.idle:
        yield f"{capital(_DOING[lever])} alone does not move this rate."


def _supposed(plan: Plan, who: str) -> Iterator[str]:
    before = plan.figure.value or 0.0
    for one in plan.effects:
        change = one.value - before
        moved = "no change" if not round(change, 1) else _moved(change)
        yield f"{who}If {_effect(one)}: {moved} from {printed(plan.figure)}."
    yield from (capital(f"{who}there are not so many people to move.") for _ in plan.short)
    for lever in plan.idle:
        yield capital(f"{who}{_DOING[lever]} alone does not move this rate.")


def _moved(change: float) -> str:
    return f"{'up' if change > 0 else 'down'} {points(round(change, 1))}"


def _effect(effect: Effect) -> str:
    """So many people and what they make of it: "8 agency workers become permanent (19 of 39 …)"."""
    does = _DOES[effect.lever][effect.people != 1]
    parts = f"{number(effect.numerator)} of {number(effect.denominator)}"
    return f"{effect.people} {does} ({parts}, {number(effect.value, 1)}%)"


def _beyond(effect: Effect, plan: Plan) -> str:
    """That more are recruited than posts stand empty."""
    if effect.lever is not Lever.RECRUIT or plan.vacancies is None:
        return ""
    if effect.people <= plan.vacancies:
        return ""
    return f", which is more than the {number(plan.vacancies)} FTE of unfilled vacancies"


def _goal(goal: Condition) -> str:
    return f"{_TO[goal.comparison]} {number(goal.number)}%"


def _cost(pay: Pay) -> Iterator[str]:
    """What an hour costs less for each who converts, with what that assumes."""
    agency, least, most = (one.value or 0.0 for one in (pay.agency, pay.least, pay.most))
    permanent = f"£{number(least)} to £{number(most)}" if least != most else f"£{number(most)}"
    yield (
        f"Pay as published for social workers: up to £{number(agency)} an hour by an agency, about "
        f"{permanent} by a permanent contract, so up to £{number(agency - most)} to "
        f"£{number(agency - least)} an hour less for each who converts. Assumed: the same hours, "
        "and neither agency fees nor employer's costs, which are not held."
    )
