"""The figures to rank or list: by team, month, role group or council."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.answer.held.cells import Cell, cells_of, held_lines, inside, kinds_of, picked
from bot.answer.held.facts import Facts
from bot.answer.held.lines import (
    Line,
    lines_of,
    narrowest_roles,
    widest,
    widest_roles,
)
from bot.answer.values import Figure
from bot.query.query import Choice, Dimension, Query, Slot

_ENDS = 2
"""Points of a line that has no months between its first and its last."""
_BESIDE = frozenset({Dimension.MONTH, Dimension.ORGANISATION})
_POINT_TYPES = frozenset({"day", "month", "each_month"})


def rows_of(query: Query, facts: Facts) -> list[list[Figure]]:
    """The rows to rank or list: one, or one for each group of people counted apart."""
    return [row for cell in cells_of(query) for row in _of_cell(cell, query, facts)]


def _of_cell(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    if cell.place is None and query.by in _BESIDE and _all_count(cell, facts):
        return _of_all_metrics(cell, query, facts)
    hidden: list[list[Figure]] = []
    for metric in cell.metric:
        one = Cell((metric,), cell.place, cell.role_group)
        rows = _BY[query.by or Dimension.TEAM](one, query, facts)
        if any(figure.value is not None for row in rows for figure in row):
            return rows
        hidden += [row for row in rows if any(one.status == "suppressed" for one in row)]
    return hidden


def _all_count(cell: Cell, facts: Facts) -> bool:
    """Whether several metrics count one thing, each council in its own way: posts or FTE."""
    facets = facts.directory.facets
    return len(cell.metric) > 1 and all("count" in facets[key] for key in cell.metric)


def _of_all_metrics(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    """The rows of every metric: councils side by side, or the months of whoever has months."""
    each = [Cell((metric,), cell.place, cell.role_group) for metric in cell.metric]
    rows = [row for one in each for row in _BY[query.by or Dimension.TEAM](one, query, facts)]
    if query.by is Dimension.ORGANISATION:
        return [[figure for row in rows for figure in row]]
    return [row for row in rows if len(row) > _ENDS] or rows


def _by_team(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    lines = _level(_of_group(_inside(cell, query, facts), cell), cell, facts)
    if Slot.PLACE in query.inherited and cell.place and not _several_places(lines):
        cell = replace(cell, place=_councils_of(cell.place))
        lines = _level(_of_group(_inside(cell, query, facts), cell), cell, facts)
    if not _several_places(lines):
        return _beside_others(cell, query, facts)
    return _apart_by_role(lines, cell, query, facts)


def _several_places(lines: Sequence[Line]) -> bool:
    return len({line.place for line in lines}) > 1


def _councils_of(places: Sequence[str]) -> Choice:
    """The councils of places: what a thread's team gives way to where it has no teams itself."""
    return tuple(dict.fromkeys(key.partition("/")[0] for key in places))


