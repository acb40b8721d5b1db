"""Which authorities are like which, by the models the Department for Education publishes."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Neighbour(Table, table=True):
    """One of the authorities a model names as alike; rank 1 is the closest.

    Authorities are named by the three digits the Department for Education gives them, and not by
    reference: a model may name some that file their figures together or have been dissolved.
    """

    __tablename__ = "neighbour"
    __table_args__ = (UniqueConstraint("workspace", "code", "model", "rank"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    model: str
    code: str
    rank: int
    neighbour_code: str
    neighbour_name: str
    closeness: str = ""
