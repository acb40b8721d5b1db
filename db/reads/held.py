"""Which series are held, and of what time; the figures themselves are in `figures`."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Date, TextClause

from db.portions import portions
from db.reads.statement import statement
from db.scope import Scope


class SeriesRow(NamedTuple):
    """A series; `team_id` None is the whole organisation, `formula_id` None is none stated."""

    id: int
    metric_id: int
    organisation_id: int
    team_id: int | None
    role_group_id: int
    formula_id: int | None
    kind: str
    basis: str
    unit: str


class CoverageRow(NamedTuple):
    """How many figures with a value an organisation has of a metric and kind.

    Undated ones have no first or last.
    """

    organisation_id: int
    metric_id: int
    kind: str
    figures: int
    first: date | None
    last: date | None


_COLUMNS = """
    SELECT id, metric_id, organisation_id, team_id, role_group_id, formula_id, kind, basis, unit
    FROM series
"""

OF_METRICS = statement(
    f"{_COLUMNS} WHERE metric_id IN :metrics AND workspace IN ('', :workspace)", "metrics"
)

OF_METRICS_AND_ORGANISATIONS = statement(
    f"""{_COLUMNS}
    WHERE metric_id IN :metrics AND organisation_id IN :organisations
      AND workspace IN ('', :workspace)
    """,
    "metrics",
    "organisations",
)

OF_ORGANISATIONS = statement(
    f"{_COLUMNS} WHERE organisation_id IN :organisations AND workspace IN ('', :workspace)",
    "organisations",
)

_COVERAGE = """
    SELECT s.organisation_id, s.metric_id, s.kind,
           count(DISTINCT o.series_id || ' ' || o.period_key || ' ' || o.qualifier),
           min(o.period_end) AS first_end, max(o.period_end) AS last_end
    FROM series s JOIN observation o ON o.series_id = s.id
    WHERE s.workspace IN ('', :workspace) AND o.value IS NOT NULL AND o.edition <= :known
"""
_GROUPED = """
    GROUP BY s.organisation_id, s.metric_id, s.kind
    ORDER BY s.organisation_id, s.metric_id, s.kind
"""

# Of all there is, each series by itself: twice as fast as telling so many figures apart by text.
COVERAGE = statement(
    f"""
    SELECT s.organisation_id, s.metric_id, s.kind, CAST(sum(h.figures) AS INTEGER),
           min(h.first_end) AS first_end, max(h.last_end) AS last_end
    FROM series s JOIN (
        SELECT f.series_id, count(*) AS figures, min(f.last_end) AS first_end,
               max(f.last_end) AS last_end
        FROM (SELECT series_id, max(period_end) AS last_end FROM observation
              WHERE value IS NOT NULL AND edition <= :known
              GROUP BY series_id, period_key, qualifier) f
        GROUP BY f.series_id) h ON h.series_id = s.id
    WHERE s.workspace IN ('', :workspace)
    {_GROUPED}
    """  # noqa: S608 - the end of it is ours
).columns(first_end=Date, last_end=Date)

COVERAGE_OF = statement(
    f"{_COVERAGE} AND s.organisation_id IN :organisations {_GROUPED}", "organisations"
).columns(first_end=Date, last_end=Date)


def series(
    conn: Connection,
    scope: Scope,
    metric_ids: Collection[int],
    organisation_ids: Collection[int] | None,
) -> list[SeriesRow]:
    """Give the series of these metrics and organisations, None being all, by id."""
    if organisation_ids is None:
        given: list[Mapping[str, object]] = [{"metrics": ids} for ids in portions(metric_ids)]
        return _found(conn, scope, OF_METRICS, given)
    given = [
        {"metrics": metrics, "organisations": organisations}
        for metrics in portions(metric_ids)
        for organisations in portions(organisation_ids)
    ]
    return _found(conn, scope, OF_METRICS_AND_ORGANISATIONS, given)


def series_of_organisation(
    conn: Connection, scope: Scope, organisation_ids: Collection[int]
) -> list[SeriesRow]:
    """Give every series of these organisations, by id."""
    given = [{"organisations": ids} for ids in portions(organisation_ids)]
    return _found(conn, scope, OF_ORGANISATIONS, given)


def coverage(
    conn: Connection,
    scope: Scope,
    until: date,
    organisation_ids: Collection[int] | None = None,
) -> list[CoverageRow]:
    """Give what was held of each organisation, metric and kind on a day, in that order.

    A figure in several editions counts once, and one in an edition still to come not at all.
    `organisation_ids` None is all of them.
    """
    given = {"workspace": scope.workspace, "known": until.isoformat()}
    if organisation_ids is None:
        return [CoverageRow(*row) for row in conn.execute(COVERAGE, given)]
    found = []
    for some in portions(organisation_ids):
        rows = conn.execute(COVERAGE_OF, {**given, "organisations": some})
        found += [CoverageRow(*row) for row in rows]
    return sorted(found, key=lambda row: row[:3])


def _found(
    conn: Connection, scope: Scope, wanted: TextClause, given: Iterable[Mapping[str, object]]
) -> list[SeriesRow]:
    found = []
    for lists in given:
        rows = conn.execute(wanted, {**lists, "workspace": scope.workspace})
        found += [SeriesRow(*row) for row in rows]
    return sorted(found)
