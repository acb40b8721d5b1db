"""Who else is an admin in Slack, and what they were shown and have not loaded yet."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "named_admin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("named_by", sa.String(), nullable=False),
        sa.Column("named_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_named_admin"),
        sa.UniqueConstraint("workspace", "person", name="uq_named_admin_workspace"),
    )
    op.create_table(
        "pending",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("doubts", sa.String(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("made_at", sa.Float(), nullable=False),
        sa.Column("ended", sa.String(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pending"),
    )
    op.create_index("ix_pending_workspace_made_at", "pending", ["workspace", "made_at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_pending_workspace_made_at", table_name="pending")
    op.drop_table("pending")
    op.drop_table("named_admin")
