"""Long lists, cut to what one statement takes."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

# SQLite takes at most 32,766 parameters in a statement and PostgreSQL 65,535; no statement of
# ours has more than two lists.
MOST = 10_000

Value = TypeVar("Value", int, str)


def portions(values: Collection[Value]) -> Iterator[Sequence[Value]]:
    """Give the distinct values in order, at most `MOST` at a time."""
    ordered = sorted(set(values))
    for start in range(0, len(ordered), MOST):
        yield ordered[start : start + MOST]
