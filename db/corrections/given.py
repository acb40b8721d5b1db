"""The figures of answers."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Boolean, Connection, text

from db.scope import Scope


class Given(NamedTuple):
    """A figure of an answer: which one, what it was called, as it was said, and its value."""

    about: str
    label: str
    said: str
    value: float


class GivenTo(NamedTuple):
    """A figure, who was given it, where and when."""

    channel: str
    thread: str
    person: str
    private: bool
    asked_at: float
    about: str
    label: str
    said: str
    value: float


_GIVE = text(
    """
    INSERT INTO given_figure (receipt_id, about, label, said, value)
    VALUES (:receipt, :about, :label, :said, :value)
    """
)

_GIVEN = text(
    """
    SELECT r.channel, r.thread, r.person, r.private, r.asked_at, g.about, g.label, g.said, g.value
    FROM given_figure g JOIN receipt r ON r.id = g.receipt_id
    WHERE r.workspace = :workspace AND r.asked_at >= :since
    ORDER BY r.asked_at, g.id
    """
).columns(private=Boolean)

_GIVEN_IN = text(
    """
    SELECT g.about, g.label, g.said, g.value
    FROM given_figure g JOIN receipt r ON r.id = g.receipt_id
    WHERE r.workspace = :workspace AND r.id = :receipt
    ORDER BY g.id
    """
)

_HAS = text("SELECT 1 FROM given_figure WHERE receipt_id = :receipt LIMIT 1")

_GIVE_AGAIN = text(
    """
    INSERT INTO given_figure (receipt_id, about, label, said, value)
    SELECT r.id, g.about, g.label, g.said, g.value
    FROM given_figure g JOIN receipt r ON r.id = :other
    WHERE g.receipt_id = :receipt
      AND NOT EXISTS (SELECT 1 FROM given_figure o WHERE o.receipt_id = r.id)
    ORDER BY g.id
    """
)

_WORKSPACES = text(
    """
    SELECT DISTINCT r.workspace FROM receipt r
    WHERE EXISTS (SELECT 1 FROM given_figure g WHERE g.receipt_id = r.id)
    ORDER BY r.workspace
    """
)


def give(conn: Connection, receipt_id: str, figures: Sequence[Given]) -> None:
    """Keep the figures of an answer, once its receipt is kept; those kept before stay."""
    if figures and conn.execute(_HAS, {"receipt": receipt_id}).first() is None:
        conn.execute(_GIVE, [{"receipt": receipt_id, **one._asdict()} for one in figures])


def give_again(conn: Connection, receipt_id: str, other_id: str) -> None:
    """Keep the figures of an answer as those of another one too, once its receipt is kept."""
    conn.execute(_GIVE_AGAIN, {"receipt": receipt_id, "other": other_id})


def given(conn: Connection, scope: Scope, since: float) -> list[GivenTo]:
    """Give what a workspace was given since a moment, oldest first."""
    told = {"workspace": scope.workspace, "since": since}
    return [GivenTo(*row) for row in conn.execute(_GIVEN, told)]


def given_in(conn: Connection, scope: Scope, receipt_id: str) -> list[Given]:
    """Give the figures of one answer of this workspace."""
    told = {"workspace": scope.workspace, "receipt": receipt_id}
    return [Given(*row) for row in conn.execute(_GIVEN_IN, told)]


def workspaces(conn: Connection) -> list[str]:
    """Give every workspace that was given a figure."""
    return list(conn.execute(_WORKSPACES).scalars())
