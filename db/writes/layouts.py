"""How each sort of row becomes a row of its table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Table

from db import models
from db.writes import rows
from db.writes.checks import Shape


@dataclass(frozen=True)
class Layout:
    """The table of one sort of row, by its name.

    `refers` is the fields that name a row by its key, with the table of each; `tree` the one of
    them that names a row of the same table; `pairs` the field that lists such rows, with the
    table that holds the pairs.
    """

    name: str
    row: type
    refers: Mapping[str, str] = field(default_factory=dict)
    tree: str | None = None
    pairs: tuple[str, str] | None = None

    @cached_property
    def table(self) -> Table:
        """The table."""
        return models.METADATA.tables[self.name]

    @cached_property
    def shape(self) -> Shape:
        """What its rows look like."""
        return Shape(self.row)

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """What a column holds when its row does not say."""
        return defaults_of(self.name)

    def label(self, row: Mapping[str, Any]) -> str:
        """Give the words that name a row in a message."""
        parts = [
            str(row[name])
            for name in ("metric", "key", "text", "model", "code", "rank")
            if name in row
        ]
        return " ".join(parts)


def defaults_of(name: str) -> dict[str, Any]:
    """Give each column of a table but its id, with its default or None."""
    made = {model.__tablename__: model for model in models.Table.__subclasses__()}[name]
    fields: Mapping[str, Any] = made.model_fields
    return {
        column: None if info.is_required() else info.default
        for column, info in fields.items()
        if column != "id"
    }


LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout(
            "organisation", rows.NewOrganisation, refers={"region": "organisation"}, tree="region"
        ),
        Layout(
            "team",
            rows.NewTeam,
            refers={"organisation": "organisation", "parent": "team"},
            tree="parent",
            pairs=("covers", "team_cover"),
        ),
        Layout(
            "role_group",
            rows.NewRoleGroup,
            refers={"parent": "role_group"},
            tree="parent",
            pairs=("combines", "role_group_combination"),
        ),
        Layout("metric", rows.NewMetric),
        Layout("formula", rows.NewFormula, refers={"metric": "metric"}),
        Layout("alias", rows.NewAlias),
        Layout("term", rows.NewTerm),
        Layout("event", rows.NewEvent, refers={"organisation": "organisation"}),
        Layout("caveat", rows.NewCaveat),
        Layout("source", rows.NewSource),
        Layout("neighbour", rows.NewNeighbour),
    )
}
