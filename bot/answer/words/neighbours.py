"""Who a council's statistical neighbours are, by each model that is held."""

from collections.abc import Iterator, Sequence

from bot.answer.councils.neighbours import models_of
from bot.answer.held.facts import Facts
from bot.answer.understood import asked
from bot.answer.values import Explained, Outcome
from bot.query.query import Query
from db.reads import NeighbourRow


def neighbours(query: Query, facts: Facts) -> Explained:
    """The names, closest first, newest model first."""
    councils = dict.fromkeys(key.partition("/")[0] for choice in query.places for key in choice)
    lines = [line for council in councils for line in _lines(council, facts)]
    return Explained(query, Outcome.DEFINITION, asked(query, facts), tuple(lines))


def _lines(council: str, facts: Facts) -> Iterator[str]:
    name = facts.directory.organisations[council].short_name
    models = models_of(council, facts)
    if not models:
        yield f"I hold no statistical neighbours of {name}."
    for model, rows in models.items():
        yield f"Statistical neighbours of {name}, {model} model, closest first: {_named(rows)}."


def _named(rows: Sequence[NeighbourRow]) -> str:
    return ", ".join(row.neighbour_name for row in rows)
