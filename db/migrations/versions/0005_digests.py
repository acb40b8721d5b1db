"""Who follows what, which digests were sent, and what was said in them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "follow",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("watches", sa.String(), nullable=False),
        sa.Column("schedule", sa.String(), nullable=False),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.Column("paused", sa.String(), nullable=False),
        sa.Column("followed_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_follow"),
        sa.UniqueConstraint("workspace", "place", "watches", name="uq_follow_workspace"),
    )
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("follow_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("slot_at", sa.Float(), nullable=False),
        sa.Column("settled_at", sa.Float(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_id"], ["follow.id"], name="fk_delivery_follow_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint("follow_id", "slot", name="uq_delivery_follow_id"),
    )
    op.create_table(
        "told",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("follow_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_id"], ["follow.id"], name="fk_told_follow_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_told"),
        sa.UniqueConstraint("follow_id", "kind", "about", name="uq_told_follow_id"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("told")
    op.drop_table("delivery")
    op.drop_table("follow")
