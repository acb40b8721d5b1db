"""The rows of a load with small groups kept back: hidden cells have neither value nor parts.

A row keeps its place and its status, so that "too few people" is said and not "not held".
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from db.catalogue import Team
from db.vocabulary import Status
from db.writes import NewObservation
from seed.disclosure.rules import Rule
from seed.disclosure.suppress import hidden
from seed.disclosure.table import Key, Sum, Table

RuleOf: TypeAlias = Callable[[str], Rule | None]
"""The rule for a metric by its key; None where nothing of it is hidden."""

_REST = "(rest)"
"""What a total holds beyond the teams that a file names."""


def kept_back(
    rows: Sequence[NewObservation], teams: Iterable[Team], rule_of: RuleOf
) -> list[NewObservation]:
    """The rows of a load without what is too small to show, and without what would tell it."""
    hide: set[int] = set()
    parents = {team.key: team.parent for team in teams}
    for rule, numbers in _groups(rows, rule_of):
        counts = {_key(rows[at]): at for at in numbers if _is_count(rows[at])}
        table = _table(
            {key: int(rows[at].get("value") or 0) for key, at in counts.items()}, parents
        )
        cells = hidden(table, rule)
        hide |= {at for key, at in counts.items() if key in cells}
        hide |= {at for at in numbers if _tells(rows[at], rule)}
    told = {(_place(rows[at]), rows[at].get("value")) for at in hide}
    return [
        _without(row) if at in hide or _is_made_of(row, told) else row
        for at, row in enumerate(rows)
    ]


def _groups(rows: Sequence[NewObservation], rule_of: RuleOf) -> Iterator[tuple[Rule, list[int]]]:
    """The rows of each metric, organisation and role group that has a rule, by number."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        series = row["series"]
        found[series.metric, series.organisation, series.role_group].append(at)
    for (metric, _, _), numbers in found.items():
        if rule := rule_of(metric):
            yield rule, numbers


def _key(row: NewObservation) -> Key:
    series = row["series"]
    return (series.team or series.organisation, row["period_key"], row.get("qualifier", ""))


def _is_count(row: NewObservation) -> bool:
    value = row.get("value")
    return value is not None and row["series"].unit != "%" and value == int(value)


def _place(row: NewObservation) -> tuple[str, str]:
    return (row["series"].team or row["series"].organisation, row["period_key"])


def _table(counts: dict[Key, int], parents: Mapping[str, str | None]) -> Table:
    """The counts with the sums that the tree of teams gives, level by level."""
    sums: list[Sum] = []
    for total in list(counts):
        parts = [key for key in counts if key[1:] == total[1:] and _holds(total, key, parents)]
        rest = counts[total] - sum(counts[key] for key in parts)
        if not parts or rest < 0:
            continue
        if rest:
            counts[_rest_of(total)] = rest
            parts.append(_rest_of(total))
        sums.append(Sum(total, tuple(parts)))
    kept = frozenset(key for key in counts if key[0].endswith(_REST))
    return Table(counts, tuple(sums), kept=kept)


def _rest_of(total: Key) -> Key:
    return (f"{total[0]} {_REST}", *total[1:])


def _holds(total: Key, part: Key, parents: Mapping[str, str | None]) -> bool:
    """Whether a place is the next level up from another; an organisation holds its top teams."""
    if part[0] not in parents:
        return False
    parent = parents[part[0]]
    return parent == total[0] if parent else part[0].partition("/")[0] == total[0]


def _tells(row: NewObservation, rule: Rule) -> bool:
    """Whether a rate is on few people, or of few."""
    top, bottom = row.get("numerator"), row.get("denominator")
    few = bottom is not None and rule.hides_rates_on(bottom)
    return few or (top is not None and rule.hides(top))


def _is_made_of(
    row: NewObservation, told: Collection[tuple[tuple[str, str], float | None]]
) -> bool:
    """Whether a rate's parts are those of a hidden cell of its place and time."""
    parts = (row.get("numerator"), row.get("denominator"))
    return any(part is not None and (_place(row), part) in told for part in parts)


def _without(row: NewObservation) -> NewObservation:
    return {
        **row,
        "status": Status.SUPPRESSED,
        "value": None,
        "value_text": "",
        "numerator": None,
        "denominator": None,
        "quote": "",
    }
