"""Which cells are hidden: the small ones, and as many others as keep those from being told."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from seed.disclosure.audit import Bounds, bounds_of
from seed.disclosure.rules import Rule
from seed.disclosure.table import Key, Sum, Table


def small(table: Table, rule: Rule) -> frozenset[Key]:
    """The cells that are too small to show."""
    return frozenset(key for key, count in table.counts.items() if rule.hides(count)) - table.public


def hidden(table: Table, rule: Rule) -> frozenset[Key]:
    """All counts to hide, so that each small one may still be as many numbers as the rule hides.

    Hiding one more can only widen what the others may be, so a cell that is safe stays safe.
    Where nothing else is left to hide, cells go that people may have seen.
    """
    own = small(table, rule)
    found = own | table.kept | table.unknown
    wanted = own | _still_safe(table, found, rule)
    found, unsafe = _widened(table, found, wanted, rule)
    if unsafe and table.shown - table.public:
        found, _ = _widened(replace(table, shown=table.public), found, unsafe, rule)
    return found


def hidden_rates(table: Table, counts: Collection[Key], rule: Rule) -> frozenset[Key]:
    """The rates to hide: those on few people, and those that would tell a hidden count."""
    return frozenset(
        rate.key
        for rate in table.rates
        if rate.numerator in counts
        or rate.denominator in counts
        or rule.hides_rates_on(table.counts[rate.denominator])
    )


def is_safe(bounds: Bounds, rule: Rule) -> bool:
    """Whether a small cell may still be as many numbers as the rule hides: four, from 1 to 4.

    They need not be those four: a total of two cells that are not zero is two at least.
    """
    return bounds.most - bounds.least >= rule.fewest - 2


def _still_safe(table: Table, found: frozenset[Key], rule: Rule) -> frozenset[Key]:
    """Cells hidden before that nobody can tell yet; the others are past help."""
    if not table.unknown:
        return frozenset()
    new = frozenset(table.counts) - table.shown
    return table.unknown - _unsafe(table, found | new, table.unknown, rule)


def _widened(
    table: Table, found: frozenset[Key], wanted: frozenset[Key], rule: Rule
) -> tuple[frozenset[Key], frozenset[Key]]:
    """What has to be hidden beside what is, and which of the wanted cells are not safe then."""
    unsafe = wanted
    while unsafe := _unsafe(table, found, unsafe, rule):
        more = {key for one in unsafe if (key := _another(table, found, one, rule))}
        if not more:
            break
        found |= more
    return found, unsafe


def _unsafe(
    table: Table, found: frozenset[Key], wanted: Iterable[Key], rule: Rule
) -> frozenset[Key]:
    bounds = bounds_of(table, found, wanted)
    return frozenset(key for key, one in bounds.items() if not is_safe(one, rule))


def _another(table: Table, found: frozenset[Key], unsafe: Key, rule: Rule) -> Key | None:
    """The next cell to hide for an unsafe one: the smallest in the sum that tells it best.

    Where its own sums have none left, the nearest that is linked to them.
    """
    sums = sorted(table.sums_with(unsafe), key=lambda one: _slack(table, found, one))
    tight = [one for one in sums if _slack(table, found, one) < rule.fewest]
    for one in (*tight, *sums, *_linked(table, found, sums)):
        if choices := [key for key in one.cells if _may_hide(table, found, key)]:
            return min(choices, key=lambda key: (key == one.total, table.counts[key], key))
    return None


def _may_hide(table: Table, found: frozenset[Key], key: Key) -> bool:
    """Zeros are shown, and so is what people have seen already."""
    return key not in found and key not in table.shown and table.counts[key] > 0


def _slack(table: Table, found: frozenset[Key], one: Sum) -> float:
    """How much its hidden parts have to share; less tells more."""
    parts = [key for key in one.parts if key in found]
    return sum(table.counts.get(key, 1) for key in parts) - len(parts) + 1


def _linked(table: Table, found: frozenset[Key], sums: Iterable[Sum]) -> Iterator[Sum]:
    """The other sums, nearest first: those that share a hidden cell with these, and so on."""
    near = list(sums)
    left = [one for one in table.sums if one not in near]
    while near and left:
        cells = {key for one in near for key in one.cells if key in found}
        near = [one for one in left if cells.intersection(one.cells)]
        left = [one for one in left if one not in near]
        yield from near
