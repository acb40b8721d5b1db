"""The least that loading can cost: rows that are ready, by the driver itself, and nothing else."""

from collections.abc import Sequence
from typing import Any, Final

from bot.cli.bench.loading.spent import Spent, measured
from db.loads import Figure
from db.session import Engine, staging
from db.writes import SeriesKey

_COLUMNS: Final = (
    "workspace, series_id, period_type, period_key, period_start, period_end, period_label, "
    "value, value_text, status, section, line, quote, qualifier, denominator_text, edition, note, "
    "source_id"
)
_UPSERT: Final = (
    "ON CONFLICT (source_id, series_id, period_key, qualifier, edition) "
    "DO UPDATE SET value = excluded.value, value_text = excluded.value_text"
)
_ADD_SERIES: Final = """
    INSERT INTO series (
        workspace, identity, metric_id, organisation_id, role_group_id, kind, basis, unit
    )
    SELECT 'bare', 'bare :number', metric_id, organisation_id, role_group_id, kind, basis, unit
    FROM series
"""
_WIDTH: Final = _COLUMNS.count(",") + 1


def bare_load(engine: Engine, figures: Sequence[Figure]) -> Spent:
    """Upsert figures as fast as the driver can, and take them away again; gives what it took.

    On SQLite by `executemany`, on PostgreSQL by COPY into a temporary table.
    """
    with staging(engine) as conn:
        driver: Any = conn.connection.driver_connection
        ids, source = _series(driver, [one.series for one in figures])
        rows = [_row(one, ids[one.series], source) for one in figures]
        with measured() as spent:
            (_sqlite if conn.dialect.name == "sqlite" else _postgres)(driver, rows)
        for table in ("observation", "series"):
            driver.execute(f"DELETE FROM {table} WHERE workspace = 'bare'")  # noqa: S608 - ours
        driver.commit()
    return spent


def _sqlite(driver: Any, rows: Sequence[Sequence[Any]]) -> None:
    marks = ", ".join("?" * _WIDTH)
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany(
        f"INSERT INTO observation ({_COLUMNS}) VALUES ({marks}) {_UPSERT}",  # noqa: S608 - ours
        rows,
    )
    driver.commit()


def _postgres(driver: Any, rows: Sequence[Sequence[Any]]) -> None:
    driver.execute(
        f"CREATE TEMPORARY TABLE bare AS SELECT {_COLUMNS} FROM observation LIMIT 0"  # noqa: S608 - ours
    )
    with driver.cursor().copy(f"COPY bare ({_COLUMNS}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    driver.execute(
        f"INSERT INTO observation ({_COLUMNS}) SELECT {_COLUMNS} FROM bare {_UPSERT}"  # noqa: S608 - ours
    )
    driver.execute("DROP TABLE bare")
    driver.commit()


def _series(driver: Any, series: Sequence[SeriesKey]) -> tuple[dict[SeriesKey, int], int]:
    """A series for each of the figures' in their order, as a load would make, and a source."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(series))}
    for number in numbers.values():
        driver.execute(f"{_ADD_SERIES} LIMIT 1".replace(":number", str(number)))
    rows = driver.execute("SELECT identity, id FROM series WHERE workspace = 'bare'").fetchall()
    ids = dict(rows)
    source = driver.execute("SELECT min(id) FROM source").fetchone()[0]
    return {key: ids[f"bare {number}"] for key, number in numbers.items()}, source


def _row(one: Figure, series: int, source: int) -> tuple[Any, ...]:
    start, end = (day and day.isoformat() for day in (one.period_start, one.period_end))
    return (
        "bare",
        series,
        one.period_type,
        one.period_key,
        start,
        end,
        one.period_label,
        one.value,
        one.value_text,
        one.status,
        one.section,
        one.line,
        "",
        "",
        "",
        "",
        "",
        source,
    )
