"""What people call things, what words mean, and what must be said with a figure."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Alias(Table, table=True):
    """A phrase and one thing it may mean; several ranks of one text are alternatives."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("workspace", "text", "rank"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    text: str = Field(index=True)
    means: str
    rank: int = 0


class Term(Table, table=True):
    """A word of the field and its meaning."""

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    name: str
    meaning: str
    source: str = ""


class Event(Table, table=True):
    """A moment people refer to by name; `month` is ISO, "2020-09"."""

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    name: str
    organisation_id: int = Field(foreign_key="organisation.id")
    month: str


class Caveat(Table, table=True):
    """What must be said with the figures it touches.

    The selectors are keys and not references: a caveat may be written before there is a figure
    for it. A selector that is NULL touches all.
    """

    __tablename__ = "caveat"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    text: str
    metric: str | None = None
    organisation: str | None = None
    team: str | None = None
    role_group: str | None = None
    formula: str | None = None
    period: str | None = None
