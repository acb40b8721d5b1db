"""Which cells of a table are the sum of which: by teams, by groups of people and over time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from seed.disclosure.cells import Cell, Shape, State
from seed.disclosure.table import ROUNDING, Key, Sum, Table

_REST = "(rest)"
"""What a total holds beyond the parts that are named."""

_Above = Callable[[str, str], str | None]


def table_of(cells: Mapping[Key, Cell], shape: Shape, *, flow: bool) -> Table:
    """The counts of one metric and organisation, with every sum that they stand in.

    Only what counts over a time adds up over time: three months' open cases are no quarter's.
    """
    counts = {key: cell.value for key, cell in cells.items() if cell.value is not None}
    unknown = frozenset(cells) - counts.keys()
    sums: list[Sum] = []
    rests: set[Key] = set()
    for total, parts in dict.fromkeys(_all(cells, shape, flow=flow)):
        if not parts or total not in cells:
            continue
        if unknown.intersection((total, *parts)):
            sums.append(Sum(total, parts))
            continue
        rest = counts[total] - sum(counts[key] for key in parts)
        if rest < -ROUNDING:
            continue
        more = [(*total, _REST, str(len(rests)))] if rest > ROUNDING else []
        counts |= dict.fromkeys(more, rest)
        rests |= {*more}
        sums.append(Sum(total, (*parts, *more)))
    return Table(
        counts,
        tuple(sums),
        shown=_in(cells, State.SEEN, State.PUBLIC),
        public=_in(cells, State.PUBLIC),
        kept=(_in(cells, State.HIDDEN) - unknown) | rests,
        unknown=unknown,
    )


def _in(cells: Mapping[Key, Cell], *states: State) -> frozenset[Key]:
    return frozenset(key for key, cell in cells.items() if cell.state in states)


def _all(
    cells: Mapping[Key, Cell], shape: Shape, *, flow: bool
) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    levels = dict(_levels(cells, lambda place, of: _above(place, of, shape), at=0))
    yield from levels.items()
    yield from _covered(cells, shape, levels)
    for total, parts in _levels(cells, lambda role, _: shape.role_groups.get(role), at=1):
        yield total, parts
        # Women and men make all staff, whoever else is counted beside them.
        yield from (
            (total, pair)
            for pair in combinations(parts, 2)
            if len(parts) > 2 and _make(cells, total, pair)  # noqa: PLR2004 - a pair is all
        )
    if flow:
        yield from _over_time(cells)


def _above(place: str, organisation: str, shape: Shape) -> str | None:
    """What a team is part of; the organisation holds the teams that no other holds.

    A printed total stands beside the tree, else its teams would be counted twice.
    """
    if place not in shape.teams or place in shape.covers:
        return None
    return shape.teams[place] or organisation


def _levels(
    cells: Mapping[Key, Cell], above: _Above, at: int
) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Each cell with those next below it in a tree; levels that are not there are skipped."""
    parts: dict[Key, list[Key]] = defaultdict(list)
    for key, cell in cells.items():
        name = above(key[at], cell.organisation)
        while name is not None and (*key[:at], name, *key[at + 1 :]) not in cells:
            name = above(name, cell.organisation)
        if name is not None:
            parts[(*key[:at], name, *key[at + 1 :])].append(key)
    yield from ((total, tuple(found)) for total, found in parts.items())


def _covered(
    cells: Mapping[Key, Cell], shape: Shape, levels: Mapping[Key, tuple[Key, ...]]
) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Each printed total with the teams it covers, and the whole it is a part of beside others."""
    for key, cell in cells.items():
        covered = {(team, *key[1:]) for team in shape.covers.get(key[0], ())}
        if not covered:
            continue
        yield key, tuple(part for part in cells if part in covered)
        name = shape.teams.get(key[0]) or cell.organisation
        while (name, *key[1:]) not in cells and (above := _above(name, cell.organisation, shape)):
            name = above
        whole = (name, *key[1:])
        yield whole, (key, *(part for part in levels.get(whole, ()) if part not in covered))


def _make(cells: Mapping[Key, Cell], total: Key, parts: Sequence[Key]) -> bool:
    values = [cells[key].value for key in (total, *parts)]
    whole, *rest = [value for value in values if value is not None]
    return len(rest) == len(parts) and abs(whole - sum(rest)) <= ROUNDING


def _over_time(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Each cell with the longest times that lie in its own, one after the other."""
    same: dict[tuple[str, ...], list[tuple[Key, Cell]]] = defaultdict(list)
    for key, cell in cells.items():
        if cell.start and cell.end:
            same[key[0], key[1], key[3]].append((key, cell))
    for found in same.values():
        found.sort(key=lambda one: (one[1].start, -_days(one[1])))
        for total, cell in found:
            if parts := tuple(_tiles(cell, found)):
                yield total, parts


def _tiles(whole: Cell, found: Iterable[tuple[Key, Cell]]) -> Iterator[Key]:
    free = whole.start
    for key, cell in found:
        if cell.start and cell.end and whole.end and free and _is_within(cell, whole):
            if cell.start < free:
                continue
            free = cell.end + timedelta(days=1)
            yield key


def _is_within(cell: Cell, whole: Cell) -> bool:
    if not (cell.start and cell.end and whole.start and whole.end):
        return False
    shorter = _days(cell) < _days(whole)
    return shorter and whole.start <= cell.start and cell.end <= whole.end


def _days(cell: Cell) -> int:
    return (cell.end - cell.start).days if cell.start and cell.end else 0
