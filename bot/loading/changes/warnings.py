"""What may be wrong with figures that are figures: sums that do not hold, jumps, too much."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from bot.loading.changes.naming import Naming
from bot.loading.statements import Statement
from bot.statistics.xmr.limits import limits_of
from db.vocabulary import Kind
from db.writes import SeriesKey

ENOUGH: Final = 13
"""Values from which limits are drawn, as for every other claim about a series."""

_ROUNDED: Final = 0.11
"""What a sum of two figures printed to one decimal place may be off by."""

_WHOLE: Final = 100

_SUMS: Final = {
    "vacancies_fte": ("budgeted FTE less FTE in post", "budgeted_fte", "staff_in_post_fte", -1),
    "staff_in_post_fte": ("permanent and agency FTE", "permanent_fte", "agency_fte", 1),
}
"""What follows from what: the whole, in words, and its two parts with the sign of the second."""


def broken_sums(statements: Iterable[Statement], naming: Naming) -> Iterator[str]:
    """Each figure that does not follow from those it is made of, in the same row of the world."""
    parts = {*_SUMS, *(part for _, *two, _ in _SUMS.values() for part in two)}
    scopes: dict[tuple[object, ...], dict[str, Statement]] = defaultdict(dict)
    for one in statements:
        if one.metric in parts and one.value is not None:
            scope = (one.organisation, one.team, one.role_group, one.when.key, one.kind)
            scopes[scope][one.metric] = one
    for found in scopes.values():
        for metric, (words, first, second, sign) in _SUMS.items():
            if {metric, first, second} <= found.keys():
                values = [found[key].value or 0 for key in (metric, first, second)]
                due = round(values[1] + sign * values[2], 6)
                if abs(values[0] - due) > _ROUNDED and not _is_without_agency(metric, values):
                    one = found[metric]
                    yield f"{naming.figure(one)} is {one.text}; {words} give {due:g}."


def _is_without_agency(metric: str, values: Sequence[float]) -> bool:
    """Whether in post counts permanent staff alone, as the DfE does."""
    return metric == "staff_in_post_fte" and abs(values[0] - values[1]) <= _ROUNDED


def jumps(
    statements: Iterable[Statement],
    held: Iterable[tuple[SeriesKey, Sequence[tuple[date, float]]]],
    naming: Naming,
) -> Iterator[str]:
    """Each new last value that lies beyond the limits of those before it."""
    known = dict(held)
    if not known:
        return
    newest: dict[SeriesKey, Statement] = {}
    for one in statements:
        series = one.series
        if series in known and one.when.end and one.value is not None:
            last = newest.get(series)
            if last is None or (last.when.end or date.min) < one.when.end:
                newest[series] = one
    for key, one in newest.items():
        yield from _jump(one, known[key], naming)


def _jump(one: Statement, held: Sequence[tuple[date, float]], naming: Naming) -> Iterator[str]:
    before = [value for end, value in held if one.when.end and end < one.when.end]
    if len(before) < ENOUGH or one.value is None:
        return
    limits = limits_of(before, screen=True)
    lower, upper = limits.lower, limits.upper
    if lower is None or upper is None or lower <= one.value <= upper:
        return
    yield (
        f"{naming.figure(one)} is {one.text}, outside {lower:.1f} to {upper:.1f}, between which "
        f"the {len(before)} values before it vary."
    )


def too_much(statements: Iterable[Statement], units: Mapping[str, str]) -> Iterator[str]:
    """Each share that is more than the whole."""
    for one in statements:
        if units.get(one.metric) == "%" and (one.value or 0) > _WHOLE and one.kind is Kind.ACTUAL:
            yield f"{one.where}: {one.text} is more than the whole."
