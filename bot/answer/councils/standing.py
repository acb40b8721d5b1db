"""Where a council's figure stands among all councils."""

from bot.answer.councils.peers import Peers
from bot.answer.values import Figure, Standing
from bot.statistics.positions import quantiles_of, quartile_bounds, rank
from db.catalogue import Direction

_QUARTERS = 4


def standing_of(figure: Figure, peers: Peers) -> Standing | None:
    """The rank from the better end, or from the lowest; None where it is not ranked."""
    ranked = peers.ranked
    values = [one.value for one in ranked]
    if figure.value is None or figure not in ranked:
        return None
    lowest = figure.direction != Direction.INCREASE
    place = rank(figure.value, values, highest_first=not lowest)
    bounds = quartile_bounds(values)
    quartile = quantiles_of(values, _QUARTERS, invert=False)[ranked.index(figure)]
    if place is None or bounds is None or quartile is None:
        return None
    return Standing(figure, place.rank, place.of, lowest, quartile, bounds, peers.apart)
