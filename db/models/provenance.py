"""Where figures come from, and the state of the store as a whole."""

from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Source(Table, table=True):
    """A document figures were published in."""

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("workspace", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    key: str
    title: str
    publisher: str = ""
    published: str = ""
    file: str = ""


class Import(Table, table=True):
    """One load of a file that changed something; `loaded_at` is UTC, `rows` what it held."""

    __tablename__ = "import"

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    file: str
    sha256: str
    loaded_by: str
    loaded_at: datetime = Field(sa_type=DateTime(timezone=True))
    rows: int = 0
    status: str = "loaded"


class StoreState(Table, table=True):
    """The only row: how often the store was loaded, and which bundled data it holds.

    Whoever keeps something of the store in memory compares `generation` to know it is stale.
    """

    __tablename__ = "store_state"
    __table_args__ = (CheckConstraint("id = 1", name="ck_store_state_single"),)

    id: int = Field(default=1, primary_key=True)
    generation: int = 0
    content: str = ""
