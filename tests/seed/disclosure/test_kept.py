"""What of a load is kept back: small counts, what would tell them, rates on few people."""

from calendar import monthrange
from datetime import date

import pytest

from db.vocabulary import Kind
from seed.disclosure.cells import Cell, Shape, State
from seed.disclosure.kept import Kept, kept_back
from seed.disclosure.rules import Rule

SHAPE = Shape(
    teams={
        "devon/a": None,
        "devon/b": None,
        "devon/c": None,
        "devon/c/one": "devon/c",
        "devon/front": None,
    },
    role_groups={"all_staff": None, "women": "all_staff", "men": "all_staff", "new": "all_staff"},
    covers={"devon/front": ("devon/a", "devon/b")},
    flows=frozenset({"new_cases"}),
    made_of={"sickness_rate": frozenset({"days"})},
)
MARCH = (date(2024, 3, 1), date(2024, 3, 31))
METRIC = "cases"


def cell(team: str, value: float | None, **changed: object) -> Cell:
    """Give a count of a team of Devon, "" for the whole council, in March 2024."""
    made = Cell(
        METRIC, "devon", team and f"devon/{team}", "all_staff", "2024-03", *MARCH, value, METRIC
    )
    return made._replace(**changed)  # type: ignore[arg-type] # as the tests give them


def kept(*cells: Cell) -> Kept:
    """Keep back by the default rule."""
    return kept_back(cells, SHAPE, lambda _: Rule())


def left(*cells: Cell) -> list[float | None]:
    """Give the values that are left."""
    hidden = kept(*cells).all
    return [None if at in hidden else one.value for at, one in enumerate(cells)]


def test_a_small_count_takes_with_it_what_would_tell_it() -> None:
    assert left(cell("a", 2), cell("b", 9), cell("c", 20), cell("", 31)) == [None, None, 20, 31]


def test_small_counts_and_those_that_would_tell_them_are_told_apart() -> None:
    found = kept(cell("a", 2), cell("b", 9), cell("", 11))
    assert (set(found.small), set(found.others)) == ({0}, {1})


def test_a_total_with_more_than_its_teams_tells_less() -> None:
    assert left(cell("a", 2), cell("b", 9), cell("", 31)) == [None, 9, 31]


def test_levels_that_are_not_in_the_file_are_stepped_over() -> None:
    assert left(cell("c/one", 2), cell("a", 9), cell("", 11)) == [None, None, 11]


def test_a_printed_total_of_some_teams_tells_too() -> None:
    cells = cell("a", 2), cell("b", 9), cell("c", 20), cell("front", 11), cell("", 31)
    assert left(*cells) == [None, None, 20, 11, 31]


def test_a_total_that_is_less_than_its_teams_is_no_sum() -> None:
    assert left(cell("a", 2), cell("b", 9), cell("", 7)) == [None, 9, 7]


def test_groups_of_people_add_up_where_others_are_counted_beside_them() -> None:
    groups = [cell("a", value, role_group=role) for role, value in
              (("women", 3), ("men", 9), ("new", 6), ("all_staff", 12))]  # fmt: skip
    assert left(*groups) == [None, None, 6, 12]


def month(number: int, value: float | None, **changed: object) -> Cell:
    """Give a month's new cases of 2024."""
    days = date(2024, number, 1), date(2024, number, monthrange(2024, number)[1])
    given = {"metric": "new_cases", "period": f"2024-{number:02}", "start": days[0], "end": days[1]}
    return cell("a", value, **given | changed)


def quarter(value: float, metric: str = "new_cases") -> Cell:
    """Give the first three months of 2024."""
    return cell("a", value, metric=metric, period="q", start=date(2024, 1, 1), end=MARCH[1])


def test_what_counts_over_a_time_adds_up_over_time() -> None:
    assert left(month(1, 2), month(2, 9), month(3, 20), quarter(31)) == [None, None, 20, 31]


def test_what_is_open_at_a_time_does_not() -> None:
    months = [month(at, value, metric=METRIC) for at, value in ((1, 2), (2, 9), (3, 20))]
    assert left(*months, quarter(31, METRIC)) == [None, 9, 20, 31]


def test_a_quarter_is_kept_back_that_would_tell_a_month_hidden_before() -> None:
    held = (
        month(1, None, state=State.HIDDEN),
        month(2, 9, state=State.SEEN),
        month(3, 20, state=State.SEEN),
    )
    assert left(quarter(31), *held)[0] is None
    two = month(2, None, state=State.HIDDEN)
    assert left(quarter(31), held[0], two, held[2])[0] == 31


def test_what_was_hidden_stays_hidden_whatever_it_is_by_now() -> None:
    for value in (0, 2, 40):
        held = cell("a", value, state=State.HIDDEN)
        assert left(held, cell("b", 9), cell("", 9 + value))[0] is None


def test_what_people_have_seen_is_hidden_only_where_nothing_else_is_left() -> None:
    seen = cell("b", 9, state=State.SEEN)
    assert left(cell("a", 2), seen, cell("c", 20), cell("", 31)) == [None, 9, None, 31]
    total = cell("", 11, state=State.SEEN)
    assert left(cell("a", 2), seen, total) == [None, None, 11]


def test_what_is_public_stays_and_is_reckoned_with() -> None:
    public = cell("a", 2, state=State.PUBLIC)
    assert left(public, cell("b", 3)) == [2, None]
    assert left(cell("a", 2), cell("b", 9, state=State.PUBLIC), cell("", 11)) == [None, 9, None]


def test_half_days_are_small_too() -> None:
    assert left(cell("a", 0.5), cell("b", 9.5), cell("", 10)) == [None, None, 10]


@pytest.mark.parametrize(
    ("top", "bottom", "shown"), [(9, 40, True), (3, 40, False), (9, 4, False), (None, None, True)]
)
def test_rates_on_few_people_or_of_few_go(
    top: float | None, bottom: float | None, *, shown: bool
) -> None:
    rate = cell("a", 22.5, metric="sickness_rate", unit="%", numerator=top, denominator=bottom)
    assert (left(rate) == [22.5]) is shown


def test_rates_of_what_is_hidden_go_by_formula_and_by_number() -> None:
    days = cell("a", 3, metric="days", unit="days")
    rate = cell("a", 1.5, metric="sickness_rate", unit="%")
    other = cell("a", 7.5, metric="other_rate", unit="%", numerator=3, denominator=40)
    elsewhere = cell("b", 7.5, metric="other_rate", unit="%", numerator=30, denominator=400)
    assert left(days, rate, other, elsewhere) == [None, None, None, 7.5]


def test_a_rate_without_parts_goes_where_few_people_are_told_beside_it() -> None:
    rate = cell("a", 8.0, metric="sickness_rate", unit="%")
    few = cell("a", 4, metric="headcount", unit="people", state=State.PUBLIC)
    assert left(rate, few) == [None, 4]
    assert left(rate, few._replace(value=40)) == [8.0, 40]


def test_a_change_would_tell_and_a_target_is_about_nobody() -> None:
    small = cell("a", 2)
    assert left(small, small._replace(kind=Kind.CHANGE, value=-1)) == [None, None]
    assert left(small, small._replace(kind=Kind.TARGET, value=1)) == [None, 1]


def test_nothing_is_hidden_without_a_rule() -> None:
    assert kept_back([cell("a", 2)], SHAPE, lambda _: None) == Kept()
