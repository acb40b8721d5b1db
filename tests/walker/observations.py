"""Every observation of a store, each with the query by which a person would ask for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.answer.held.facts import Facts
from bot.answer.values import Figure
from bot.cli.samples.held import query_of
from bot.query.directory import Directory
from bot.query.query import Query
from db.reader import Reader


@dataclass(frozen=True, slots=True)
class Held:
    """One observation and the query that asks for it."""

    figure: Figure
    query: Query


def every_observation(reader: Reader, directory: Directory) -> Iterator[Held]:
    """The observations of all series, oldest first within each."""
    facts = Facts(reader, directory, date.max)
    for figures in facts.figures(facts.series(directory.metrics)).values():
        for figure in figures:
            yield Held(figure, query_of(figure, facts))
