"""A load from the first look to the last commit."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, insert, select, text, update

from db import models
from db.loads.ahead import Ahead, hidden_workspace, is_large, take_back_abandoned, write_ahead
from db.loads.changes import Change, Tally, blanked, changes, held, judge, new, resolve
from db.loads.export import HeldRow, held_of
from db.loads.figures import COLUMNS, Figure, FigureSource, drop, prepare, prepare_series
from db.loads.history import Act, audit
from db.reads import generation
from db.session import publishing, staging
from db.writes.rows import SeriesKey
from db.writes.work import References

_IMPORT, _SOURCE, _STATE, _OBSERVATION = (
    models.METADATA.tables[name] for name in ("import", "source", "store_state", "observation")
)
_SHELF = [column.name for column in _OBSERVATION.c if column.name != "id"]

_NEW_SERIES = text(
    """
    INSERT INTO series (workspace, identity, metric_id, organisation_id, team_id, role_group_id,
                        formula_id, kind, basis, unit)
    SELECT :workspace, identity, metric_id, organisation_id, team_id, role_group_id, formula_id,
           kind, basis, unit
    FROM staged_series r WHERE series_id IS NULL AND r.no IN (
        SELECT s.series_no FROM staged s JOIN judged j ON j.n = s.n
        WHERE j.state IN ('new', 'changed'))
    """
)

_SHELVE = text(
    f"""
    INSERT INTO shelved (taken_by, {", ".join(_SHELF)})
    SELECT :import, {", ".join(f"o.{name}" for name in _SHELF)}
    FROM judged j JOIN observation o ON o.id = j.observation_id WHERE j.state = 'changed'
    """  # noqa: S608 - the names are the table's
)

_CHANGED = text(
    f"""
    UPDATE observation SET import_id = :import,
           {", ".join(f"{name} = s.{name}" for name in COLUMNS)}
    FROM judged j JOIN staged s ON s.n = j.n
    WHERE j.state = 'changed' AND observation.id = j.observation_id
    """  # noqa: S608 - as above
)

_NEW = text(
    f"""
    INSERT INTO observation (workspace, series_id, source_id, import_id, denominator_text, edition,
                             note, {", ".join(COLUMNS)})
    SELECT :workspace, r.series_id, :source, :import, '', '', '',
           {", ".join(f"s.{name}" for name in COLUMNS)}
    FROM staged s JOIN staged_series r ON r.no = s.series_no JOIN judged j ON j.n = s.n
    WHERE j.state IN ('new', 'changed') AND j.observation_id IS NULL
    """  # noqa: S608 - as above
)


Also: TypeAlias = Callable[[Connection, int], None]
"""What is done in the same transaction, given the import's number."""


class StaleError(Exception):
    """The store has changed since somebody looked at what a load would do."""


