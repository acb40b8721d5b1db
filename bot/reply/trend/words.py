"""Small pieces that the sentences of a series are made of."""

from bot.reply.numbers import number, points, unit_of
from bot.statistics.xmr import Chart, Limits

_MONEY = {"£", "£ per hour"}
_NEVER_NEGATIVE = frozenset({"%", "people", "posts", "cases", "days", "occasions", "count"})


def amount(value: float, unit: str) -> str:
    """A number with its unit: "45%", "101 FTE", "£22.50"."""
    if unit in _MONEY:
        return f"£{number(value)}{unit_of(unit, value)}"
    return f"{number(value)}{_unit(unit, value)}"


def difference(value: float, unit: str) -> str:
    """A change without its sign: rates in percentage points, all else in their unit."""
    return points(value) if unit == "%" else amount(abs(value), unit)


def expected_range(limits: Limits, unit: str) -> str:
    """The range between the limits: "40% to 50%", cut to what the unit can be."""
    lower, upper = limits.lower or 0.0, limits.upper or 0.0
    if unit in _NEVER_NEGATIVE:
        lower = max(lower, 0.0)
    if unit == "%":
        upper = min(upper, 100.0)
    return f"{amount(lower, unit)} to {amount(upper, unit)}"


def held_of(chart: Chart) -> list[tuple[int, float]]:
    """The positions and values of the last group, without its gaps."""
    start = chart.groups[-1].start
    values = chart.values_of(chart.groups[-1])
    return [(start + at, value) for at, value in enumerate(values) if value is not None]


def _unit(unit: str, value: float) -> str:
    return unit_of(unit, value) if unit and unit != "count" else ""
