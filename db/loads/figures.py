"""The figures of a load and the temporary tables they are prepared in."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection

from db.writes.rows import SeriesKey


class Figure(NamedTuple):
    """One figure, and where the file says it; `line` is counted from 1."""

    series: SeriesKey
    period_type: str
    period_key: str
    period_start: date | None
    period_end: date | None
    period_label: str
    value: float | None
    value_text: str
    status: str
    numerator: float | None
    denominator: float | None
    section: str
    line: int
    quote: str = ""
    qualifier: str = ""


class FigureSource(NamedTuple):
    """The document that figures are told to come from."""

    key: str
    title: str
    publisher: str


_TYPES = {
    "n": "INTEGER PRIMARY KEY",
    "series_no": "INTEGER NOT NULL",
    "period_type": "TEXT NOT NULL",
    "period_key": "TEXT NOT NULL",
    "period_start": "DATE",
    "period_end": "DATE",
    "period_label": "TEXT NOT NULL",
    "value": "DOUBLE PRECISION",
    "value_text": "TEXT NOT NULL",
    "status": "TEXT NOT NULL",
    "numerator": "DOUBLE PRECISION",
    "denominator": "DOUBLE PRECISION",
    "section": "TEXT NOT NULL",
    "line": "INTEGER",
    "quote": "TEXT NOT NULL",
    "qualifier": "TEXT NOT NULL",
}

_SERIES_TYPES = {
    "no": "INTEGER PRIMARY KEY",
    "identity": "TEXT NOT NULL",
    "metric_id": "INTEGER NOT NULL",
    "organisation_id": "INTEGER NOT NULL",
    "team_id": "INTEGER",
    "role_group_id": "INTEGER NOT NULL",
    "formula_id": "INTEGER",
    "kind": "TEXT NOT NULL",
    "basis": "TEXT NOT NULL",
    "unit": "TEXT NOT NULL",
    "series_id": "INTEGER",
    "published_id": "INTEGER",
    "ahead": "INTEGER",
}

_FOUND = frozenset({"series_id", "published_id", "ahead"})
"""What is found out about staged series in the store."""

COLUMNS = tuple(name for name in _TYPES if name not in {"n", "series_no"})
"""The columns that a staged figure shares with the table of figures."""

_TABLES = {"staged": _TYPES, "staged_series": _SERIES_TYPES}


def prepare(conn: Connection, figures: Iterable[Figure], numbers: dict[SeriesKey, int]) -> None:
    """Write the figures to a temporary table; `numbers` takes the number of each series."""
    drop(conn)
    _make(conn, "staged")
    is_sqlite = conn.dialect.name == "sqlite"
    days: dict[date | None, Any] = {None: None}

    def row(n: int, figure: Figure) -> tuple[Any, ...]:
        series, kind, key, start, end, *rest = figure
        if is_sqlite:  # which has no dates, and takes no date objects
            start = days.get(start) or days.setdefault(start, start and start.isoformat())
            end = days.get(end) or days.setdefault(end, end and end.isoformat())
        return (n, numbers.setdefault(series, len(numbers)), kind, key, start, end, *rest)

    fill(conn, "staged", list(_TYPES), (row(n, one) for n, one in enumerate(figures)))


def prepare_series(conn: Connection, rows: Iterable[Sequence[Any]]) -> None:
    """Write the series of the figures to a temporary table, without what they are in the store."""
    _make(conn, "staged_series")
    columns = [name for name in _SERIES_TYPES if name not in _FOUND]
    fill(conn, "staged_series", columns, rows)


def drop(conn: Connection) -> None:
    """Forget what was prepared."""
    for name in (*_TABLES, "judged"):
        conn.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")


def _make(conn: Connection, name: str) -> None:
    columns = ", ".join(f"{column} {kind}" for column, kind in _TABLES[name].items())
    conn.exec_driver_sql(f"CREATE TEMPORARY TABLE {name} ({columns})")


def fill(
    conn: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write rows to a temporary table in the way each kind of database does fastest."""
    named = ", ".join(columns)
    driver: Any = conn.connection.driver_connection
    if conn.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table} ({named}) VALUES ({marks})"  # noqa: S608 - ours
        driver.execute(
            "BEGIN"
        )  # it locks nothing but the temporary tables; without, each row would
        try:
            driver.executemany(statement, rows)
        finally:
            driver.execute("COMMIT")
        return
    with driver.cursor().copy(f"COPY {table} ({named}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