class Staged:
    """Prepared figures: what they would change, and publishing them."""

    def __init__(
        self,
        conn: Connection,
        workspace: str,
        source: FigureSource,
        numbers: Mapping[SeriesKey, int],
    ) -> None:
        self._conn, self._workspace, self._source = conn, workspace, source
        self._is_held = False
        self._numbers = numbers
        self._judge()

    def changes(self, most: int) -> list[Change]:
        """The figures that change most."""
        return changes(self._conn, most)

    def new(self, most: int) -> list[Change]:
        """The figures that are not held yet."""
        return new(self._conn, most)

    def blanked(self, most: int) -> list[Change]:
        """The figures held where a blank was given; they stay."""
        return blanked(self._conn, most)

    def held(self, least: int) -> list[tuple[SeriesKey, list[tuple[date, float]]]]:
        """What is held of each series that would change, where it has at least so many values."""
        found = held(self._conn, least)
        return [(key, found[no]) for key, no in self._numbers.items() if no in found]

    def beside(self, metrics: Collection[str], organisations: Collection[str]) -> list[HeldRow]:
        """What the workspace holds of some metrics of some organisations."""
        return held_of(self._conn, self._workspace, metrics, organisations)

    def hold_to(self, decided: int) -> None:
        """Publish only while nothing is loaded after a generation, on which more was decided.

        Raises:
            StaleError: something has been.
        """
        if self._generation != decided:
            raise StaleError
        self._is_held = True

    def publish(
        self,
        file: str,
        sha256: str,
        act: Act,
        expected: Tally | None = None,
        also: Also | None = None,
    ) -> int | None:
        """Store the figures, all or none; gives the import's number, None where nothing changes.

        `also` is done in the same transaction, given that number.

        Raises:
            StaleError: they would change something else than `expected`.
        """
        if is_large(self.tally.new) and expected == self.tally:
            return self._publish_ahead(file, sha256, act, also)
        with publishing(self._conn):
            if self._is_held:
                self._check_generation()
            elif self._generation != generation(self._conn):
                self._judge()
            if expected is not None and self.tally != expected:
                raise StaleError
            if not self.tally:
                return None
            import_id = self._begin(self._workspace, file, sha256, act)
            self._finish(act._replace(import_id=import_id))
            if also:
                also(self._conn, import_id)
            return import_id

    def _publish_ahead(self, file: str, sha256: str, act: Act, also: Also | None) -> int:
        """Write what is of new series before; then all else, and show it, in one transaction."""
        take_back_abandoned(self._conn, act.at)
        hidden = hidden_workspace()
        with publishing(self._conn):
            import_id = self._begin(hidden, file, sha256, act)
            given = self._given(import_id)
        ahead = Ahead(self._conn, hidden, import_id)
        try:
            write_ahead(ahead, given, self._count)
            with publishing(self._conn):
                self._check_generation()
                ahead.show(self._workspace)
                self._finish(act._replace(import_id=import_id))
                if also:
                    also(self._conn, import_id)
        except BaseException:
            ahead.take_back()
            raise
        return import_id

    def _check_generation(self) -> None:
        if self._generation != generation(self._conn):
            raise StaleError

    def _judge(self) -> None:
        self._generation = generation(self._conn)
        self.tally = judge(self._conn, self._workspace, self._source_id())

    def _begin(self, workspace: str, file: str, sha256: str, act: Act) -> int:
        made = insert(_IMPORT).values(
            workspace=workspace,
            file=file,
            sha256=sha256,
            loaded_by=act.who,
            loaded_at=act.at.astimezone(UTC),
            rows=self.tally.new + self.tally.changed,
            status="loaded",
        )
        return int(self._conn.execute(made.returning(_IMPORT.c.id)).scalar_one())

    def _finish(self, act: Act) -> None:
        given = self._given(act.import_id)
        self._conn.execute(_NEW_SERIES, given)
        resolve(self._conn, self._workspace)
        for statement in (_SHELVE, _CHANGED, _NEW):
            self._conn.execute(statement, given)
        audit(self._conn, self._workspace, act)
        changed(self._conn)

    def _given(self, import_id: int | None) -> dict[str, Any]:
        source_id = self._made_source()
        return {"workspace": self._workspace, "import": import_id, "source": source_id}

    @property
    def _count(self) -> int:
        return int(self._conn.exec_driver_sql("SELECT count(*) FROM staged").scalar_one())

    def _source_id(self) -> int | None:
        wanted = select(_SOURCE.c.id).where(
            _SOURCE.c.workspace == self._workspace, _SOURCE.c.key == self._source.key
        )
        found: int | None = self._conn.execute(wanted).scalar_one_or_none()
        return found

    def _made_source(self) -> int:
        known = self._source_id()
        if known is not None:
            return known
        made = insert(_SOURCE).values(
            workspace=self._workspace, published="", file="", **self._source._asdict()
        )
        return int(self._conn.execute(made.returning(_SOURCE.c.id)).scalar_one())


@contextmanager
def staged(
    engine: Engine, workspace: str, source: FigureSource, figures: Iterable[Figure]
) -> Iterator[Staged]:
    """Prepare figures in temporary tables, where nobody sees them and nobody waits for them.

    Raises:
        ValueError: a figure names what is not in the store, or there is no workspace.
    """
    if not workspace:
        raise ValueError("what somebody loads belongs to a workspace")
    with staging(engine) as conn:
        try:
            numbers: dict[SeriesKey, int] = {}
            prepare(conn, figures, numbers)
            ids = References(conn, workspace)
            prepare_series(conn, [_series(series, no, ids) for series, no in numbers.items()])
            yield Staged(conn, workspace, source, numbers)
        finally:
            conn.rollback()
            drop(conn)
            conn.commit()


def changed(conn: Connection) -> None:
    """Tell whoever keeps something of the store in memory that it is stale."""
    conn.execute(update(_STATE).values(generation=_STATE.c.generation + 1))


def _series(series: SeriesKey, no: int, ids: References) -> tuple[Any, ...]:
    formula = series.formula and ids.id_of("formula", f"{series.metric}/{series.formula}")
    return (
        no,
        "|".join(part or "" for part in series),
        ids.id_of("metric", series.metric),
        ids.id_of("organisation", series.organisation),
        series.team and ids.id_of("team", series.team),
        ids.id_of("role_group", series.role_group),
        formula,
        str(series.kind),
        str(series.basis),
        series.unit,
    )
