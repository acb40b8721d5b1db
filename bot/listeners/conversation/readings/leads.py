"""Where an answer leads on to: its trend, the others beside it; only where that shows more."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from bot.answer.answer import answer
from bot.answer.held.facts import Facts
from bot.answer.values import Answer, Result
from bot.pipeline import Muster
from bot.query.query import Dimension, Intent, NotUnderstood, Order, Query
from bot.reply.slack.buttons import Press


def trend_of(query: Query) -> Query:
    """All that is held of it, by month."""
    return replace(
        query, intent=Intent.SERIES, periods=(), by=Dimension.MONTH, against=None, conditions=()
    )


def beside_others(query: Query) -> Query:
    """A ranking of the teams beside the one asked about."""
    councils = dict.fromkeys(key.partition("/")[0] for choice in query.places for key in choice)
    return replace(
        query,
        intent=Intent.RANK,
        by=Dimension.TEAM,
        order=Order.HIGHEST,
        places=tuple((council,) for council in councils),
        against=None,
        conditions=(),
    )


_MOST_KEPT = 2_000

LEADS: dict[Press, Callable[[Query], Query]] = {
    Press.TREND: trend_of,
    Press.COMPARE: beside_others,
}


class Leads:
    """The buttons that would show a figure which an answer does not show already.

    What was found is kept for the next who asks the same, until something is loaded.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[int, date, Query], tuple[Press, ...]] = {}

    def of(self, muster: Muster, today: date, result: Result | NotUnderstood) -> tuple[Press, ...]:
        """The buttons under an answer."""
        if not isinstance(result, Answer) or not result.query.metrics:
            return ()
        key = muster.generation, today, result.query
        if key not in self._found:
            with muster.looking(today) as (_, facts):
                found = tuple(_leads(result, facts))
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[key] = found
        return self._found[key]


def _leads(result: Answer, facts: Facts) -> Iterator[Press]:
    told = set(_told(result))
    for press, lead in LEADS.items():
        if not told.issuperset(_told(answer(lead(result.query), facts))):
            yield press


def _told(result: Result) -> Iterator[int]:
    """The ids of all figures that an answer shows."""
    if isinstance(result, Answer):
        yield from (one.id for one in (*result.figures, *result.options))
        for change in result.changes:
            yield from (one.id for one in (change.start, *change.between, change.end))
