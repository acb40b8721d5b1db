"""What came from Slack, what goes there, and what was said in it.

Moments are seconds since 1970, so that both kinds of database compare them alike. Payloads are
JSON that the store never looks into.
"""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Inbox(Table, table=True):
    """One delivery, written before Slack hears that it has arrived.

    Each of the three keys is in one row at most. Whoever holds the lease answers.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("event_key"),
        UniqueConstraint("message_key"),
        UniqueConstraint("client_key"),
        Index("ix_inbox_done_at_leased_until", "done_at", "leased_until"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    event_key: str
    message_key: str | None = None
    client_key: str | None = None
    payload: str
    taken_at: float
    leased_until: float
    attempts: int = 0
    done_at: float | None = None


class Outbox(Table, table=True):
    """One post, written before it is sent; `refused` is Slack's word where it was given up."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_outbox_done_at_leased_until", "done_at", "leased_until"),
    )

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    payload: str
    written_at: float
    leased_until: float
    attempts: int = 0
    done_at: float | None = None
    posted_ts: str = ""
    refused: str = ""


class Receipt(Table, table=True):
    """One answer as it was given: what was asked, how it was read, what was said, where."""

    __tablename__ = "receipt"
    __table_args__ = (Index("ix_receipt_workspace_person", "workspace", "person", "asked_at"),)

    id: str = Field(primary_key=True)
    workspace: str
    channel: str
    thread: str
    person: str
    asked_at: float
    question: str
    query: str
    reply: str
    figures: str
    readings: str
    private: bool
    chosen: str = ""


class Conversation(Table, table=True):
    """What a follow-up builds on, and the choices made before in that thread."""

    __tablename__ = "conversation"
    __table_args__ = (UniqueConstraint("workspace", "channel", "thread"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    channel: str
    thread: str
    query: str
    choices: str = "[]"
    answered_at: float


class Preference(Table, table=True):
    """What a workspace, a channel or a person has set; `subject` is its id in Slack."""

    __tablename__ = "preference"
    __table_args__ = (UniqueConstraint("workspace", "subject", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    subject: str
    name: str
    value: str


class Feedback(Table, table=True):
    """What a person thought of an answer."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("receipt_id", "person"),)

    id: int | None = Field(default=None, primary_key=True)
    receipt_id: str = Field(foreign_key="receipt.id", ondelete="CASCADE")
    person: str
    good: bool
    reason: str = ""
    given_at: float


class Installation(Table, table=True):
    """Muster in one of several workspaces; `token` is encrypted, and readable with a key alone."""

    __tablename__ = "installation"

    workspace: str = Field(primary_key=True)
    name: str
    bot: str
    scopes: str
    token: str
    installed_at: float


class InstallState(Table, table=True):
    """An installation that was begun in a browser, known by the digest of its state."""

    __tablename__ = "install_state"

    state: str = Field(primary_key=True)
    until: float
