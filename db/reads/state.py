"""The store as a whole: whether it has changed, and what was loaded into it."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, DateTime

from db.portions import portions
from db.reads.statement import statement
from db.scope import Scope


class ImportRow(NamedTuple):
    """One load of a file: who loaded it and when (UTC), and the number of rows it held."""

    id: int
    file: str
    sha256: str
    loaded_by: str
    loaded_at: datetime
    rows: int
    status: str


GENERATION = statement("SELECT generation FROM store_state")

CONTENT = statement("SELECT content FROM store_state")

IMPORTS = statement(
    """
    SELECT id, file, sha256, loaded_by, loaded_at, rows, status
    FROM import
    WHERE id IN :ids AND workspace IN ('', :workspace)
    ORDER BY id
    """,
    "ids",
).columns(loaded_at=DateTime(timezone=True))


def generation(conn: Connection) -> int:
    """Give how often the store was loaded with something new; what is cached goes stale by it."""
    return int(conn.execute(GENERATION).scalar_one())


def content(conn: Connection) -> str:
    """Give the fingerprint of the bundled data that was loaded last, "" before the first."""
    return str(conn.execute(CONTENT).scalar_one())


def imports(conn: Connection, scope: Scope, import_ids: Collection[int]) -> list[ImportRow]:
    """Give the imports with these ids that the scope may see, by id."""
    found = []
    for ids in portions(import_ids):
        rows = conn.execute(IMPORTS, {"ids": ids, "workspace": scope.workspace})
        found += [_in_utc(ImportRow(*row)) for row in rows]
    return found


def _in_utc(row: ImportRow) -> ImportRow:
    # PostgreSQL gives the moment in the zone of the connection, SQLite without one.
    moment = row.loaded_at
    aware = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return row._replace(loaded_at=aware)
