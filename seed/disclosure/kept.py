"""What of a load is kept back, decided over all its figures and those that are held already."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from db.vocabulary import Kind
from seed.disclosure.cells import Cell, Shape, State
from seed.disclosure.rules import Rule
from seed.disclosure.sums import table_of
from seed.disclosure.suppress import hidden, small
from seed.disclosure.table import Key

RuleOf: TypeAlias = Callable[[str], Rule | None]
"""The rule for a metric by its key; None where nothing of it is hidden."""

PEOPLE = ("headcount", "staff_in_post_fte")
"""Metrics that tell how many people a rate without parts is on."""

_Place: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """The figures to keep back, by their number: small counts, what would tell them, rates."""

    small: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()
    rates: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        """Every one of them."""
        return self.small | self.others | self.rates


def kept_back(cells: Sequence[Cell], shape: Shape, rule_of: RuleOf) -> Kept:
    """Decide which figures are too small to show, or would tell one that is.

    `cells` are those of a load and those that are held, each figure once. What is public stays.
    """
    few: set[int] = set()
    others: set[int] = set()
    gone: dict[tuple[str, _Place], float | None] = {}
    for rule, numbers in _counts(cells, rule_of):
        by_key: dict[Key, list[int]] = defaultdict(list)
        for at in numbers:
            by_key[cells[at].key].append(at)
        flow = cells[numbers[0]].metric in shape.flows
        whole = table_of({key: cells[at[0]] for key, at in by_key.items()}, shape, flow=flow)
        for table in whole.apart():
            tiny = small(table, rule)
            for key in hidden(table, rule) & by_key.keys():
                (few if key in tiny else others).update(by_key[key])
                gone[_of(cells[by_key[key][0]])] = cells[by_key[key][0]].value
    rates = _telling(cells, shape, rule_of, gone)
    public = {at for at, cell in enumerate(cells) if cell.state is State.PUBLIC}
    return Kept(*(frozenset(found - public) for found in (few, others, rates)))


def _counts(cells: Sequence[Cell], rule_of: RuleOf) -> Iterator[tuple[Rule, list[int]]]:
    """The counts of each metric and organisation that has a rule, by number."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, cell in enumerate(cells):
        is_known = cell.value is not None or cell.state is State.HIDDEN
        if cell.kind is Kind.ACTUAL and is_known and not cell.is_average:
            found[cell.metric, cell.organisation].append(at)
    for (metric, _), numbers in found.items():
        if rule := rule_of(metric):
            yield rule, numbers


def _of(cell: Cell) -> tuple[str, _Place]:
    return cell.metric, _place(cell)


def _place(cell: Cell) -> _Place:
    return cell.place, cell.role_group, cell.period


def _telling(
    cells: Sequence[Cell],
    shape: Shape,
    rule_of: RuleOf,
    gone: dict[tuple[str, _Place], float | None],
) -> set[int]:
    """The rates on few people, and the rates and changes that would tell what is hidden."""
    people = _people(cells)
    places: dict[_Place, set[float]] = defaultdict(set)
    for (_, place), value in gone.items():
        if value:
            places[place].add(value)
    changed = {(metric, place[0], place[1]) for metric, place in gone}
    found = set()
    for at, cell in enumerate(cells):
        rule, place = rule_of(cell.metric), _place(cell)
        if cell.kind is Kind.CHANGE:
            tells = (cell.metric, *place[:2]) in changed
        elif cell.kind is not Kind.ACTUAL:
            continue
        else:
            parts = shape.made_of.get(cell.metric, ())
            tells = any((part, place) in gone for part in parts)
            tells = tells or bool(places[place].intersection((cell.numerator, cell.denominator)))
            tells = tells or bool(rule and cell.is_average and _is_on_few(cell, rule, people))
        if tells and cell.value is not None:
            found.add(at)
    return found


def _people(cells: Iterable[Cell]) -> dict[tuple[str, str, date | None], float]:
    """How many people there are at a place on a day, the fewest that are told."""
    found: dict[tuple[str, str, date | None], float] = {}
    for cell in cells:
        if cell.metric in PEOPLE and cell.value is not None and cell.end:
            where = (cell.place, cell.role_group, cell.end)
            found[where] = min(cell.value, found.get(where, cell.value))
    return found


def _is_on_few(cell: Cell, rule: Rule, people: dict[tuple[str, str, date | None], float]) -> bool:
    """Whether a rate is on few people, or of few."""
    if cell.numerator is not None and rule.hides(cell.numerator):
        return True
    beside = people.get((cell.place, cell.role_group, cell.end))
    of = cell.denominator if cell.denominator is not None else beside
    return of is not None and rule.hides_rates_on(of)
