"""What a follow-up asks when it only changes a slot, and what it lets go of."""

from dataclasses import replace

from bot.query.query import Dimension, Intent, Query, Slot
from bot.question.frame.slots.places import councils_of
from bot.question.lexicon import Lexicon

_CONTINUED = frozenset({Intent.CHANGE, Intent.SERIES, Intent.BENCHMARK, Intent.RANK, Intent.LIST})


def continued(query: Query, inherited: frozenset[Slot], thread: Query) -> Query:
    """A follow-up that only changes a slot asks the same thing again: the ranking, for managers.

    One that names its own period asks for that period's figure. A new order ranks what was ranked.
    """
    if Slot.METRIC not in inherited:
        return query
    if query.intent is Intent.RANK and thread.by and not query.places:
        return replace(query, by=thread.by)
    if query.intent is Intent.RANK and thread.by and query.places == thread.places:
        return replace(query, by=thread.by)
    if query.intent is not Intent.FIGURE or thread.intent not in _CONTINUED or query.kind:
        return query
    if Slot.PERIOD not in inherited and query.periods:
        return query
    return replace(
        query,
        intent=thread.intent,
        against=thread.against,
        by=thread.by,
        order=thread.order,
        limit=thread.limit,
        conditions=query.conditions or thread.conditions,
    )


def widened(query: Query, lexicon: Lexicon) -> Query:
    """A ranking or list without the thread's own place in it: "and which team is lowest?".

    What a question goes over, it goes over whole: teams within the council, months of the series.
    """
    if query.intent not in {Intent.RANK, Intent.LIST, Intent.SERIES}:
        return query
    by = Dimension.MONTH if query.intent is Intent.SERIES else query.by
    if by is Dimension.MONTH and Slot.PERIOD in query.inherited:
        return replace(query, periods=())
    if by is Dimension.ROLE_GROUP and Slot.ROLE_GROUP in query.inherited:
        return replace(query, role_groups=())
    if Slot.PLACE not in query.inherited:
        return query
    if by is Dimension.ORGANISATION:
        return replace(query, places=())
    small = all(lexicon.directory.is_smallest(choice[0]) for choice in query.places)
    is_team = by is Dimension.TEAM and small
    return replace(query, places=councils_of(query.places)) if is_team else query
