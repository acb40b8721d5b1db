"""Which post a digest went out with, so that what Slack refused is known."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the key of the post, and the indexes that follows and refusals are found by."""
    op.add_column("delivery", sa.Column("post", sa.String(), nullable=False, server_default=""))
    op.create_index("ix_delivery_follow_id_slot_at", "delivery", ["follow_id", "slot_at"])
    op.create_index("ix_delivery_post", "delivery", ["post"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_delivery_post", table_name="delivery")
    op.drop_index("ix_delivery_follow_id_slot_at", table_name="delivery")
    op.drop_column("delivery", "post")
