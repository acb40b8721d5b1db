"""Nobody may tell a small count from all that is visible, over two releases."""

import os
from dataclasses import replace
from random import Random

from seed.disclosure.rules import Rule
from seed.disclosure.suppress import hidden, hidden_rates, small
from seed.disclosure.table import Key, Table
from tests.seed.disclosure.tables import attacked, made

RULE = Rule()
TABLES = int(os.environ.get("MUSTER_DISCLOSURE_TABLES", "25"))
"""Tables attacked: 1,000 in the long form."""


def narrowed(table: Table, cells: frozenset[Key], *, with_rates: bool = False) -> list[Key]:
    """Give the small cells that may be fewer than four numbers."""
    shown = [rate for rate in table.rates if with_rates or rate.key not in _rates(table, cells)]
    found = attacked(table, cells, sorted(small(table, RULE) & cells), shown)
    return [key for key, (least, most) in found.items() if most - least < 2.999]


def _rates(table: Table, cells: frozenset[Key]) -> frozenset[Key]:
    return hidden_rates(table, cells, RULE)


def released(random: Random) -> tuple[Table, frozenset[Key]]:
    """Give two releases as one table, and what is hidden of it."""
    first, second = made(random)
    kept = hidden(first, RULE)
    shown = frozenset(first.counts) - kept
    both = replace(second, shown=shown, kept=kept)
    return both, hidden(both, RULE)


def test_no_hidden_cell_is_recovered_or_narrowed() -> None:
    for seed in range(TABLES):
        table, cells = released(Random(seed))  # noqa: S311 - the same tables in every run
        assert small(table, RULE) - table.shown <= cells
        assert not narrowed(table, cells), f"table {seed}"


def test_the_same_attack_succeeds_where_only_small_cells_are_hidden() -> None:
    tables = [released(Random(seed))[0] for seed in range(10)]  # noqa: S311 - as above
    assert sum(bool(narrowed(table, small(table, RULE))) for table in tables) > 5


def test_the_attack_reads_a_rate_that_is_left_visible() -> None:
    tables = [released(Random(seed)) for seed in range(10)]  # noqa: S311 - as above
    assert any(narrowed(table, cells, with_rates=True) for table, cells in tables)
