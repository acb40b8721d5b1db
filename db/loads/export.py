"""What is held, by keys, as it is exported."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Date, text

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


_HELD = text(
    """
    SELECT g.key, coalesce(t.key, ''), r.key, m.key, coalesce(f.key, ''), s.kind, s.basis, s.unit,
           o.period_type, o.period_key, o.period_start, o.period_end, o.period_label, o.qualifier,
           o.value, o.value_text, o.status, o.numerator, o.denominator
    FROM observation o JOIN series s ON s.id = o.series_id AND s.workspace = o.workspace
    JOIN metric m ON m.id = s.metric_id JOIN organisation g ON g.id = s.organisation_id
    JOIN role_group r ON r.id = s.role_group_id LEFT JOIN team t ON t.id = s.team_id
    LEFT JOIN formula f ON f.id = s.formula_id
    WHERE o.workspace IN (:workspace, :published) AND o.edition = ''
    ORDER BY g.key, t.key, r.key, m.key, s.id, o.period_end, o.id
    """
).columns(period_start=Date, period_end=Date)


def held_rows(conn: Connection, scope: Scope, *, published: bool = False) -> list[HeldRow]:
    """Give what a workspace loaded, with what was published in reports if that is wanted too.

    Figures of released statistics are not given: they are the Department's, and it has the files.
    """
    given = {"workspace": scope.workspace, "published": "" if published else scope.workspace}
    return [HeldRow(*row) for row in conn.execute(_HELD, given)]
