"""How the figures of a ranking are sorted and cut."""

from collections.abc import Sequence

from bot.answer.values import Figure
from bot.query.query import Order, Query
from db.catalogue import Direction


def in_order(row: Sequence[Figure], query: Query) -> list[Figure]:
    """A row in order, cut at the limit; whoever ties with the last one kept is kept too."""
    valued = [one for one in row if one.meets(query.conditions)]
    if not valued:
        return []
    falling = is_falling(query.order or Order.HIGHEST, valued[0])
    valued.sort(key=lambda one: one.value or 0.0, reverse=falling)
    if query.limit is None or query.limit >= len(valued):
        return valued
    last = valued[query.limit - 1].value
    return [one for at, one in enumerate(valued) if at < query.limit or one.value == last]


def is_falling(order: Order, figure: Figure) -> bool:
    """Whether the highest comes first: the worst agency rate is the highest, for less is better."""
    if order in {Order.HIGHEST, Order.LOWEST}:
        return order is Order.HIGHEST
    less_is_better = figure.direction == Direction.DECREASE
    return less_is_better if order is Order.WORST else not less_is_better
