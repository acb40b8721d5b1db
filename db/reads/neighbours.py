"""Which authorities are like one, by each model that is held."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection

from db.portions import portions
from db.reads.statement import statement
from db.scope import Scope


class NeighbourRow(NamedTuple):
    """A neighbour of the authority `code` in a model ("2025"); rank 1 is the closest."""

    code: str
    model: str
    rank: int
    neighbour_code: str
    neighbour_name: str
    closeness: str


NEIGHBOURS = statement(
    """
    SELECT code, model, rank, neighbour_code, neighbour_name, closeness
    FROM neighbour
    WHERE code IN :codes AND workspace IN ('', :workspace)
    ORDER BY code, model DESC, rank
    """,
    "codes",
)


def neighbours(conn: Connection, scope: Scope, codes: Collection[str]) -> list[NeighbourRow]:
    """Give the neighbours of authorities by their three digits: newest model first, then by rank.

    An organisation that files for several authorities has several codes.
    """
    found = []
    for some in portions(codes):
        rows = conn.execute(NEIGHBOURS, {"codes": some, "workspace": scope.workspace})
        found += [NeighbourRow(*row) for row in rows]
    return found
