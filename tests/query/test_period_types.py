"""A period that cannot be is refused when it is made."""

from collections.abc import Callable

import pytest

from bot.query.period import (
    Ago,
    CensusYear,
    Day,
    FinancialYear,
    Month,
    Past,
    Period,
    Previous,
    Quarter,
    This,
    Unit,
    Within,
    Year,
    YearEnding,
)

IMPOSSIBLE: list[Callable[[], Period]] = [
    lambda: Day(31, 2),
    lambda: Day(29, 2, 2023),
    lambda: Day(1, 1, 0),
    lambda: Month(13),
    lambda: Month(1, 1899),
    lambda: Quarter(5),
    lambda: Quarter(1, 2100),
    lambda: FinancialYear(20223),
    lambda: Year(18),
    lambda: CensusYear(2100),
    lambda: YearEnding(0),
    lambda: YearEnding(3, 24),
    lambda: Previous(Unit.MONTH, 0),
    lambda: Ago(Unit.YEAR, -1),
    lambda: Past(Unit.MONTH, 1000),
    lambda: Within(Month(7, 2023), Previous(Unit.YEAR)),
    lambda: Within(Month(7), This(Unit.QUARTER)),
]


@pytest.mark.parametrize("make", IMPOSSIBLE)
def test_a_period_that_cannot_be_is_refused(make: Callable[[], Period]) -> None:
    with pytest.raises(ValueError, match=r"."):
        make()
