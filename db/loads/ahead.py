"""Figures of series that are not held yet, written in pieces before the load is published.

Until then their series and their import belong to a workspace that nobody has, so that nobody sees
them; publishing gives these few rows to the workspace. Other writers wait for one piece at most.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import sleep
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, DateTime, bindparam, text

from db.loads.figures import COLUMNS
from db.session import publishing

PIECE = 5_000
"""Figures written in one transaction; as many new ones are published at once without this."""

_PAUSE = 0.01  # seconds between two pieces, in which another writer has its turn
_ABANDONED = timedelta(days=1)

_HIDE_SERIES = text(
    """
    INSERT INTO series (workspace, identity, metric_id, organisation_id, team_id, role_group_id,
                        formula_id, kind, basis, unit)
    SELECT :hidden, identity, metric_id, organisation_id, team_id, role_group_id, formula_id,
           kind, basis, unit
    FROM staged_series WHERE ahead = 1
    """
)

_WRITE = text(
    f"""
    INSERT INTO observation (workspace, series_id, source_id, import_id, denominator_text, edition,
                             note, {", ".join(COLUMNS)})
    SELECT :workspace, r.series_id, :source, :import, '', '', '',
           {", ".join(f"s.{name}" for name in COLUMNS)}
    FROM staged s JOIN staged_series r ON r.no = s.series_no JOIN judged j ON j.n = s.n
    WHERE s.n >= :first AND s.n < :last AND r.ahead = 1 AND j.state = 'new'
    """  # noqa: S608 - the names are the table's
)

_PREPARE = (
    "CREATE UNIQUE INDEX judged_n ON judged (n)",
    """
    UPDATE staged_series SET ahead = 1 WHERE series_id IS NULL AND no IN (
        SELECT s.series_no FROM staged s JOIN judged j ON j.n = s.n WHERE j.state = 'new')
    """,
)

_FIND_HIDDEN = text(
    """
    UPDATE staged_series SET series_id = (
        SELECT id FROM series WHERE identity = staged_series.identity AND workspace = :hidden)
    WHERE ahead = 1
    """
)

_WRITTEN = (
    """
    DELETE FROM judged WHERE state = 'new' AND n IN (
        SELECT s.n FROM staged s JOIN staged_series r ON r.no = s.series_no WHERE r.ahead = 1)
    """,
    "DROP INDEX judged_n",
)

_SHOW = tuple(
    text(f"UPDATE {table} SET workspace = :workspace WHERE workspace = :hidden")  # noqa: S608 - ours
    for table in ("series", "import")
)

_REMOVE_PIECE = text(
    """
    DELETE FROM observation WHERE id IN (
        SELECT id FROM observation WHERE import_id = :import LIMIT :piece)
    """
)
_REMOVE_REST = tuple(
    text(f"DELETE FROM {table} WHERE workspace = :hidden")  # noqa: S608 - ours
    for table in ("series", "import")
)

_LEFT = text(
    "SELECT workspace, id FROM import WHERE workspace LIKE '~%' AND loaded_at < :before"
).bindparams(bindparam("before", type_=DateTime(timezone=True)))


@dataclass(frozen=True, slots=True)
class Ahead:
    """Figures that are written and not seen yet, under the number of their import."""

    conn: Connection
    hidden: str
    import_id: int

    def show(self, workspace: str) -> None:
        """Let the workspace see them; part of the transaction that publishes the load."""
        for statement in _SHOW:
            self.conn.execute(statement, {"hidden": self.hidden, "workspace": workspace})

    def take_back(self) -> None:
        """Remove them again, in pieces too."""
        removed = PIECE
        while removed == PIECE:
            with publishing(self.conn):
                given = {"import": self.import_id, "piece": PIECE}
                removed = self.conn.execute(_REMOVE_PIECE, given).rowcount
            sleep(_PAUSE)
        with publishing(self.conn):
            for statement in _REMOVE_REST:
                self.conn.execute(statement, {"hidden": self.hidden})


def is_large(new: int) -> bool:
    """Tell whether so many new figures are worth being written ahead."""
    return new > PIECE


def hidden_workspace() -> str:
    """A workspace that nobody has."""
    return f"~{uuid4().hex}"


def write_ahead(ahead: Ahead, given: Mapping[str, Any], figures: int) -> None:
    """Write what was judged new, of series that are not held; `figures` is how many are staged.

    What stays to be published is left in the table of judgements.
    """
    conn = ahead.conn
    for statement in _PREPARE:
        conn.exec_driver_sql(statement)
    if conn.dialect.name == "postgresql":  # which knows nothing of temporary tables by itself
        conn.exec_driver_sql("ANALYZE staged, staged_series, judged")
    with publishing(conn):
        conn.execute(_HIDE_SERIES, {"hidden": ahead.hidden})
    conn.execute(_FIND_HIDDEN, {"hidden": ahead.hidden})
    for first in range(0, figures, PIECE):
        with publishing(conn):
            conn.execute(_WRITE, {**given, "first": first, "last": first + PIECE})
        sleep(_PAUSE)
    for written in _WRITTEN:
        conn.exec_driver_sql(written)


def take_back_abandoned(conn: Connection, now: datetime) -> None:
    """Remove what loads wrote ahead that ended before they were published, a day ago or more."""
    before = (now - _ABANDONED).astimezone(UTC)
    for hidden, import_id in conn.execute(_LEFT, {"before": before}).all():
        Ahead(conn, hidden, import_id).take_back()
