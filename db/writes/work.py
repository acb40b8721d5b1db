"""One load under way: what its parts share."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from db.writes.upsert import Counts

_OF_A_TABLE = """
    SELECT key, id, workspace FROM {table}
    WHERE workspace IN ('', :workspace) ORDER BY workspace
"""

# A formula's key is its metric's own, and so is its workspace.
_OF_FORMULAS = """
    SELECT m.key || '/' || f.key, f.id, m.workspace
    FROM formula f JOIN metric m ON m.id = f.metric_id
    WHERE m.workspace IN ('', :workspace) ORDER BY m.workspace
"""


class References:
    """The ids behind the keys that a workspace sees; its own rows win over published ones."""

    def __init__(self, conn: Connection, workspace: str) -> None:
        self._conn = conn
        self._workspace = workspace
        self._known: dict[str, dict[str, tuple[int, str]]] = {}

    def id_of(self, table: str, key: str, *, own: bool = False) -> int:
        """Give the id of the row of `table` with this key; `own` is of the workspace's own rows.

        A formula's key is written "metric/formula".

        Raises:
            ValueError: there is none.
        """
        found = self._rows(table).get(key)
        if found is None or (own and found[1] != self._workspace):
            raise ValueError(f"there is no {table.replace('_', ' ')} {key!r}")
        return found[0]

    def is_published(self, table: str, key: str) -> bool:
        """Tell whether the key is that of published reference data."""
        found = self._rows(table).get(key)
        return found is not None and found[1] == ""

    def forget(self, table: str) -> None:
        """Look at the store again: rows of the table were written."""
        self._known.pop(table, None)

    def _rows(self, table: str) -> dict[str, tuple[int, str]]:
        if table not in self._known:
            sql = _OF_FORMULAS if table == "formula" else _OF_A_TABLE.format(table=table)
            rows: Any = self._conn.execute(text(sql), {"workspace": self._workspace})
            self._known[table] = {key: (row_id, owner) for key, row_id, owner in rows}
        return self._known[table]


@dataclass
class Work:
    """The transaction, whose rows it writes, and what it has been given and done so far.

    `named` holds, for each table that was loaded, the keys of the rows it was given. Where the
    load `replaces`, those are all there is to be.
    """

    conn: Connection
    workspace: str
    replaces: bool
    ids: References
    counts: dict[str, Counts] = field(default_factory=dict)
    named: dict[str, set[tuple[Any, ...]]] = field(default_factory=dict)

    def count(self, table: str, counts: Counts) -> None:
        """Add to what was done to a table."""
        self.counts[table] = self.counts.get(table, Counts()) + counts

    def name(self, table: str, key: tuple[Any, ...]) -> None:
        """Note that a row was given.

        Raises:
            ValueError: it was given before.
        """
        known = self.named.setdefault(table, set())
        if key in known:
            raise ValueError("this load has such a row already")
        known.add(key)
