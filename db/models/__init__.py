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
from db.models.corrections import Correction, GivenFigure
from db.models.delivery import (
    Conversation,
    Feedback,
    Inbox,
    Installation,
    InstallState,
    Outbox,
    Preference,
    Receipt,
)
from db.models.digests import Delivery, Follow, Told
from db.models.loads import Audit, Chosen, NamedAdmin, Pending, Shelved
from db.models.neighbours import Neighbour
from db.models.provenance import Import, Source, StoreState
from db.models.series import Observation, Restatement, Series
from db.models.table import Table
from db.models.unknown import Word, WordAsked, WordRejected
from db.models.words import Alias, Caveat, Event, Term

METADATA: MetaData = Table.metadata

__all__ = [
    "METADATA",
    "Alias",
    "Audit",
    "Caveat",
    "Chosen",
    "Conversation",
    "Correction",
    "Delivery",
    "Event",
    "Feedback",
    "Follow",
    "Formula",
    "GivenFigure",
    "Import",
    "Inbox",
    "InstallState",
    "Installation",
    "Metric",
    "NamedAdmin",
    "Neighbour",
    "Observation",
    "Organisation",
    "Outbox",
    "Pending",
    "Preference",
    "Receipt",
    "Restatement",
    "RoleGroup",
    "RoleGroupCombination",
    "Series",
    "Shelved",
    "Source",
    "StoreState",
    "Table",
    "Team",
    "TeamCover",
    "Term",
    "Told",
    "Word",
    "WordAsked",
    "WordRejected",
]
