"""More than chance is said of whole counts of people alone, by two methods that agree."""

from dataclasses import replace

import pytest

from bot.answer.honesty.significance import chance_of
from bot.answer.values import Benchmark, Verdict
from bot.statistics.intervals.proportions import Standing
from tests.reply.figures import RATE

ENGLAND = replace(RATE, id=90, value=17.8, kind="benchmark", basis="headcount")


def pair(top: float, bottom: float, basis: str = "headcount") -> Benchmark:
    """Give a rate beside England's 17.8 %."""
    own = replace(RATE, value=100 * top / bottom, numerator=top, denominator=bottom, basis=basis)
    return Benchmark("England", ENGLAND, own, Verdict.ABOVE, 100 * top / bottom - 17.8)


@pytest.mark.parametrize(
    ("top", "bottom", "standing"),
    [
        (6, 12, Standing.HIGHER),
        (5, 12, Standing.SIMILAR),
        (0, 12, Standing.SIMILAR),
        (125, 517, Standing.HIGHER),
        (10, 100, Standing.LOWER),
    ],
)
def test_both_tests_have_to_agree(top: float, bottom: float, standing: Standing) -> None:
    found = chance_of(pair(top, bottom))
    assert found is not None
    assert found.standing is standing
    assert found.lower <= 100 * top / bottom <= found.upper


@pytest.mark.parametrize(
    "one",
    [pair(27, 39, "fte"), pair(5.5, 12), pair(2, 4), replace(pair(6, 12), difference=None)],
)
def test_full_time_equivalents_and_few_people_are_not_tested(one: Benchmark) -> None:
    assert chance_of(one) is None
