"""Figures: value, status and period agree, and each is stored once and none lost."""

import math
from collections.abc import Iterator
from datetime import date

from db.vocabulary import WITHOUT_VALUE, Status
from seed.statements import Statement
from seed.tables import Fault

_NUMBERS = ("value", "numerator", "denominator")
_DAYS = ("period_start", "period_end")
_SCOPE = ("organisation", "team", "role_group", "metric", "kind")
_FIGURE = (*_SCOPE, "formula", "basis", "unit", "period", "qualifier")


def figure_faults(statements: list[Statement]) -> Iterator[Fault]:
    """What is wrong with the figure of a statement, or with what it repeats."""
    for one in statements:
        yield from _value(one)
        yield from _period(one)
    yield from _double_figures(statements)
    yield from _repeats(statements)


def _value(one: Statement) -> Iterator[Fault]:
    if one["status"] in WITHOUT_VALUE and one["value"]:
        yield Fault(one.where, f"is {one['status']} but has the value {one['value']}")
    if one["status"] not in WITHOUT_VALUE and not one["value"]:
        yield Fault(one.where, f"is {one['status']} but has no value")
    for field in _NUMBERS:
        if one[field] and _number(one[field]) is None:
            yield Fault(one.where, f"{field} {one[field]!r} is no number")
    if one["status"] == Status.ZERO and _number(one["value"]) not in {None, 0}:
        yield Fault(one.where, f"is zero but has the value {one['value']}")


def _period(one: Statement) -> Iterator[Fault]:
    for field in _DAYS:
        if one[field] and _day(one[field]) is None:
            yield Fault(one.where, f"{field} {one[field]!r} is no date")
    start, end = (_day(one[field]) for field in _DAYS)
    if start and end and start > end:
        yield Fault(one.where, f"ends on {end}, before it starts on {start}")


def _double_figures(statements: list[Statement]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], Statement] = {}
    for one in statements:
        if not one["repeats"]:
            figure = (one.source, *(one[field] for field in _FIGURE))
            other = first.setdefault(figure, one)
            if other is not one:
                yield Fault(
                    one.where,
                    f"is the figure of {other.where}; name it in repeats, or tell the two "
                    "apart by a qualifier",
                )


def _repeats(statements: list[Statement]) -> Iterator[Fault]:
    """A statement is stored beside the one it repeats, so that must be stored itself."""
    facts = {one["fact"]: one for one in statements}
    for one in statements:
        if not one["repeats"]:
            continue
        other = facts.get(one["repeats"])
        if other is None:
            yield Fault(one.where, f"repeats {one['repeats']!r}, which is not there")
        else:
            yield from _repeat(one, other)


def _repeat(one: Statement, other: Statement) -> Iterator[Fault]:
    if other["repeats"]:
        yield Fault(one.where, f"repeats {other['fact']!r}, which is itself a repeat")
    for field in _SCOPE:
        if one[field] != other[field]:
            yield Fault(one.where, f"repeats {other['fact']!r} but has another {field}")


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
