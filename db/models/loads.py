"""What loading leaves beside the figures: what they were before, who did and may do what."""

from datetime import date, datetime

from sqlalchemy import DateTime, Index, UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Shelved(Table, table=True):
    """A figure that an import took the place of, or that was taken away when it was undone.

    `taken_by` is that import; the other columns are the figure's as it stood. While the import is
    loaded these are the figures before it, while it is undone they are its own.
    """

    __tablename__ = "shelved"
    __table_args__ = (
        UniqueConstraint("taken_by", "source_id", "series_id", "period_key", "qualifier"),
        Index(None, "import_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    taken_by: int = Field(foreign_key="import.id")
    workspace: str
    series_id: int
    period_type: str
    period_key: str
    period_start: date | None = None
    period_end: date | None = None
    period_label: str = ""
    qualifier: str = ""
    value: float | None = None
    value_text: str = ""
    status: str
    numerator: float | None = None
    denominator: float | None = None
    denominator_text: str = ""
    edition: str = ""
    source_id: int
    section: str = ""
    line: int | None = None
    quote: str = ""
    note: str = ""
    import_id: int | None = None


class Audit(Table, table=True):
    """One thing that somebody changed: what, from where, and what stood there before and after."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "workspace", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    at: datetime = Field(sa_type=DateTime(timezone=True))
    who: str
    act: str
    via: str
    subject: str
    before: str = ""
    after: str = ""
    import_id: int | None = None


class Chosen(Table, table=True):
    """What a workspace chose: answers to what files left open, by the question's key, and rules."""

    __tablename__ = "chosen"
    __table_args__ = (UniqueConstraint("workspace", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    name: str
    value: str


class NamedAdmin(Table, table=True):
    """Somebody in Slack whom an admin lets load and change figures."""

    __tablename__ = "named_admin"
    __table_args__ = (UniqueConstraint("workspace", "person"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    person: str
    name: str
    named_by: str
    named_at: float


class Pending(Table, table=True):
    """What an admin was shown in Slack and has not loaded yet.

    `content` is the file, or the words of a single figure; it is empty once `ended` says how it
    ended. `seen` tells whether it would still change what was shown.
    """

    __tablename__ = "pending"
    __table_args__ = (Index(None, "workspace", "made_at"),)

    id: str = Field(primary_key=True)
    workspace: str
    person: str
    act: str
    file: str
    content: bytes
    council: str
    answers: str
    doubts: str
    seen: str
    made_at: float
    ended: str = ""
    import_id: int | None = None
