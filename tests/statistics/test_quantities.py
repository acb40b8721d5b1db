"""Points, per cent, counts and days: what may be taken from what."""

import pytest

from bot.statistics.quantities import (
    Count,
    Days,
    Fte,
    Measure,
    PerCent,
    Points,
    Quantity,
    Rate,
    alike,
    moved,
    quantity,
    relative_change,
    relatively,
)


def test_a_rate_changes_in_points() -> None:
    assert Rate(45) - Rate(52) == Points(-7)
    assert Rate(52) + Points(-7) == Rate(45)


def test_amounts_change_in_their_own_unit_and_in_per_cent() -> None:
    assert Fte(101) - Fte(100.5) == Fte(0.5)
    assert Days(5151) - Days(5522) == Days(-371)
    assert relative_change(Count(657), Count(550)) == PerCent(-100 * 107 / 657)
    assert relative_change(Count(0), Count(5)) is None


# Each of these is refused by mypy as well: an unused "ignore" would fail there.
def test_a_wrong_pairing_is_refused() -> None:
    with pytest.raises(TypeError):
        Rate(45) + Rate(52)  # type: ignore[operator]
    with pytest.raises(TypeError):
        Rate(45) - Points(7)  # type: ignore[operator]
    with pytest.raises(TypeError):
        Rate(45) + PerCent(10)  # type: ignore[operator]
    with pytest.raises(TypeError):
        Count(5) - Fte(2.5)  # type: ignore[operator]
    with pytest.raises(TypeError):
        Fte(2.5) - Days(1)  # type: ignore[operator]
    with pytest.raises(TypeError):
        Days(1) - Count(1)  # type: ignore[operator]
    with pytest.raises(TypeError):
        Rate(1) < Points(2)  # type: ignore[operator]  # noqa: B015 - it raises


def test_a_rate_has_no_change_in_per_cent() -> None:
    with pytest.raises(TypeError):
        relative_change(Rate(45), Rate(52))  # type: ignore[type-var]
    with pytest.raises(TypeError):
        relative_change(Count(1), Days(2))  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("value", "unit", "kind"),
    [
        (45.0, "%", Rate),
        (27.0, "FTE", Fte),
        (5151.0, "days", Days),
        (35.0, "people", Count),
        (22.5, "£ per hour", Measure),
        (9.5, "people", Measure),
    ],
)
def test_a_number_in_its_unit_is_a_quantity(value: float, unit: str, kind: type) -> None:
    assert type(quantity(value, unit)) is kind


def test_what_moved_is_of_the_kind_that_may_be_said() -> None:
    assert moved(Rate(52.0), Rate(45.0)) == Points(-7.0)
    assert moved(Count(35), Count(27)) == Count(-8)
    assert moved(Measure(22.0, "£"), Measure(24.0, "£")) == Measure(2.0, "£")
    assert relatively(Rate(52.0), Rate(45.0)) is None
    assert relatively(Fte(113.6), Fte(101.0)) == PerCent(100 * (101.0 - 113.6) / 113.6)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Rate(52.0), Fte(101.0)),
        (Count(35), Days(35.0)),
        (Measure(22.0, "£"), Measure(9.0, "months")),
    ],
)
def test_what_is_unlike_has_neither_difference_nor_relation(
    before: Quantity, after: Quantity
) -> None:
    with pytest.raises(TypeError):
        moved(before, after)
    with pytest.raises(TypeError):
        relatively(before, after)


def test_half_a_person_at_one_end_makes_both_ends_amounts() -> None:
    before, after = alike(Measure(22.5, "people"), Count(29), "people")
    assert moved(before, after) == Measure(6.5, "people")
    assert alike(Count(22), Count(29), "people") == (Count(22), Count(29))
