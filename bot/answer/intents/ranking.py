"""Rankings and lists over teams, months, role groups or councils."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.held.cells import Cell, cells_of, held_lines, kinds_of, picked
from bot.answer.held.facts import Facts
from bot.answer.held.lines import (
    Line,
    lines_of,
    narrowest_roles,
    widest,
    widest_roles,
)
from bot.answer.honesty.caveats import caveats_of
from bot.answer.intents.change import change_between
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Change, Figure, NoFigures, Outcome
from bot.query.query import Dimension, Order, Query
from db.catalogue import Direction

_POINT_TYPES = frozenset({"day", "month", "each_month"})


def ranking_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures in order, the first few where a limit was asked, ties with the last included.

    Where two groups of people are ranked apart (social workers and managers), each ranking's top is
    a reading.
    """
    rankings = [_ranked(row, query) for row in _rows(query, facts)]
    rankings = [row for row in rankings if row]
    if not rankings:
        return nothing_held(query, (), facts)
    figures = tuple(figure for row in rankings for figure in row)
    sure = len(rankings) == 1
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, (), facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        notes=_blanks(query, facts),
        caveats=caveats_of(figures, facts),
    )


def list_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures of every team (or role, council) that meets the conditions, in source order."""
    rows = [row for row in _rows(query, facts) if row]
    if not rows:
        return nothing_held(query, (), facts)
    kept = [[one for one in row if _meets(one, query)] for row in rows]
    figures = tuple(figure for row in kept for figure in row)
    sure = len(rows) == 1
    none = () if figures else ("None of those held meets the condition.",)
    return Answer(
        query,
        Outcome.ANSWERED if sure or not figures else Outcome.AMBIGUOUS,
        understood(query, (), facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        notes=(*none, *_blanks(query, facts)),
        caveats=caveats_of(figures, facts),
    )


def _meets(figure: Figure, query: Query) -> bool:
    value = figure.value
    return value is not None and all(condition.holds(value) for condition in query.conditions)


def _ranked(row: Sequence[Figure], query: Query) -> list[Figure]:
    """A row in order, cut at the limit; whoever ties with the last one kept is kept too."""
    valued = [one for one in row if one.value is not None and _meets(one, query)]
    if not valued:
        return []
    falling = _falling(query.order or Order.HIGHEST, valued[0])
    valued.sort(key=lambda one: one.value or 0.0, reverse=falling)
    if query.limit is None or query.limit >= len(valued):
        return valued
    last = valued[query.limit - 1].value
    return [one for at, one in enumerate(valued) if at < query.limit or one.value == last]


def _falling(order: Order, figure: Figure) -> bool:
    """Whether the highest comes first: the worst agency rate is the highest, for less is better."""
    if order in {Order.HIGHEST, Order.LOWEST}:
        return order is Order.HIGHEST
    less_is_better = figure.direction == Direction.DECREASE
    return less_is_better if order is Order.WORST else not less_is_better


def _rows(query: Query, facts: Facts) -> list[list[Figure]]:
    """The rows to rank or list: one, or one for each group of people counted apart."""
    return [row for cell in cells_of(query) for row in _of_cell(cell, query, facts)]


def _of_cell(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    for metric in cell.metric:
        one = Cell((metric,), cell.place, cell.role_group)
        rows = _BY[query.by or Dimension.TEAM](one, query, facts)
        if any(figure.value is not None for row in rows for figure in row):
            return rows
    return []


def _by_team(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    lines = _level(_inside(cell, query, facts), cell, facts)
    if len({line.place for line in lines}) < 2:  # noqa: PLR2004 - nothing to hold against
        if query.conditions or query.order is None:
            return _by_role(cell, query, facts)
        return _by_month(cell, query, facts)
    return _apart_by_role(lines, cell, query, facts)


def _inside(cell: Cell, query: Query, facts: Facts) -> list[Line]:
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
    return [line for line in lines if any(_within(line.place, key, facts) for key in cell.place)]


def _level(lines: Sequence[Line], cell: Cell, facts: Facts) -> list[Line]:
    """The widest teams under the places asked about that there are several of.

    A whole that stands alone (the council, "All four services") gives way to its parts.
    """
    named = set(cell.place or ())
    rest = [line for line in lines if line.place not in named and "/" in line.place]
    while rest:
        level = widest(rest, facts.directory)
        if len({line.place for line in level}) > 1 or len(level) == len(rest):
            return level
        rest = [line for line in rest if line not in level]
    return []


def _within(place: str, key: str, facts: Facts) -> bool:
    """Whether a place is the one named or lies in it."""
    if place == key or ("/" not in key and place.partition("/")[0] == key):
        return True
    return key in facts.directory.wider_places.get(place, ())


def _apart_by_role(
    lines: Sequence[Line], cell: Cell, query: Query, facts: Facts
) -> list[list[Figure]]:
    """Rows of lines, one for each role group that is counted apart from the others."""
    if cell.role_group:
        wanted = next(
            (key for key in cell.role_group if any(line.role_group == key for line in lines)), None
        )
        chosen = [line for line in lines if line.role_group == wanted]
    else:
        chosen = widest_roles(lines, facts.directory)
    rows: dict[str, list[Figure]] = {}
    for line in chosen:
        rows.setdefault(line.role_group, []).extend(_single(line, query, facts))
    if len(rows) < len(chosen):
        return list(rows.values())
    return [[figure for row in rows.values() for figure in row]]  # each team counts its own group


def _single(line: Line, query: Query, facts: Facts) -> list[Figure]:
    """The one figure of a line at the period asked; none where several would do."""
    found = picked(line, query.periods[0] if query.periods else None, facts)
    return found if len(found) == 1 else found[-1:]


def _by_month(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    """The points in time of each line the cell means, within the period asked."""
    period = query.periods[0] if query.periods else None
    rows = []
    for line in held_lines(cell, query, facts):
        figures = list(line.figures) if period is None else picked(line, period, facts)
        points = [one for one in figures if one.period.type in _POINT_TYPES]
        rows.append(points or figures)
    return [row for row in rows if row]


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
    return [[figure for line in parts for figure in _single(line, query, facts)]]


def _by_organisation(cell: Cell, query: Query, facts: Facts) -> list[list[Figure]]:
    """Each council's own figure, of every role group it counts as a whole."""
    lines = held_lines(Cell(cell.metric, cell.place, cell.role_group), query, facts)
    councils = [
        line for line in lines if facts.directory.organisations[line.organisation].kind == "council"
    ]
    return [
        [
            figure
            for line in widest(councils, facts.directory)
            for figure in _single(line, query, facts)
        ]
    ]


