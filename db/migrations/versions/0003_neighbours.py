"""Which authorities are like which."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of neighbours."""
    op.create_table(
        "neighbour",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("neighbour_code", sa.String(), nullable=False),
        sa.Column("neighbour_name", sa.String(), nullable=False),
        sa.Column("closeness", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_neighbour"),
        sa.UniqueConstraint("workspace", "code", "model", "rank", name="uq_neighbour_workspace"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("neighbour")
