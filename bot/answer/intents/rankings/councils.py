"""Rankings of councils: where one stands among all, or the first few of all."""

from dataclasses import replace

from bot.answer.councils.peers import Peers, peers_at
from bot.answer.councils.standing import standing_of
from bot.answer.held.facts import Facts
from bot.answer.honesty.caveats import caveats_of
from bot.answer.intents.rankings.order import in_order
from bot.answer.understood import understood
from bot.answer.values import Answer, Figure, Outcome
from bot.query.query import Dimension, Intent, Query


def council_ranking(query: Query, facts: Facts) -> Answer | None:
    """The ranking by figures released of all councils; None where too few have been."""
    period = query.periods[0] if query.periods else None
    for metric in query.metrics[0] if len(query.metrics) == 1 else ():
        peers = peers_at(metric, period, facts)
        if peers:
            return _answer(query, _within(query, peers, facts), facts)
    return None


def is_of_councils(query: Query, facts: Facts) -> bool:
    """Whether councils are ranked: asked for by name, or by the region or nation they lie in."""
    kinds = {facts.directory.kinds.get(key) for choice in query.places for key in choice}
    return query.by is Dimension.ORGANISATION or (bool(kinds) and kinds <= {"region", "nation"})


def _within(query: Query, peers: Peers, facts: Facts) -> Peers:
    """The councils of the regions that are named; where none is, all."""
    known = facts.directory.organisations
    named = {key for choice in query.places for key in choice if key in known}
    regions = {key for key in named if known[key].kind == "region"}
    # London's councils lie in Inner and Outer London, and those in London.
    regions |= {key for key, one in known.items() if one.kind == "region" and one.region in regions}
    if not regions:
        return peers
    return Peers(
        tuple(one for one in peers.figures if known[one.organisation.key].region in regions)
    )


def _answer(query: Query, peers: Peers, facts: Facts) -> Answer | None:
    if query.limit is None and (council := _one_council(query, facts)):
        own = peers.of(council)
        return _standing(query, own, peers, facts) if own else None
    return _first(query, peers, facts)


def _one_council(query: Query, facts: Facts) -> str:
    """The council whose place is asked for, where the question names one and no team."""
    keys = [key for choice in query.places for key in choice]
    is_one = len(keys) == 1 and facts.directory.kinds.get(keys[0]) == "council"
    return keys[0] if is_one else ""


def _standing(query: Query, own: Figure, peers: Peers, facts: Facts) -> Answer | None:
    standing = standing_of(own, peers)
    if standing is None:
        return None
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(replace(query, intent=Intent.FIGURE, by=None, order=None), (own,), facts),
        figures=(own,),
        standings=(standing,),
        caveats=caveats_of((own,), facts),
    )


def _first(query: Query, peers: Peers, facts: Facts) -> Answer | None:
    ranked = in_order(peers.ranked, query)
    if not ranked:
        return None
    return Answer(
        query,
        Outcome.ANSWERED,
        understood(query, (), facts),
        figures=tuple(ranked),
        apart=peers.apart,
        caveats=caveats_of(ranked, facts),
    )
