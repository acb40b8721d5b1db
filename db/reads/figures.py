"""The figures of a series, and where else they were printed."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Date, TextualSelect, bindparam

from db.portions import portions
from db.reads.statement import statement
from db.scope import Scope


class ObservationRow(NamedTuple):
    """One figure as it was published, with where; a `value` of None is no figure, never zero."""

    id: int
    series_id: int
    period_type: str
    period_key: str
    period_start: date | None
    period_end: date | None
    period_label: str
    qualifier: str
    value: float | None
    value_text: str
    status: str
    numerator: float | None
    denominator: float | None
    denominator_text: str
    edition: str
    source_id: int
    source_key: str
    source_title: str
    section: str
    line: int | None
    quote: str
    note: str
    import_id: int | None


class RestatementRow(NamedTuple):
    """Another place that prints the figure `observation_id`."""

    observation_id: int
    source_id: int
    source_key: str
    source_title: str
    section: str
    line: int | None
    quote: str
    value_text: str


_COLUMNS = """
    SELECT o.id, o.series_id, o.period_type, o.period_key, o.period_start, o.period_end,
           o.period_label, o.qualifier, o.value, o.value_text, o.status, o.numerator,
           o.denominator, o.denominator_text, o.edition, o.source_id, s.key, s.title,
           o.section, o.line, o.quote, o.note, o.import_id
    FROM observation o JOIN source s ON s.id = o.source_id
    WHERE o.series_id IN :ids AND o.workspace IN ('', :workspace)
      AND (o.period_start IS NULL OR o.period_start <= :until OR EXISTS (
             SELECT 1 FROM series t WHERE t.id = o.series_id AND t.kind = 'target'))
      AND o.edition <= :known
"""

# NULLS FIRST: undated figures come first on both stores, as in SQLite's index.
_IN_ORDER = "ORDER BY o.series_id, o.period_end NULLS FIRST, o.id"

OBSERVATIONS = (
    statement(f"{_COLUMNS} {_IN_ORDER}", "ids")
    .bindparams(bindparam("until", type_=Date))
    .columns(period_start=Date, period_end=Date)
)

OF_PAPERS = (
    statement(f"{_COLUMNS} AND o.edition = '' {_IN_ORDER}", "ids")
    .bindparams(bindparam("until", type_=Date))
    .columns(period_start=Date, period_end=Date)
)

OBSERVATIONS_AT = (
    statement(f"{_COLUMNS} AND o.period_end = :end {_IN_ORDER}", "ids")
    .bindparams(bindparam("until", type_=Date), bindparam("end", type_=Date))
    .columns(period_start=Date, period_end=Date)
)

EDITIONS = statement(
    """
    SELECT DISTINCT o.edition FROM observation o JOIN source s ON s.id = o.source_id
    WHERE s.key = :source AND o.workspace IN ('', :workspace) ORDER BY o.edition
    """
)

RESTATEMENTS = statement(
    """
    SELECT r.observation_id, r.source_id, s.key, s.title, r.section, r.line, r.quote, r.value_text
    FROM restatement r JOIN source s ON s.id = r.source_id
    WHERE r.observation_id IN :ids
    ORDER BY r.observation_id, r.id
    """,
    "ids",
)


def observations(
    conn: Connection,
    scope: Scope,
    series_ids: Collection[int],
    until: date,
    end: date | None = None,
) -> list[ObservationRow]:
    """Give the figures of these series, by series, end of period (undated first) and id.

    Those of a period that starts after `until` are left out, but for targets, which are of times to
    come; undated ones are not. Of a figure in several editions of one source it is that of the
    newest one published by then. With `end` only those of periods that end on that day.
    """
    if end is None:
        return _newest(_rows(conn, scope, OBSERVATIONS, series_ids, {"until": until}))
    given = {"until": until, "end": end}
    return _newest(_rows(conn, scope, OBSERVATIONS_AT, series_ids, given))


def of_papers(
    conn: Connection, scope: Scope, series_ids: Collection[int], until: date
) -> list[ObservationRow]:
    """Give the figures of these series as in `observations`, without those of any edition."""
    return _rows(conn, scope, OF_PAPERS, series_ids, {"until": until})


def editions(conn: Connection, scope: Scope, source: str) -> list[str]:
    """Give the editions that are held of a source, oldest first."""
    rows = conn.execute(EDITIONS, {"source": source, "workspace": scope.workspace})
    return [edition for (edition,) in rows]


def _rows(
    conn: Connection,
    scope: Scope,
    wanted: TextualSelect,
    series_ids: Collection[int],
    days: Mapping[str, date],
) -> list[ObservationRow]:
    given = {"workspace": scope.workspace, "known": days["until"].isoformat(), **days}
    found = []
    for ids in portions(series_ids):
        found += [ObservationRow(*row) for row in conn.execute(wanted, {**given, "ids": ids})]
    return found


def _newest(rows: list[ObservationRow]) -> list[ObservationRow]:
    """Of each figure the row of its newest edition."""
    if not any(row.edition for row in rows):
        return rows
    newest: dict[tuple[int, int, str, str], str] = {}
    for row in rows:
        key = _printed(row)
        newest[key] = max(row.edition, newest.get(key, ""))
    return [row for row in rows if row.edition == newest[_printed(row)]]


def _printed(row: ObservationRow) -> tuple[int, int, str, str]:
    """What its editions share."""
    return row.source_id, row.series_id, row.period_key, row.qualifier


def restatements(conn: Connection, observation_ids: Collection[int]) -> list[RestatementRow]:
    """Give where these figures are printed again, by figure and in the order they were loaded.

    A restatement is seen by whoever sees its figure, so the ids must come from `observations`.
    """
    found = []
    for ids in portions(observation_ids):
        found += [RestatementRow(*row) for row in conn.execute(RESTATEMENTS, {"ids": ids})]
    return found
