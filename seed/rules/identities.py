"""Caveats on the figures of reports that do not add up."""

from collections.abc import Iterator, Mapping, Sequence

from db.vocabulary import Kind
from db.writes import NewCaveat, NewObservation
from seed.identities.breaks import ADDED, Cell, breaks


def broken_identities(
    rows: Sequence[NewObservation], parents: Mapping[str, str | None]
) -> Iterator[NewCaveat]:
    """A caveat for each figure of a report that an identity does not hold for."""
    held = [row for row in rows if row["series"].kind is Kind.ACTUAL]
    values = {_cell(row): value for row in held if (value := row.get("value")) is not None}
    added = {row["series"].metric for row in held if row["series"].unit in ADDED}
    for one in breaks(values, added, parents):
        yield from (_caveat(cell, one.text) for cell in one.cells)


def _cell(row: NewObservation) -> Cell:
    series = row["series"]
    return Cell(
        series.metric,
        series.organisation,
        series.team or "",
        series.role_group,
        row["period_key"],
    )


def _caveat(cell: Cell, text: str) -> NewCaveat:
    return NewCaveat(
        key="identity_" + "_".join(part.replace("/", "_") for part in cell if part),
        text=text,
        metric=cell.metric,
        organisation=cell.organisation,
        team=cell.team,
        role_group=cell.role_group,
        period=cell.period,
    )
