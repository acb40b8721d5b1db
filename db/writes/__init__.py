"""Loading the store: rows as plain dicts, in one transaction. It needs SQLModel, reading not."""

from db.writes.checks import LoadError
from db.writes.loading import Loader, loader
from db.writes.rows import (
    NewAlias,
    NewCaveat,
    NewEvent,
    NewFormula,
    NewImport,
    NewMetric,
    NewNeighbour,
    NewObservation,
    NewOrganisation,
    NewRestatement,
    NewRoleGroup,
    NewSource,
    NewTeam,
    NewTerm,
    SeriesKey,
)
from db.writes.upsert import Counts

__all__ = [
    "Counts",
    "LoadError",
    "Loader",
    "NewAlias",
    "NewCaveat",
    "NewEvent",
    "NewFormula",
    "NewImport",
    "NewMetric",
    "NewNeighbour",
    "NewObservation",
    "NewOrganisation",
    "NewRestatement",
    "NewRoleGroup",
    "NewSource",
    "NewTeam",
    "NewTerm",
    "SeriesKey",
    "loader",
]
