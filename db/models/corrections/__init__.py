"""Figures that people were given, and what they were told when those had changed.

They are kept beside the receipts; moments are seconds since 1970.
"""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class GivenFigure(Table, table=True):
    """A figure of an answer: which one it is, what it was called, and as it was said."""

    __tablename__ = "given_figure"
    __table_args__ = (Index(None, "receipt_id"),)

    id: int | None = Field(default=None, primary_key=True)
    receipt_id: str = Field(foreign_key="receipt.id", ondelete="CASCADE")
    about: str
    label: str
    said: str
    value: float


class Correction(Table, table=True):
    """That people in a place were told of a change of a figure they had been given.

    `place` is the conversation and thread, `nth` which change of this figure it was there, and
    `says` what has been known there since, as JSON: each value and as it was said. That there is
    one row for each is all that keeps two processes from telling it twice.
    """

    __tablename__ = "correction"
    __table_args__ = (UniqueConstraint("workspace", "place", "about", "nth"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    place: str
    about: str
    nth: int
    says: str
    told_at: float