def _beside_others(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    """What a lone place is held against where it has no teams: its groups of people, or months."""
    lines = _level(_inside(cell, query, facts), cell, facts)
    groups = {line.role_group for line in narrowest_roles(lines, facts.directory)}
    if query.conditions or query.order is None or len(groups) > _ENDS:
        return _by_role(cell, query, facts)
    return _by_month(cell, query, facts)


def _inside(cell: Cell, query: Query, facts: Facts) -> Sequence[Line]:
    """Every line of the kinds wanted in the places asked about, councils by default."""
    series = facts.series(cell.metric)
    kinds = kinds_of(query, facts, series)[0]
    councils = [
        one
        for one in series
        if one.kind in kinds and facts.directory.organisations[one.organisation].kind == "council"
    ]
    lines = lines_of(facts, councils)
    if cell.place is None:
        return lines
    return [
        line
        for line in lines
        if any(line.place == key or inside(line.place, key, facts) for key in cell.place)
    ]


def _level(lines: Sequence[Line], cell: Cell, facts: Facts) -> list[Line]:
    """For each council the widest teams under the places asked about that there are several of.

    A whole that stands alone (the council, "All four services") gives way to its parts.
    """
    named = set(cell.place or ())
    teams = [line for line in lines if line.place not in named and "/" in line.place]
    return [one for rest in _by_council(teams).values() for one in _several(rest, facts)]


def _of_group(lines: Sequence[Line], cell: Cell) -> Sequence[Line]:
    """The lines of the first group asked about that any of them counts."""
    counted = {line.role_group for line in lines}
    wanted = next((key for key in cell.role_group or () if key in counted), None)
    return lines if cell.role_group is None else [one for one in lines if one.role_group == wanted]


def _several(lines: list[Line], facts: Facts) -> list[Line]:
    """The widest level of a council's lines at which several teams stand side by side."""
    level = widest(lines, facts.directory)
    rest = [line for line in lines if line not in level]
    alone = len({line.place for line in level}) == 1
    return _several(rest, facts) if alone and rest else level


def _apart_by_role(
    lines: Sequence[Line], cell: Cell, query: Query, facts: Facts
) -> list[list[Figure]]:
    """Rows of lines, one for each role group that is counted apart from the others."""
    chosen = lines if cell.role_group else widest_roles(lines, facts.directory)
    rows: dict[str, list[Figure]] = {}
    for line in chosen:
        rows.setdefault(line.role_group, []).extend(_single(line, query, facts))
    if len(rows) < len(chosen):
        return list(rows.values())
    return [[figure for row in rows.values() for figure in row]]  # each team counts its own group


def _single(line: Line, query: Query, facts: Facts) -> list[Figure]:
    """The one figure of a line at the period asked, the last where several would do."""
    return picked(line, query.periods[0] if query.periods else None, facts)[-1:]


def _by_month(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    """The points in time of each line the cell means, within the period asked."""
    period = query.periods[0] if query.periods else None
    rows = []
    for line in held_lines(cell, query, facts):
        figures = list(line.figures) if period is None else picked(line, period, facts)
        points = [one for one in figures if one.period.type in _POINT_TYPES]
        rows.append(points or figures)
    several = [row for row in rows if len(row) > _ENDS]
    return several or [row for row in rows if row]


def _by_role(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    """The role groups counted at the places asked, without those that sum others."""
    lines = _inside(Cell(cell.metric, cell.place, None), query, facts)
    if cell.role_group:
        wider = facts.directory.wider_roles
        lines = [
            line
            for line in lines
            if line.role_group in cell.role_group
            or set(cell.role_group) & wider.get(line.role_group, frozenset())
        ]
    parts = narrowest_roles(lines, facts.directory)
    figures = [figure for line in parts for figure in _single(line, query, facts)]
    return [_once_each(figures)]


def _once_each(figures: Sequence[Figure]) -> list[Figure]:
    """Each group once where it is counted over several times: over the one most are counted at."""
    shared = Counter(one.period.key for one in figures)
    best: dict[str, int] = {}
    for one in figures:
        times = shared[one.period.key]
        best[one.role_group.key] = max(times, best.get(one.role_group.key, 0))
    return [one for one in figures if shared[one.period.key] == best[one.role_group.key]]


def _by_organisation(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    """Each council's own figure, of every role group it counts as a whole."""
    lines = held_lines(Cell(cell.metric, cell.place, cell.role_group), query, facts)
    councils = [
        line for line in lines if facts.directory.organisations[line.organisation].kind == "council"
    ]
    wholes = _one_each(_wholes(widest(councils, facts.directory)))
    return [[figure for line in wholes for figure in _single(line, query, facts)]]


def _wholes(lines: Sequence[Line]) -> list[Line]:
    """The lines of councils as wholes; one that is held by its services alone is none."""
    return [
        line
        for own in _by_council(lines).values()
        if len({line.place for line in own}) == 1
        for line in own
    ]


def _one_each(lines: Sequence[Line]) -> list[Line]:
    """One group of people for each council: the one most councils count."""
    counted = Counter(line.role_group for line in lines)
    return [
        max(own, key=lambda line: counted[line.role_group]) for own in _by_council(lines).values()
    ]


def _by_council(lines: Sequence[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.organisation, []).append(line)
    return found


_BY = {
    Dimension.TEAM: _by_team,
    Dimension.MONTH: _by_month,
    Dimension.ROLE_GROUP: _by_role,
    Dimension.ORGANISATION: _by_organisation,
}
