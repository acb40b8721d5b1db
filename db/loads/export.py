"""What is held, by keys, as it is exported."""

from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import Connection, Date, bindparam, text

from db.scope import Scope


class HeldRow(NamedTuple):
    """One figure with the keys of all it is of; "" where it has no team or formula."""

    organisation: str
    team: str
    role_group: str
    metric: str
    formula: str
    kind: str
    basis: str
    unit: str
    period_type: str
    period: str
    period_start: date | None
    period_end: date | None
    period_label: str
    qualifier: str
    value: float | None
    value_text: str
    status: str
    numerator: float | None
    denominator: float | None


_FIGURES: Final = """
    SELECT g.key, coalesce(t.key, ''), r.key, m.key, coalesce(f.key, ''), s.kind, s.basis, s.unit,
           o.period_type, o.period_key, o.period_start, o.period_end, o.period_label, o.qualifier,
           o.value, o.value_text, o.status, o.numerator, o.denominator
    FROM {table} o JOIN series s ON s.id = o.series_id AND s.workspace = o.workspace
    JOIN metric m ON m.id = s.metric_id JOIN organisation g ON g.id = s.organisation_id
    JOIN role_group r ON r.id = s.role_group_id LEFT JOIN team t ON t.id = s.team_id
    LEFT JOIN formula f ON f.id = s.formula_id
    WHERE o.workspace IN (:workspace, :published) AND o.edition = '' AND {wanted}
    ORDER BY g.key, t.key, r.key, m.key, s.id, o.period_end, o.id
    """

_DATES: Final = {"period_start": Date, "period_end": Date}
_HELD = text(_FIGURES.format(table="observation", wanted="0 = 0")).columns(**_DATES)
_SHELVED = text(_FIGURES.format(table="shelved", wanted="o.taken_by = :import")).columns(**_DATES)
_WANTED: Final = """m.key IN :metrics AND g.key IN :organisations
      AND coalesce(o.import_id, 0) < :before"""
_OF = (
    text(_FIGURES.format(table="observation", wanted=_WANTED))
    .bindparams(bindparam("metrics", expanding=True), bindparam("organisations", expanding=True))
    .columns(**_DATES)
)
_ANY: Final = 2**31 - 1


def held_rows(conn: Connection, scope: Scope, *, published: bool = False) -> list[HeldRow]:
    """Give what a workspace loaded, with what was published in reports if that is wanted too.

    Figures of released statistics are not given: they are the Department's, and it has the files.
    """
    given = {"workspace": scope.workspace, "published": "" if published else scope.workspace}
    return [HeldRow(*row) for row in conn.execute(_HELD, given)]


def held_of(
    conn: Connection,
    workspace: str,
    metrics: Collection[str],
    organisations: Collection[str],
    before: int = _ANY,
) -> list[HeldRow]:
    """Give what is held of some metrics of some organisations; "" is what reports published.

    `before` is the number of an import that, with all later ones, is left out.
    """
    given = {"workspace": workspace, "published": workspace, "before": before}
    keys = {"metrics": sorted(metrics), "organisations": sorted(organisations)}
    return [HeldRow(*row) for row in conn.execute(_OF, given | keys)]


def shelved_rows(conn: Connection, workspace: str, import_id: int) -> list[HeldRow]:
    """Give the figures that come back when an import is taken back, or put in again."""
    given = {"workspace": workspace, "published": workspace, "import": import_id}
    return [HeldRow(*row) for row in conn.execute(_SHELVED, given)]
