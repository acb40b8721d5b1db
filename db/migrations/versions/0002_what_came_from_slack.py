"""What came from Slack, what goes there, and what was said in it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of deliveries."""
    make(
        "inbox",
        number("id"),
        *texts("workspace", "event_key"),
        *texts("message_key", "client_key", nullable=True),
        *texts("payload"),
        *moments("taken_at", "leased_until"),
        number("attempts"),
        moment("done_at", nullable=True),
        *(once("inbox", key) for key in ("event_key", "message_key", "client_key")),
    )
    make(
        "outbox",
        number("id"),
        *texts("workspace", "key", "payload"),
        *moments("written_at", "leased_until"),
        number("attempts"),
        moment("done_at", nullable=True),
        *texts("posted_ts", "refused"),
        once("outbox", "key"),
    )
    for table in ("inbox", "outbox"):
        op.create_index(f"ix_{table}_done_at_leased_until", table, ["done_at", "leased_until"])
    make(
        "receipt",
        *texts("id", "workspace", "channel", "thread", "person"),
        moment("asked_at"),
        *texts("question", "query", "reply", "figures", "readings"),
        sa.Column("private", sa.Boolean(), nullable=False),
        *texts("chosen"),
    )
    op.create_index("ix_receipt_workspace_person", "receipt", ["workspace", "person", "asked_at"])
    make(
        "conversation",
        number("id"),
        *texts("workspace", "channel", "thread", "query", "choices"),
        moment("answered_at"),
        once("conversation", "workspace", "channel", "thread"),
    )
    make(
        "preference",
        number("id"),
        *texts("workspace", "subject", "name", "value"),
        once("preference", "workspace", "subject", "name"),
    )
    make(
        "feedback",
        number("id"),
        *texts("receipt_id", "person"),
        sa.Column("good", sa.Boolean(), nullable=False),
        *texts("reason"),
        moment("given_at"),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["receipt.id"], name="fk_feedback_receipt_id", ondelete="CASCADE"
        ),
        once("feedback", "receipt_id", "person"),
    )


def downgrade() -> None:
    """Drop them."""
    for name in ("feedback", "preference", "conversation", "receipt", "outbox", "inbox"):
        op.drop_table(name)


def make(name: str, *parts: Any) -> None:
    """Make a table with a named primary key."""
    op.create_table(name, *parts, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))


def number(name: str) -> sa.Column[int]:
    """Give a column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=False)


def moment(name: str, *, nullable: bool = False) -> sa.Column[float]:
    """Give a column of seconds since 1970."""
    return sa.Column(name, sa.Float(), nullable=nullable)


def moments(*names: str) -> list[sa.Column[float]]:
    """Give columns of seconds since 1970."""
    return [moment(name) for name in names]


def texts(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    """Give columns of text."""
    return [sa.Column(name, sa.String(), nullable=nullable) for name in names]


def once(table: str, *columns: str) -> sa.UniqueConstraint:
    """Give the constraint that such a row is there once."""
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{columns[0]}")
