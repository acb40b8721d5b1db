"""What is held for each part of a query."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer.held.cells import (
    ANY_SOURCE,
    PAPERS,
    RELEASED,
    Cell,
    cells_of,
    held_lines,
    picked,
)
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line
from bot.answer.held.periods import is_stretch
from bot.answer.values import Figure
from bot.query.period import Period
from bot.query.query import Query


@dataclass(frozen=True, slots=True)
class Found:
    """What is held for one cell at one period: the lines and the figures picked from each."""

    cell: Cell
    period: Period | None
    lines: tuple[tuple[Line, tuple[Figure, ...]], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures with a value."""
        return tuple(one for _, some in self.lines for one in some if one.value is not None)

    @property
    def blanks(self) -> tuple[Figure, ...]:
        """All figures without one: blank, suppressed, not stated."""
        return tuple(one for _, some in self.lines for one in some if one.value is None)

    @property
    def is_stretch(self) -> bool:
        """Whether it is one line over a stretch of time: its points in order, not readings."""
        return len(self.lines) == 1 and self.period is not None and is_stretch(self.period)

    @property
    def is_several(self) -> bool:
        """Whether it is a stretch of time with several points."""
        return self.is_stretch and len(self.figures) > 1


def find(query: Query, facts: Facts) -> list[Found]:
    """What is held for each cell and period of a query, in the order asked."""
    return [
        _find(cell, period, query, facts)
        for cell in cells_of(query)
        for period in query.periods or (None,)
    ]


def valued(found: Sequence[Found]) -> tuple[Figure, ...]:
    """All figures found that have a value, each once."""
    return tuple(dict.fromkeys(one for part in found for one in part.figures))


def _find(cell: Cell, period: Period | None, query: Query, facts: Facts) -> Found:
    """What a cell's metrics hold together; where that is nothing at this time, each in turn.

    And where a council's own papers hold nothing of it, what was released of all councils.
    """
    found = _picked(cell, period, query, facts)
    if found.figures or period is None:
        return found
    each = [replace(cell, metric=(one,)) for one in cell.metric]
    choices = ((one, sources) for sources in (PAPERS, RELEASED) for one in (cell, *each))
    others = (_picked(one, period, query, facts, sources) for one, sources in choices)
    return next((one for one in others if one.figures), found)


def _picked(
    cell: Cell,
    period: Period | None,
    query: Query,
    facts: Facts,
    sources: Sequence[bool] = ANY_SOURCE,
) -> Found:
    lines = held_lines(cell, query, facts, sources)
    picks = [(line, tuple(picked(line, period, facts))) for line in lines]
    return Found(cell, period, tuple((line, some) for line, some in picks if some))
