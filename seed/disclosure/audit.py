"""What anyone could work out of hidden cells from those that are visible, by linear programming.

Whoever tries knows every visible cell and every sum, and that a hidden cell is at least one, for
zeros are shown. The bounds are those of HiGHS, the solver that SciPy brings.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from seed.disclosure.table import Key, Table


class Bounds(NamedTuple):
    """The least and the most a hidden cell can be."""

    least: float
    most: float


_ROUNDING = 1e-6


def bounds_of(table: Table, hidden: Collection[Key], wanted: Iterable[Key]) -> dict[Key, Bounds]:
    """The bounds of some hidden cells of a table.

    Raises:
        ValueError: the visible cells contradict each other.
    """
    # SciPy takes a third of a second to import; only a load of people's figures needs it.
    from scipy.optimize import linprog  # type: ignore[import-untyped]  # noqa: PLC0415

    order = {key: at for at, key in enumerate(sorted(hidden))}
    rows, values = _equations(table, order)
    found = {}
    for key in wanted:
        ends = []
        for sign in (1, -1):
            aim = [0] * len(order)
            aim[order[key]] = sign
            solved = linprog(
                aim, A_eq=rows or None, b_eq=values or None, bounds=(1, None), method="highs"
            )
            ends.append(_end(solved.status, solved.fun, sign))
        found[key] = Bounds(*ends)
    return found


def _end(status: int, value: float | None, sign: int) -> float:
    """An end of the bounds; HiGHS says 0 for solved and 3 for unbounded."""
    if status == 0 and value is not None:
        return round(sign * value / _ROUNDING) * _ROUNDING
    if status == 3:  # noqa: PLR2004 - unbounded
        return float("inf")
    raise ValueError("the visible cells contradict each other")


def _equations(table: Table, order: dict[Key, int]) -> tuple[list[list[int]], list[int]]:
    """Each sum with hidden cells: their coefficients, and what the visible ones leave."""
    rows, values = [], []
    for one in table.sums:
        if not any(key in order for key in one.cells):
            continue
        row, left = [0] * len(order), 0
        for key in one.cells:
            sign = -1 if key == one.total else 1
            if key in order:
                row[order[key]] += sign
            else:
                left -= sign * table.counts[key]
        rows.append(row)
        values.append(left)
    return rows, values
