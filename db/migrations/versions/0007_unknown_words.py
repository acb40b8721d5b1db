"""Words that blocked answers, which questions they blocked, and what they do not mean."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("spelling", sa.String(), nullable=False),
        sa.Column("written", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.Float(), nullable=False),
        sa.Column("last_at", sa.Float(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("settled_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_word"),
        sa.UniqueConstraint("workspace", "spelling", name="uq_word_workspace"),
    )
    op.create_table(
        "word_asked",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("word_id", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["word_id"], ["word.id"], name="fk_word_asked_word_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["receipt.id"], name="fk_word_asked_receipt_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_word_asked"),
        sa.UniqueConstraint("word_id", "receipt_id", name="uq_word_asked_word_id"),
    )
    op.create_table(
        "word_rejected",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("word_id", sa.Integer(), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["word_id"], ["word.id"], name="fk_word_rejected_word_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_word_rejected"),
        sa.UniqueConstraint("word_id", "means", name="uq_word_rejected_word_id"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("word_rejected")
    op.drop_table("word_asked")
    op.drop_table("word")
