"""Statistical neighbours: who they are by which model, and the middle of their figures."""

from collections.abc import Mapping
from dataclasses import replace
from statistics import median

from bot.answer.councils.peers import Peers, peers_beside
from bot.answer.held.facts import Facts
from bot.answer.values import Figure, Name, Neighbours, Provenance
from db.reads import NeighbourRow

_FEWEST = 3
"""Neighbours whose middle says something."""


def models_of(organisation: str, facts: Facts) -> dict[str, list[NeighbourRow]]:
    """The neighbours of a council by model, the newest model that was known on the day first."""
    models: dict[str, list[NeighbourRow]] = {}
    for row in facts.neighbours(organisation):
        models.setdefault(row.model, []).append(row)
    known = {model: rows for model, rows in models.items() if model <= str(facts.today.year)}
    return known or models


def neighbours_beside(figure: Figure, facts: Facts) -> tuple[Figure, Neighbours] | None:
    """The median of a council's neighbours nearest in time to its figure, and who they are."""
    models = models_of(figure.organisation.key, facts)
    peers = peers_beside(figure, facts) if models else None
    if peers is None:
        return None
    model, rows = next(iter(models.items()))
    found = _neighbours(model, rows, peers, facts)
    return (_median(found), found) if len(found.figures) >= _FEWEST else None


def _neighbours(model: str, rows: list[NeighbourRow], peers: Peers, facts: Facts) -> Neighbours:
    by_code = _by_code(facts)
    held = [peers.of(by_code.get(row.neighbour_code, "")) for row in rows]
    each = list(dict.fromkeys(one for one in held if one))
    return Neighbours(
        model,
        tuple(one for one in each if one.value is not None),
        tuple(one for one in each if one.value is None),
        sum(one is None for one in held),
    )


def _by_code(facts: Facts) -> Mapping[str, str]:
    """Councils by the Department's digits, of which those that file together have several."""
    return {
        code: one.key
        for one in facts.directory.catalogue.organisations
        for code in (one.code or "").split(" / ")
        if code
    }


def _median(neighbours: Neighbours) -> Figure:
    """The middle of their figures, as a figure that is made as theirs are."""
    first = neighbours.figures[0]
    value = round(median(neighbours.values), 6)
    name = f"median of statistical neighbours ({neighbours.model} model)"
    return replace(
        first,
        id=0,
        organisation=Name("statistical_neighbours", name, name),
        kind="benchmark",
        value=value,
        value_text=f"{value:.1f}" if round(value, 1) == value else "",
        status="calculated",
        numerator=None,
        denominator=None,
        note="",
        earlier=(),
        source=Provenance(first.source.document, f"median of {len(neighbours.values)}", None, ""),
    )
