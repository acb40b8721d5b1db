"""Figures that people were given, and what they were told when those had changed."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "given_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["receipt.id"], name="fk_given_figure_receipt_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_given_figure"),
    )
    op.create_index("ix_given_figure_receipt_id", "given_figure", ["receipt_id"])
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("told_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
        sa.UniqueConstraint("workspace", "place", "about", "nth", name="uq_correction_workspace"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("correction")
    op.drop_index("ix_given_figure_receipt_id", table_name="given_figure")
    op.drop_table("given_figure")
