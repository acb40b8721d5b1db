"""How many people reach a goal: the fewest, found again by trying each number."""

from collections.abc import Callable

import pytest

from bot.answer.levers.effects import STEPS, Parts, effect, fewest
from bot.query.query import Comparison, Condition, Lever

UNDER_HALF = Condition(Comparison.UNDER, 50.0, percent=True)
ASSESSMENT = Parts(27.0, 39.0, 27.0)
AGENCY = STEPS["agency_rate", "dfe"]


@pytest.mark.parametrize(
    ("lever", "people"), [(Lever.CONVERT, 8), (Lever.RECRUIT, 16), (Lever.END, 16)]
)
def test_the_fewest_reach_the_goal_and_one_fewer_does_not(lever: Lever, people: int) -> None:
    found = fewest(ASSESSMENT, AGENCY[lever], lever, UNDER_HALF)
    assert found is not None
    assert found.people == people
    before = effect(ASSESSMENT, AGENCY[lever], lever, people - 1)
    assert before is not None
    assert found.value < 50 <= before.value


@pytest.mark.parametrize("agency", [1.0, 5.5, 16.5, 40.2, 101.0])
@pytest.mark.parametrize("permanent", [3.0, 12.0, 95.6])
@pytest.mark.parametrize("goal", [10.0, 17.8, 33.3, 60.0])
def test_recomputed_from_the_people_it_is_the_same(
    agency: float, permanent: float, goal: float
) -> None:
    wanted = Condition(Comparison.AT_MOST, goal, percent=True)
    parts = Parts(agency, agency + permanent, agency)
    rates: dict[Lever, Callable[[int], float]] = {
        Lever.CONVERT: lambda n: (agency - n) / (agency + permanent),
        Lever.RECRUIT: lambda n: agency / (agency + permanent + n),
        Lever.END: lambda n: (agency - n) / (agency - n + permanent),
    }
    for lever, rate in rates.items():
        most = 999 if lever is Lever.RECRUIT else int(agency)
        tried = (n for n in range(1, most + 1) if 100 * rate(n) <= goal + 1e-9)
        found = fewest(parts, AGENCY[lever], lever, wanted)
        assert (found.people if found else None) == next(tried, None)


def test_nobody_is_converted_who_is_not_there() -> None:
    assert effect(Parts(5.5, 12.0, 5.5), AGENCY[Lever.CONVERT], Lever.CONVERT, 6) is None
    none = Condition(Comparison.UNDER, 0.0, percent=True)
    assert fewest(ASSESSMENT, AGENCY[Lever.CONVERT], Lever.CONVERT, none) is None
