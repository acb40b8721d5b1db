"""What anyone could work out of hidden cells from those that are visible, by linear programming.

Whoever tries knows every visible cell and every sum, and that a hidden cell is at least one, for
zeros are shown; only of what is below one (half a day, or hidden once and nought now) that it is
not below nought. The bounds are those of HiGHS, the solver that SciPy brings.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from seed.disclosure.table import ROUNDING, Key, Table


class Bounds(NamedTuple):
    """The least and the most a hidden cell can be."""

    least: float
    most: float


_NOWHERE = Bounds(0, 0)
"""Of a cell that no number fits: what is visible contradicts itself, and so protects nothing."""


def bounds_of(table: Table, hidden: Collection[Key], wanted: Iterable[Key]) -> dict[Key, Bounds]:
    """The bounds of some hidden cells of a table."""
    order = {key: at for at, key in enumerate(sorted(hidden))}
    rows, values = _equations(table, order)
    if not rows:
        return {key: Bounds(_least(table, key), float("inf")) for key in wanted}
    # SciPy takes a third of a second to import; only a load of people's figures needs it.
    from scipy.optimize import linprog  # type: ignore[import-untyped]  # noqa: PLC0415

    ends = [(_least(table, key), None) for key in order]
    found = {}
    for key in wanted:
        told = []
        for sign in (1, -1):
            aim = [0] * len(order)
            aim[order[key]] = sign
            solved = linprog(aim, A_eq=rows, b_eq=values, bounds=ends, method="highs")
            told.append(_end(solved.status, solved.fun, sign))
        found[key] = _NOWHERE if None in told else Bounds(told[0] or 0, told[1] or 0)
    return found


def _least(table: Table, key: Key) -> int:
    return 0 if table.counts.get(key, 1) < 1 else 1


def _end(status: int, value: float | None, sign: int) -> float | None:
    """An end of the bounds; HiGHS says 0 for solved and 3 for unbounded."""
    if status == 0 and value is not None:
        return round(sign * value / ROUNDING) * ROUNDING
    return float("inf") if status == 3 else None  # noqa: PLR2004 - unbounded


def _equations(table: Table, order: dict[Key, int]) -> tuple[list[list[int]], list[float]]:
    """Each sum with hidden cells: their coefficients, and what the visible ones leave."""
    rows, values = [], []
    for one in table.sums:
        if not any(key in order for key in one.cells):
            continue
        row, left = [0] * len(order), 0.0
        for key in one.cells:
            sign = -1 if key == one.total else 1
            if key in order:
                row[order[key]] += sign
            else:
                left -= sign * table.counts[key]
        rows.append(row)
        values.append(left)
    return rows, values
