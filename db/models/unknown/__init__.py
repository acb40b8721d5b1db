"""Words that nobody had taught Muster when somebody asked with them.

They are kept beside the receipts, for those hold the questions; moments are seconds since 1970.
"""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models.table import Table


class Word(Table, table=True):
    """A word or short phrase that blocked answers, and what became of it.

    `spelling` is what it is grouped by, `written` how it was first typed, `times` how often it
    blocked an answer. `state` is open, accepted, ignored or not ours; `means` is what an accepted
    one was taken for, as an alias has it.
    """

    __tablename__ = "word"
    __table_args__ = (UniqueConstraint("workspace", "spelling"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace: str
    spelling: str
    written: str
    state: str = "open"
    means: str = ""
    times: int
    first_at: float
    last_at: float
    settled_by: str = ""
    settled_at: float | None = None


class WordAsked(Table, table=True):
    """A question that the word blocked, and the query its thread was at, as JSON.

    The receipt says who asked what and where.
    """

    __tablename__ = "word_asked"
    __table_args__ = (UniqueConstraint("word_id", "receipt_id"),)

    id: int | None = Field(default=None, primary_key=True)
    word_id: int = Field(foreign_key="word.id", ondelete="CASCADE")
    receipt_id: str = Field(foreign_key="receipt.id", ondelete="CASCADE")
    thread: str = ""


class WordRejected(Table, table=True):
    """Something that the word does not mean, so that it is not suggested again."""

    __tablename__ = "word_rejected"
    __table_args__ = (UniqueConstraint("word_id", "means"),)

    id: int | None = Field(default=None, primary_key=True)
    word_id: int = Field(foreign_key="word.id", ondelete="CASCADE")
    means: str
