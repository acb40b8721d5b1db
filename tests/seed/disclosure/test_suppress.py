"""Which cells of a table are hidden, and what may be told of them."""

import pytest

from seed.disclosure.audit import bounds_of
from seed.disclosure.rules import Rule, rule_for
from seed.disclosure.suppress import hidden, hidden_rates, small
from seed.disclosure.table import Rate, Sum, Table

A, B, C, ALL = ("a",), ("b",), ("c",), ("all",)
ONE_ROW = (Sum(ALL, (A, B, C)),)
RULE = Rule()


def row(a: int, b: int, c: int) -> Table:
    """Give three teams and their total."""
    return Table({A: a, B: b, C: c, ALL: a + b + c}, ONE_ROW)


def test_a_small_cell_alone_takes_another_with_it() -> None:
    assert hidden(row(2, 9, 20), RULE) == {A, B}


def test_zeros_and_large_counts_are_shown() -> None:
    assert hidden(row(0, 9, 20), RULE) == frozenset()


def test_two_small_cells_that_share_little_need_a_third() -> None:
    assert small(row(1, 1, 20), RULE) == {A, B}
    assert hidden(row(1, 1, 20), RULE) == {A, B, C}


def test_without_a_total_a_small_cell_is_hidden_alone() -> None:
    assert hidden(Table({A: 2, B: 9}), RULE) == {A}


def test_what_is_public_already_is_not_chosen() -> None:
    table = Table(row(2, 9, 20).counts, ONE_ROW, shown=frozenset({B}))
    assert hidden(table, RULE) == {A, C}


def test_what_was_hidden_before_stays_hidden() -> None:
    table = Table(row(7, 9, 20).counts, ONE_ROW, kept=frozenset({A, B}))
    assert hidden(table, RULE) == {A, B}


def test_the_bounds_of_a_cell_are_what_its_sums_leave() -> None:
    told = bounds_of(row(2, 9, 20), {A, B}, [A, B])
    assert told == {A: (1, 10), B: (1, 10)}
    assert bounds_of(row(2, 9, 20), {A}, [A]) == {A: (2, 2)}


def test_a_rate_on_few_people_or_of_a_hidden_count_is_hidden() -> None:
    people, rates = ("people",), (Rate(("rate",), A, ("people",)),)
    for count, of, expected in ((2, 40, True), (9, 4, True), (9, 40, False)):
        table = Table({A: count, people: of}, rates=rates)
        assert bool(hidden_rates(table, hidden(table, RULE), RULE)) is expected


def test_a_table_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="all is not the sum of its parts"):
        Table({A: 1, B: 1, C: 1, ALL: 4}, ONE_ROW)


@pytest.mark.parametrize(
    ("sensitivity", "workspace", "rule"),
    [("C", "T1", RULE), ("B", "T1", RULE), ("A", "T1", None), ("C", "", None)],
)
def test_the_rule_is_for_people_and_never_for_what_is_published(
    sensitivity: str, workspace: str, rule: Rule | None
) -> None:
    assert rule_for("grievance_cases", sensitivity, workspace) == rule


def test_a_workspace_may_decide_for_a_metric() -> None:
    own = {("T1", "grievance_cases"): Rule(10), ("T1", "sickness_occasions"): None}
    assert rule_for("grievance_cases", "C", "T1", own) == Rule(10)
    assert rule_for("sickness_occasions", "B", "T1", own) is None
    assert rule_for("grievance_cases", "C", "T2", own) == RULE
