"""Cells: each combination of metric, place, role group and period that was asked side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line, lines_of, widest, widest_roles
from bot.answer.held.periods import concrete, fitting, latest
from bot.answer.held.series import Series
from bot.answer.values import Figure
from bot.query.period import Period
from bot.query.query import Choice, Kind, Query, Slot

PAPERS, RELEASED = (False,), (True,)
ANY_SOURCE = (*PAPERS, *RELEASED)
"""Where figures are looked for, in this order: a council's own papers, released statistics."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing asked: a metric somewhere for someone; None is whatever is held."""

    metric: Choice
    place: Choice | None
    role_group: Choice | None


def cells_of(query: Query) -> list[Cell]:
    """The cells of a query, in the order asked."""
    return [
        Cell(metric, place, role_group)
        for metric in query.metrics
        for place in query.places or (None,)
        for role_group in query.role_groups or (None,)
    ]


def held_lines(
    cell: Cell, query: Query, facts: Facts, sources: Sequence[bool] = ANY_SOURCE
) -> list[Line]:
    """The lines a cell means, for each organisation those of its first metric that is held.

    A place is its own lines; where it has none, those of the widest parts it has. A role group is
    its own lines; where none is named, the widest groups. A council's own papers come before what
    was released of all councils (`sources`), for it is their words that its managers use.
    """
    found: list[Line] = []
    for organisation in _organisations(cell, facts):
        own = facts.series(cell.metric, (organisation,))
        found.extend(_of_organisation(cell, query, facts, own, sources))
    return found


def _organisations(cell: Cell, facts: Facts) -> list[str]:
    if cell.place:
        return list(dict.fromkeys(key.partition("/")[0] for key in cell.place))
    return list(dict.fromkeys(one.organisation for one in facts.series(cell.metric)))


def _of_organisation(
    cell: Cell, query: Query, facts: Facts, series: Sequence[Series], sources: Sequence[bool]
) -> list[Line]:
    blank: list[Line] = []
    for released in sources:
        for of_kinds in _choices(cell, query, facts, series):
            lines = _placed(cell, query, facts, of_kinds, released=released)
            if any(line.has_values for line in lines):
                return lines
            blank = blank or lines
    return blank


def _choices(
    cell: Cell, query: Query, facts: Facts, series: Sequence[Series]
) -> Iterator[list[Series]]:
    """The series of each metric and kind that may be meant, best first."""
    for metric in cell.metric:
        of_metric = [one for one in series if one.metric == metric]
        for kinds in kinds_of(query, facts, of_metric):
            yield [one for one in of_metric if one.kind in kinds]


def kinds_of(query: Query, facts: Facts, series: Sequence[Series]) -> list[frozenset[str]]:
    """The kinds of figure a query means, best first.

    For a region or a nation the benchmark is what is so. What was planned or forecast is told only
    where nothing actual is held, and says so.
    """
    if query.kind is Kind.BENCHMARK:
        return [frozenset({"benchmark"})]
    if query.kind in {Kind.TARGET, Kind.CHANGE}:
        return [frozenset({str(query.kind)})]
    planned = frozenset({"forecast", "planned"})
    if query.kind is Kind.PLANNED:
        return [planned]
    councils = all(
        facts.directory.organisations[one.organisation].kind == "council" for one in series
    )
    if query.formula == "dfe" or not councils:
        return [frozenset({"actual", "benchmark"})]
    only = frozenset[str]().union(*(facts.kinds(key) for key in {one.metric for one in series}))
    return [frozenset({"actual"}), planned, frozenset({"target"} if only == {"target"} else ())]


def _placed(
    cell: Cell, query: Query, facts: Facts, series: Sequence[Series], *, released: bool
) -> list[Line]:
    series = [one for one in series if query.formula is None or one.formula == query.formula]
    lines = [line for line in lines_of(facts, series) if line.released is released]
    if cell.place is None:
        return _with_role(cell, query, facts, widest(_if_role(cell, lines), facts.directory))
    found: list[Line] = []
    for key in cell.place:
        found.extend(_with_role(cell, query, facts, _at_place(key, _if_role(cell, lines), facts)))
    return found


def _if_role(cell: Cell, lines: list[Line]) -> list[Line]:
    """The lines of the role groups named, before the widest place is sought among them."""
    if cell.role_group is None:
        return lines
    return [line for line in lines if line.role_group in cell.role_group] or lines


def _at_place(key: str, lines: Sequence[Line], facts: Facts) -> list[Line]:
    """The lines at a place; an organisation, or a team without lines, means its widest parts."""
    own = [line for line in lines if line.place == key]
    if own:
        return own
    parts = [line for line in lines if inside(line.place, key, facts)]
    return widest(parts, facts.directory)


def inside(place: str, key: str, facts: Facts) -> bool:
    """Whether a place lies in the one named; an organisation lies in itself."""
    if "/" not in key:
        return place.partition("/")[0] == key
    return key in facts.directory.wider_places.get(place, ())


def _with_role(cell: Cell, query: Query, facts: Facts, lines: list[Line]) -> list[Line]:
    if cell.role_group is None:
        return widest_roles(lines, facts.directory)
    for key in cell.role_group:
        own = [line for line in lines if line.role_group == key]
        if own:
            return own
    parts = [
        line
        for line in lines
        if set(cell.role_group) & facts.directory.wider_roles.get(line.role_group, frozenset())
    ]
    if parts:
        return widest_roles(parts, facts.directory)
    if Slot.ROLE_GROUP in query.inherited:
        return widest_roles(lines, facts.directory)
    return []


def picked(line: Line, period: Period | None, facts: Facts) -> list[Figure]:
    """The figures of a line at a period; its latest ones where no period was asked."""
    if period is None:
        return latest(line.figures)
    asked = concrete(period, line.figures, facts.today)
    return fitting(line.figures, asked, facts.today, facts.directory.events)
