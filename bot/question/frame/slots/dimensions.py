"""What a ranking or list goes over, and how it is sorted."""

from bot.query.query import Dimension, Order
from bot.question.frame.mentions import Mentions

_DIRECT: dict[str, Dimension] = {
    "by_month": Dimension.MONTH,
    "by_role": Dimension.ROLE_GROUP,
    "by_kind": Dimension.ROLE_GROUP,
    "by_organisation": Dimension.ORGANISATION,
    "by_team": Dimension.TEAM,
}
_WORDS: dict[str, Dimension] = {
    "team_word": Dimension.TEAM,
    "organisation_word": Dimension.ORGANISATION,
    "month_word": Dimension.MONTH,
    "role_word": Dimension.ROLE_GROUP,
}
_ORDERS: dict[str, Order] = {
    "descending": Order.HIGHEST,
    "ascending": Order.LOWEST,
    "worst_first": Order.WORST,
    "best_first": Order.BEST,
    "highest": Order.HIGHEST,
    "lowest": Order.LOWEST,
    "worst": Order.WORST,
    "best": Order.BEST,
}
_NAMING = frozenset({*_DIRECT, *_WORDS})
WHOLE_LISTS = ("descending", "ascending", "worst_first", "best_first", "rank")
"""Cues of a ranking from end to end; the others ask for its top alone."""


def names_dimension(mentions: Mentions) -> bool:
    """Whether any word of the question could say what is gone over."""
    return not mentions.cues.keys().isdisjoint(_NAMING)


def dimension_of(mentions: Mentions, *, conditional: bool = False) -> Dimension | None:
    """What is gone over, where the question says so.

    A bare "team" says so only beside "which", "each", an order or a condition (`conditional`): "the
    Assessment team" does not.
    """
    if not names_dimension(mentions):
        return None
    for cue, dimension in _DIRECT.items():
        if cue in mentions.cues:
            return dimension
    if conditional or mentions.has("which", "each", *_ORDERS, "rank"):
        for cue, dimension in _WORDS.items():
            if cue in mentions.cues:
                return dimension
    return None


def order_of(mentions: Mentions) -> Order | None:
    """How the ranking is sorted, where one is asked for."""
    for cue, order in _ORDERS.items():
        if cue in mentions.cues:
            return order
    return Order.HIGHEST if mentions.has("rank") else None
