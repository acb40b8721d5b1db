"""What a ranking's winner leaves to the next question of its thread."""

from dataclasses import replace

from bot.answer.values import Answer, Figure
from bot.query.period import Month
from bot.query.query import Dimension, Intent, Query


def won(query: Query, answer: Answer) -> Query:
    """The query about the one team or month that came first, where one alone did."""
    if query.intent is not Intent.RANK or query.limit != 1 or len(answer.figures) != 1:
        return query
    first = answer.figures[0]
    if query.by is Dimension.TEAM and first.team:
        return replace(query, places=((first.team.key,),))
    if query.by is Dimension.MONTH and (month := _month(first)):
        return replace(query, periods=(month,))
    return query


def _month(figure: Figure) -> Month | None:
    end = figure.period.end
    dated = end is not None and figure.period.type in {"month", "day"}
    return Month(end.month, end.year) if end and dated else None