_BY = {
    Dimension.TEAM: _by_team,
    Dimension.MONTH: _by_month,
    Dimension.ROLE_GROUP: _by_role,
    Dimension.ORGANISATION: _by_organisation,
}


def series_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """Every point in time of a line, in order."""
    rows = [row for row in _rows(replace(query, by=Dimension.MONTH), facts) if row]
    figures = tuple(one for row in rows for one in row if one.value is not None)
    if not figures:
        return nothing_held(query, (), facts)
    sure = len(rows) == len(cells_of(query))
    return Answer(
        query,
        Outcome.ANSWERED if sure else Outcome.AMBIGUOUS,
        understood(query, (), facts),
        figures=figures if sure else (),
        options=() if sure else tuple(row[-1] for row in rows),
        changes=tuple(_over(row) for row in rows if sure and len(_valued(row)) > 1),
        caveats=caveats_of(figures, facts),
    )


def _valued(row: Sequence[Figure]) -> list[Figure]:
    return [one for one in row if one.value is not None]


def _over(row: Sequence[Figure]) -> Change:
    """The change over a series, from its first point to its last."""
    points = _valued(row)
    return change_between(points[0], points[-1])


def _blanks(query: Query, facts: Facts) -> tuple[str, ...]:
    """Teams whose cell the report leaves blank, named so that nobody takes them for zero."""
    blank = [
        figure.team.name
        for row in _rows(query, facts)
        for figure in row
        if figure.value is None and figure.team
    ]
    return (f"Left blank in the report, which is not zero: {', '.join(blank)}.",) if blank else ()
