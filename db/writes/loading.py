"""Loading the store: one transaction, of which all is kept or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, text, update

from db import models
from db.session import writing
from db.writes import rows as given
from db.writes.checks import LoadError, Shape, each
from db.writes.entries import remove_unnamed, store_entries
from db.writes.figures import Figures
from db.writes.layouts import LAYOUTS
from db.writes.upsert import Counts
from db.writes.work import References, Work

_IMPORT = models.METADATA.tables["import"]
_STATE = models.METADATA.tables["store_state"]
_IMPORT_SHAPE = Shape(given.NewImport)


class Loader:
    """What can be loaded; rows may be given in portions, but only after the rows they name."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._figures = Figures(work)
        self._imports: dict[int, int] = {}
        self._content: str | None = None
        self._refused = False

    @property
    def counts(self) -> Mapping[str, Counts]:
        """What the load did, by table; complete when its `with` has ended."""
        return self._work.counts

    def organisations(self, rows: Iterable[given.NewOrganisation]) -> None:
        """Load organisations, in any order."""
        self._store_entries("organisation", rows)

    def teams(self, rows: Iterable[given.NewTeam]) -> None:
        """Load teams, in any order, and which of them a printed total covers."""
        self._store_entries("team", rows)

    def role_groups(self, rows: Iterable[given.NewRoleGroup]) -> None:
        """Load role groups, in any order, and which are the overlap of others."""
        self._store_entries("role_group", rows)

    def metrics(self, rows: Iterable[given.NewMetric]) -> None:
        """Load metrics."""
        self._store_entries("metric", rows)

    def formulas(self, rows: Iterable[given.NewFormula]) -> None:
        """Load the formulas of metrics; a workspace has them only of its own metrics."""
        self._store_entries("formula", rows)

    def aliases(self, rows: Iterable[given.NewAlias]) -> None:
        """Load aliases."""
        self._store_entries("alias", rows)

    def terms(self, rows: Iterable[given.NewTerm]) -> None:
        """Load terms."""
        self._store_entries("term", rows)

    def events(self, rows: Iterable[given.NewEvent]) -> None:
        """Load events."""
        self._store_entries("event", rows)

    def caveats(self, rows: Iterable[given.NewCaveat]) -> None:
        """Load caveats."""
        self._store_entries("caveat", rows)

    def sources(self, rows: Iterable[given.NewSource]) -> None:
        """Load sources."""
        self._store_entries("source", rows)

    def neighbours(self, rows: Iterable[given.NewNeighbour]) -> None:
        """Load which authorities are like which."""
        self._store_entries("neighbour", rows)

    def begin_import(self, row: given.NewImport) -> None:
        """Name the file that the observations from here on are read from.

        It is kept when the load changes anything; a figure that is there already, and the same,
        keeps the import it came with.
        """
        with self._noting_refusals():
            each("import", [(1, row)], lambda _: row.get("file", ""), _check_import)
        record = {**row, "loaded_at": row["loaded_at"].astimezone(UTC)}
        record |= {"workspace": self._work.workspace, "rows": 0, "status": "loaded"}
        stored = insert(_IMPORT).values(record).returning(_IMPORT.c.id)
        self._imports[self._work.conn.execute(stored).scalar_one()] = 0

    def observations(self, rows: Iterable[given.NewObservation]) -> None:
        """Load figures, and the series they are the first of."""
        import_id = next(reversed(self._imports), None)
        with self._noting_refusals():
            stored = self._figures.store(rows, import_id)
        if import_id is not None:
            self._imports[import_id] += stored

    def also(self, work: Callable[[Connection], None]) -> None:
        """Do something else in the transaction of this load."""
        work(self._work.conn)

    def fingerprint(self, content: str) -> None:
        """Note which bundled data the store holds after this load; `db.reads.content` gives it."""
        self._content = content

    def finish(self) -> None:
        """Remove what is gone, count the load and let the planner look at it.

        `loader` does it, when its `with` ends without an error.

        Raises:
            LoadError: a row was refused, and the load went on in spite of it.
        """
        if self._refused:
            raise LoadError("a row was refused, so nothing of this load is kept")
        self._figures.finish()
        if self._work.replaces:
            remove_unnamed(self._work)
        self._finish_imports()
        if any(self.counts.values()):
            self._work.conn.execute(update(_STATE).values(generation=_STATE.c.generation + 1))
            self._analyse()
        if self._content is not None:
            self._work.conn.execute(update(_STATE).values(content=self._content))

    def _store_entries(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        with self._noting_refusals():
            store_entries(self._work, LAYOUTS[name], rows)

    @contextmanager
    def _noting_refusals(self) -> Iterator[None]:
        try:
            yield
        except LoadError:
            self._refused = True
            raise

    def _finish_imports(self) -> None:
        for import_id, count in self._imports.items():
            this = _IMPORT.c.id == import_id
            kept = update(_IMPORT).where(this).values(rows=count)
            changed = any(self.counts.values())
            self._work.conn.execute(kept if changed else delete(_IMPORT).where(this))

    def _analyse(self) -> None:
        # A planner without statistics may take the wrong index: 258 times as slow, on SQLite.
        # One by one, since PostgreSQL would otherwise look at what others keep there too.
        for table in models.METADATA.tables:
            self._work.conn.execute(text(f'ANALYZE "{table}"'))


@contextmanager
def loader(
    engine: Engine, workspace: str = "", *, replace: bool = True, dry_run: bool = False
) -> Iterator[Loader]:
    """Give a loader, whose rows are all kept when the `with` ends, or none after an error.

    The rows are the workspace's; "" publishes them. Where published rows are to `replace` what
    was published, those that were not given again are removed: of each sort that was given, what
    nothing refers to, and of the sources that were given, the figures. A `dry_run` counts and
    keeps nothing. Another load waits meanwhile (`db.session.writing`), and readers do not.

    Raises:
        LoadError: a row cannot be loaded.
    """
    with writing(engine) as conn:
        ids = References(conn, workspace)
        load = Loader(Work(conn, workspace, replace and not workspace, ids))
        yield load
        load.finish()
        if dry_run:
            conn.rollback()


def _check_import(row: given.NewImport) -> None:
    _IMPORT_SHAPE.check(row)
    if row["loaded_at"].tzinfo is None:
        raise ValueError("loaded_at has no time zone")
