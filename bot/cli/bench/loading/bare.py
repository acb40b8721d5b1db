"""The least that loading can cost: rows that are ready, by the driver itself, and nothing else."""

from collections.abc import Sequence
from time import perf_counter
from typing import Any, Final

from db.loads import Figure
from db.session import Engine, staging

_COLUMNS: Final = (
    "workspace, series_id, period_type, period_key, period_start, period_end, period_label, "
    "value, value_text, status, section, line, quote, qualifier, denominator_text, edition, note, "
    "source_id"
)
_UPSERT: Final = (
    "ON CONFLICT (source_id, series_id, period_key, qualifier, edition) "
    "DO UPDATE SET value = excluded.value, value_text = excluded.value_text"
)
_WIDTH: Final = _COLUMNS.count(",") + 1


def bare_load(engine: Engine, figures: Sequence[Figure]) -> float:
    """Upsert figures as fast as the driver can, and take them away again; gives the seconds.

    On SQLite by `executemany`, on PostgreSQL by COPY into a temporary table.
    """
    with staging(engine) as conn:
        driver: Any = conn.connection.driver_connection
        series, source = _series(driver)
        rows = [_row(number, one, series, source) for number, one in enumerate(figures)]
        seconds = (_sqlite if conn.dialect.name == "sqlite" else _postgres)(driver, rows)
        driver.execute("DELETE FROM observation WHERE workspace = 'bare'")
        driver.commit()
    return seconds


def _sqlite(driver: Any, rows: Sequence[Sequence[Any]]) -> float:
    marks = ", ".join("?" * _WIDTH)
    start = perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    driver.executemany(
        f"INSERT INTO observation ({_COLUMNS}) VALUES ({marks}) {_UPSERT}",  # noqa: S608 - ours
        rows,
    )
    driver.commit()
    return perf_counter() - start


def _postgres(driver: Any, rows: Sequence[Sequence[Any]]) -> float:
    start = perf_counter()
    driver.execute(
        f"CREATE TEMPORARY TABLE bare AS SELECT {_COLUMNS} FROM observation LIMIT 0"  # noqa: S608 - ours
    )
    with driver.cursor().copy(f"COPY bare ({_COLUMNS}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    driver.execute(
        f"INSERT INTO observation ({_COLUMNS}) SELECT {_COLUMNS} FROM bare {_UPSERT}"  # noqa: S608 - ours
    )
    driver.commit()
    seconds = perf_counter() - start
    driver.execute("DROP TABLE bare")
    return seconds


def _series(driver: Any) -> tuple[list[int], int]:
    """The series that the rows are spread over, and their source."""
    series = [row[0] for row in driver.execute("SELECT id FROM series ORDER BY id").fetchall()]
    return series, driver.execute("SELECT min(id) FROM source").fetchone()[0]


def _row(number: int, one: Figure, series: Sequence[int], source: int) -> tuple[Any, ...]:
    start, end = (day and day.isoformat() for day in (one.period_start, one.period_end))
    return (
        "bare",
        series[number % len(series)],
        one.period_type,
        f"{one.period_key}-{number}",
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
