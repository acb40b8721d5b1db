"""What one person more does to the two parts of a rate, and how many reach a goal.

One person counts as one full-time equivalent. Nobody is worked out by a formula that is turned
around: the rate is made anew for each number of people.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot.answer.values import Effect
from bot.query.query import Condition, Lever

_MOST = 1_000
"""People tried; no council has so many vacancies."""


class Step(NamedTuple):
    """What one person adds to the numerator and to the denominator."""

    numerator: int
    denominator: int


_CONVERT, _RECRUIT, _END = Lever.CONVERT, Lever.RECRUIT, Lever.END
STEPS: Mapping[tuple[str, str], Mapping[Lever, Step]] = {
    ("agency_rate", "dfe"): {_CONVERT: Step(-1, 0), _RECRUIT: Step(0, 1), _END: Step(-1, -1)},
    ("agency_rate", "budget"): {_CONVERT: Step(-1, 0), _END: Step(-1, 0)},
    ("permanent_rate", "dfe"): {_CONVERT: Step(1, 0), _RECRUIT: Step(1, 1), _END: Step(0, -1)},
    ("permanent_rate", "budget"): {_CONVERT: Step(1, 0), _RECRUIT: Step(1, 0)},
    ("vacancy_rate", "dfe"): {_CONVERT: Step(-1, 0), _RECRUIT: Step(-1, 0)},
}
"""By metric and formula. A lever that is not named does not move the rate."""


class Parts(NamedTuple):
    """The two parts of a rate, and how many agency FTE there are to convert or to let go."""

    numerator: float
    denominator: float
    agency: float | None


def effect(parts: Parts, step: Step, lever: Lever, people: int) -> Effect | None:
    """The rate after so many people; None where there are not so many."""
    top = parts.numerator + people * step.numerator
    bottom = parts.denominator + people * step.denominator
    from_agency = lever in {_CONVERT, _END} and parts.agency is not None
    if top < 0 or bottom <= 0 or (from_agency and people > (parts.agency or 0.0)):
        return None
    return Effect(lever, people, round(top, 6), round(bottom, 6))


def fewest(parts: Parts, step: Step, lever: Lever, goal: Condition) -> Effect | None:
    """The effect of the fewest people who reach a goal; None where nobody can."""
    return next((one for one in _each(parts, step, lever) if goal.holds(one.value)), None)


def _each(parts: Parts, step: Step, lever: Lever) -> Iterator[Effect]:
    for people in range(1, _MOST):
        found = effect(parts, step, lever, people)
        if found is None:
            return
        yield found
