"""The tables. Importing this costs a quarter of a second, so the question path does not."""

from sqlalchemy import MetaData

from db.models.catalogue import (
    Formula,
    Metric,
    Organisation,
    RoleGroup,
    RoleGroupCombination,
    Team,
    TeamCover,
)
from db.models.provenance import Import, Source, StoreState
from db.models.series import Observation, Restatement, Series
from db.models.table import Table
from db.models.words import Alias, Caveat, Event, Term

METADATA: MetaData = Table.metadata

__all__ = [
    "METADATA",
    "Alias",
    "Caveat",
    "Event",
    "Formula",
    "Import",
    "Metric",
    "Observation",
    "Organisation",
    "Restatement",
    "RoleGroup",
    "RoleGroupCombination",
    "Series",
    "Source",
    "StoreState",
    "Table",
    "Team",
    "TeamCover",
    "Term",
]
