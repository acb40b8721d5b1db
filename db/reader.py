"""The reads of one question over one connection, so that it costs one hop to a thread."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, Engine

from db import reads
from db.catalogue import Catalogue
from db.scope import Scope


class Reader:
    """What one person in one workspace may read, while it is open."""

    def __init__(self, conn: Connection, scope: Scope) -> None:
        self._conn = conn
        self._scope = scope

    def generation(self) -> int:
        """The number that changes with every load."""
        return reads.generation(self._conn)

    def catalogue(self) -> Catalogue:
        """Everything known by name."""
        return reads.catalogue(self._conn, self._scope)

    def series(
        self, metric_ids: Collection[int], organisation_ids: Collection[int] | None = None
    ) -> list[reads.SeriesRow]:
        """The series of these metrics, of all organisations or some."""
        return reads.series(self._conn, self._scope, metric_ids, organisation_ids)

    def series_of(self, organisation_ids: Collection[int]) -> list[reads.SeriesRow]:
        """Every series of some organisations."""
        return reads.series_of_organisation(self._conn, self._scope, organisation_ids)

    def observations(
        self, series_ids: Collection[int], until: date, end: date | None = None
    ) -> list[reads.ObservationRow]:
        """The figures of some series that were known on a day, oldest first, undated ones first.

        With `end` only those of periods that end on that day.
        """
        return reads.observations(self._conn, self._scope, series_ids, until, end)

    def of_papers(self, series_ids: Collection[int], until: date) -> list[reads.ObservationRow]:
        """The same without figures of any edition: what was released of all councils."""
        return reads.of_papers(self._conn, self._scope, series_ids, until)

    def neighbours(self, codes: Collection[str]) -> list[reads.NeighbourRow]:
        """The neighbours of authorities by their three digits, newest model first, then by rank."""
        return reads.neighbours(self._conn, self._scope, codes)

    def coverage(
        self, until: date, organisation_ids: Collection[int] | None = None
    ) -> list[reads.CoverageRow]:
        """How much was held of each metric and kind by each organisation, or some, on a day."""
        return reads.coverage(self._conn, self._scope, until, organisation_ids)


@contextmanager
def reading(engine: Engine, scope: Scope) -> Iterator[Reader]:
    """A reader over one connection of a read engine."""
    with engine.connect() as conn:
        yield Reader(conn, scope)
