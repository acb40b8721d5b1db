"""Who follows what, which digests were sent, and what was said in them.

Moments are seconds since 1970, as in `db.models.delivery`, beside whose tables these are kept.
"""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Follow(Table, table=True):
    """What a person or a channel watches and when it is told.

    `place` is the id in Slack where it is posted, `owner` that of who answers for it. `watches` is
    a set ("set:childrens_workforce:devon") or a query as JSON, `schedule` says itself
    ("weekly mon 09:00 Europe/London"), `paused` is why nothing is sent, "" where something is.
    """

    __tablename__ = "follow"
    __table_args__ = (UniqueConstraint("workspace", "place", "watches"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    place: str
    owner: str
    watches: str
    schedule: str
    quiet: bool = False
    paused: str = ""
    followed_at: float


class Delivery(Table, table=True):
    """What became of one slot of a follow: sent, late, silent, missed, withheld or refused.

    That a row is there once for a follow and slot is all that keeps two replicas from posting it
    twice. `slot` is its local date, `post` the key of what was posted in the outbox, "" for none.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("follow_id", "slot"),
        Index("ix_delivery_follow_id_slot_at", "follow_id", "slot_at"),
        Index("ix_delivery_post", "post"),
    )

    id: int | None = Field(default=None, primary_key=True)
    follow_id: int = Field(foreign_key="follow.id", ondelete="CASCADE")
    slot: str
    slot_at: float
    settled_at: float
    outcome: str
    text: str = ""
    post: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Told(Table, table=True):
    """What a follow was told (`kind` "told") or shown ("seen"), and what was so then.

    `about` is what it is known by from week to week, or the key of a series, whose `state` is then
    each period's figure as JSON.
    """

    __tablename__ = "told"
    __table_args__ = (UniqueConstraint("follow_id", "kind", "about"),)

    id: int | None = Field(default=None, primary_key=True)
    follow_id: int = Field(foreign_key="follow.id", ondelete="CASCADE")
    kind: str
    about: str
    state: str
