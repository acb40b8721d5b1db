"""What may be wrong with figures that are figures: jumps, and too much."""

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

_WHOLE: Final = 100


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
