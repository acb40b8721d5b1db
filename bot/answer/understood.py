"""What was understood, in the words of the figures found: the first line of trust."""

from collections.abc import Sequence

from bot.answer.dates import say_held
from bot.answer.held.facts import Facts
from bot.answer.values import Figure
from bot.query.describe import describe
from bot.query.query import Query


def understood(query: Query, figures: Sequence[Figure], facts: Facts) -> str:
    """One figure's metric, group, place and date; for several, the query in its own words."""
    if len(figures) == 1:
        return label(figures[0], facts)
    return describe(query, facts.directory.names)


def label(figure: Figure, facts: Facts) -> str:
    """A figure in full: "Agency rate, social workers, Assessment, Devon, 31 March 2024"."""
    place = figure.team.key if figure.team else figure.organisation.key
    parts = [
        figure.metric.name,
        figure.role_group.name.lower(),
        facts.directory.names.place(place),
        figure.period.label if figure.period.type == "undated" else say_held(figure.period),
        figure.qualifier,
    ]
    return ", ".join(part for part in parts if part)
