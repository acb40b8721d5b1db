"""What prepared figures would change, compared in the store itself."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Date, text

_RESOLVE = (
    """
    UPDATE staged_series SET series_id = (
        SELECT id FROM series
        WHERE identity = staged_series.identity AND workspace = :workspace)
    """,
    """
    UPDATE staged_series SET published_id = (
        SELECT id FROM series WHERE identity = staged_series.identity AND workspace = '')
    """,
)

_OWN = """
    LEFT JOIN observation o ON o.source_id = :source AND o.series_id = r.series_id
     AND o.period_key = s.period_key AND o.qualifier = s.qualifier AND o.edition = ''
"""

_PUBLISHED = """
    LEFT JOIN observation p ON p.id = (
        SELECT min(q.id) FROM observation q
        WHERE q.series_id = r.published_id AND q.period_key = s.period_key
          AND q.qualifier = s.qualifier AND q.edition = '')
"""

_SAME = "({held}.status = s.status AND {held}.value IS NOT DISTINCT FROM s.value)"

# A figure of the workspace's own is held; where there is none, the one that was published.
_JUDGE = """
    CREATE TEMPORARY TABLE judged AS
    SELECT s.n, o.id AS observation_id,
           CASE WHEN s.status = 'blank' THEN
                     CASE WHEN {value} IS NULL THEN 'ignored' ELSE 'blanked' END
                WHEN o.id IS NOT NULL THEN
                     CASE WHEN {same_own} THEN 'unchanged' ELSE 'changed' END
                {published}
                ELSE 'new' END AS state,
           {old}
    FROM staged s JOIN staged_series r ON r.no = s.series_no {own} {join}
"""

_COUNT = text("SELECT state, count(*) AS figures FROM judged GROUP BY state")

_CHANGES = text(
    """
    SELECT j.n, j.old_value, j.old_text, j.old_status, j.observation_id IS NULL
    FROM judged j JOIN staged s ON s.n = j.n
    WHERE j.state = :state
    ORDER BY abs(coalesce(s.value, 0) - coalesce(j.old_value, 0))
             / (abs(coalesce(j.old_value, 0)) + 1) DESC, j.n
    LIMIT :most
    """
)


_HELD = text(
    """
    SELECT r.no, o.period_end, o.value
    FROM staged_series r JOIN observation o ON o.series_id = coalesce(r.series_id, r.published_id)
    WHERE o.value IS NOT NULL AND o.period_end IS NOT NULL AND o.edition = '' AND r.no IN (
        SELECT s.series_no FROM staged s JOIN judged j ON j.n = s.n
        WHERE j.state IN ('new', 'changed'))
      AND :least <= (
        SELECT count(*) FROM observation c
        WHERE c.series_id = coalesce(r.series_id, r.published_id) AND c.value IS NOT NULL)
    ORDER BY r.no, o.period_end, o.id
    """
).columns(period_end=Date)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures are new, changed and as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything would be different."""
        return bool(self.new or self.changed)


class Change(NamedTuple):
    """A figure that is held with another value; `at` is its place among the figures given.

    `published` says that the old one was published and stays beside the new one.
    """

    at: int
    value: float | None
    text: str
    status: str
    published: bool


def judge(conn: Connection, workspace: str, source_id: int | None) -> Tally:
    """Compare what was prepared with what is held."""
    resolve(conn, workspace)
    conn.exec_driver_sql("DROP TABLE IF EXISTS judged")
    known = "SELECT count(published_id) FROM staged_series"
    sql = _judging(published=bool(conn.exec_driver_sql(known).scalar_one()))
    if conn.dialect.name == "sqlite":  # whose older versions know no other word for it
        sql = sql.replace("IS NOT DISTINCT FROM", "IS")
    # A parameter in CREATE TABLE AS is refused by PostgreSQL; it is a number of ours.
    conn.execute(text(sql.replace(":source", str(-1 if source_id is None else source_id))))
    counted = {row.state: row.figures for row in conn.execute(_COUNT)}
    return Tally(*(counted.get(state, 0) for state in ("new", "changed", "unchanged")))


def resolve(conn: Connection, workspace: str) -> None:
    """Find the series that are held, the workspace's own and the published ones."""
    for statement in _RESOLVE:
        conn.execute(text(statement), {"workspace": workspace})


def changes(conn: Connection, most: int) -> list[Change]:
    """Give the figures that change most, measured by what was held."""
    return _listed(conn, "changed", most)


def blanked(conn: Connection, most: int) -> list[Change]:
    """Give the figures that are held where there is a blank now."""
    return _listed(conn, "blanked", most)


def new(conn: Connection, most: int) -> list[Change]:
    """Give the figures that are not held yet."""
    return _listed(conn, "new", most)


def held(conn: Connection, least: int) -> dict[int, list[tuple[date, float]]]:
    """Give what is held of each series that would change, oldest first, by its number.

    Those with fewer values than `least` are left out. Where the workspace has no such series itself
    it is the one that was published.
    """
    found: dict[int, list[tuple[date, float]]] = defaultdict(list)
    for no, end, value in conn.execute(_HELD, {"least": least}):
        found[no].append((end, value))
    return found


def _listed(conn: Connection, state: str, most: int) -> list[Change]:
    given = {"state": state, "most": most}
    found = [Change(*row) for row in conn.execute(_CHANGES, given)]
    return [one._replace(published=bool(one.published)) for one in found]  # SQLite has no booleans


def _judging(*, published: bool) -> str:
    same = _SAME.format(held="o")
    if not published:
        old = "o.value AS old_value, o.value_text AS old_text, o.status AS old_status"
        parts = {"published": "", "join": "", "value": "o.value"}
        return _JUDGE.format(same_own=same, own=_OWN, old=old, **parts)
    held = {"value": "old_value", "value_text": "old_text", "status": "old_status"}
    old = ", ".join(
        f"CASE WHEN o.id IS NULL THEN p.{column} ELSE o.{column} END AS {name}"
        for column, name in held.items()
    )
    cases = f"""WHEN p.id IS NOT NULL THEN
                     CASE WHEN {_SAME.format(held="p")} THEN 'unchanged' ELSE 'changed' END"""
    parts = {"published": cases, "join": _PUBLISHED, "value": "coalesce(o.value, p.value)"}
    return _JUDGE.format(same_own=same, own=_OWN, old=old, **parts)
