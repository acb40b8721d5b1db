"""A figure, or several side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.held.cells import Cell, cells_of, held_lines, picked
from bot.answer.held.facts import Facts
from bot.answer.held.lines import Line
from bot.answer.held.periods import is_stretch
from bot.answer.honesty.caveats import caveats_of
from bot.answer.intents.change import change_between
from bot.answer.nothing import nothing_held
from bot.answer.understood import understood
from bot.answer.values import Answer, Change, Figure, NoFigures, Outcome
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
        valued = [some for _, some in self.lines if some]
        return len(valued) == 1 and self.period is not None and is_stretch(self.period)


def find(query: Query, facts: Facts) -> list[Found]:
    """What is held for each cell and period of a query, in the order asked."""
    return [
        _find(cell, period, held_lines(cell, query, facts), facts)
        for cell in cells_of(query)
        for period in query.periods or (None,)
    ]


def _find(cell: Cell, period: Period | None, lines: Sequence[Line], facts: Facts) -> Found:
    picks = [(line, tuple(picked(line, period, facts))) for line in lines]
    return Found(cell, period, tuple((line, some) for line, some in picks if some))


def figure_answer(query: Query, facts: Facts) -> Answer | NoFigures:
    """The figures of a query; several readings are options, a missing part is said.

    Things compared must all be held; metrics asked together are told as far as they are.
    """
    found = find(query, facts)
    missing = [one for one in found if not one.figures]
    if len(missing) == len(found) or (missing and len(query.metrics) == 1):
        return nothing_held(query, found, facts)
    held = [one for one in found if one.figures]
    figures = tuple(dict.fromkeys(figure for one in held for figure in one.figures))
    sure = all(len(one.figures) == 1 or one.is_stretch for one in held)
    outcome = Outcome.ANSWERED if sure else Outcome.AMBIGUOUS
    return Answer(
        query,
        outcome,
        understood(query, figures, facts),
        figures=figures if sure else (),
        options=() if sure else figures,
        changes=_changes(held) if sure else (),
        caveats=caveats_of(figures, facts),
        missing=tuple(_missing(one, facts) for one in missing),
    )


def _changes(held: Sequence[Found]) -> tuple[Change, ...]:
    """The change over a stretch of time, or between two periods asked side by side."""
    if len(held) == 1 and held[0].is_stretch and len(held[0].figures) > 1:
        figures = held[0].figures
        return (change_between(figures[0], figures[-1], figures),)
    two = [one.figures[0] for one in held if len(one.figures) == 1]
    if len(held) == 2 == len(two) and held[0].cell == held[1].cell:  # noqa: PLR2004 - two ends
        return (change_between(two[0], two[1], tuple(two)),)
    return ()


def _missing(found: Found, facts: Facts) -> str:
    return facts.directory.metrics[found.cell.metric[0]].name
