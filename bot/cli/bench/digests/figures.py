"""A store made up for the measuring: councils with teams, and figures of many months.

Every figure follows from where it stands, so that two runs measure the same.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from itertools import count, islice, product
from typing import Any, Final

from bot.digest.sets import CHILDRENS_WORKFORCE, SETS
from db.session import Engine, staging

MONTHS: Final = 24
"""The months of a council's own figures, the last of which is March 2024."""

_LAST: Final = 12 * 2024 + 2
_RELEASES: Final = 60
_RELEASED: Final = "2024-03-21"
TEAMS: Final = 6
OF_TEAMS: Final = ("agency_rate", "vacancy_rate", "average_caseload", "turnover_rate")
ROLE: Final = "social_workers"
_NEW: Final = 100_000
"""Ids from here on are of what is made up."""

_Series = tuple[str, int, int | None, str]
"""A metric by key, a council and a team of it by number, and a role group by key."""

_ADD_COUNCIL: Final = """
    INSERT INTO organisation (id, workspace, key, name, short_name, kind, region_id)
    SELECT ?, '', ?, ?, ?, 'council', min(id) FROM organisation WHERE kind = 'region'
"""
_ADD_TEAM: Final = """
    INSERT INTO team (id, workspace, organisation_id, key, name) VALUES (?, '', ?, ?, ?)
"""
_ADD_SERIES: Final = """
    INSERT INTO series (
        id, workspace, identity, metric_id, organisation_id, team_id, role_group_id, kind, basis,
        unit
    )
    SELECT ?, '', ?, m.id, ?, ?, r.id, 'actual', '', '' FROM metric m, role_group r
    WHERE m.key = ? AND r.key = ?
"""
_ADD_FIGURES: Final = """
    INSERT INTO observation (
        workspace, series_id, period_type, period_key, period_start, period_end, period_label,
        qualifier, value, value_text, status, numerator, denominator, denominator_text, edition,
        source_id, section, line, quote, note
    )
    SELECT '', id, 'month', key, first, last, key, '', value, '' || value, 'reported', value, 100,
           '', edition, (SELECT min(id) FROM source), 'Appendix', number, 'as printed', ''
    FROM (
        SELECT s.id, m.*, 20 + (s.id * 7919 + m.number * 104729) % 97 / 10.0 AS value
        FROM series s, made_month m WHERE s.id BETWEEN ? AND ?
    )
"""


def fill(engine: Engine, councils: int, figures: int) -> None:
    """Fill a SQLite store of the bundled data up to so many figures, or nearly.

    Of each council: its own papers on what is followed, released statistics of the same, and of
    its own papers on other things as many as there is room for.
    """
    with staging(engine) as conn:
        driver: Any = conn.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE")
        _add_places(driver, councils)
        driver.execute("CREATE TEMPORARY TABLE made_month (number, key, first, last, edition)")
        ids = count(_NEW)
        _add(driver, zip(_followed(councils), ids, strict=False), MONTHS, "")
        _add(driver, zip(_of_sets(councils), ids, strict=False), _RELEASES, _RELEASED)
        [held] = driver.execute("SELECT count(*) FROM observation").fetchone()
        others = islice(_of_others(driver, councils), max(figures - held, 0) // MONTHS)
        _add(driver, zip(others, ids, strict=False), MONTHS, "")
        driver.execute("COMMIT")
        driver.execute("ANALYZE")


def _add_places(driver: Any, councils: int) -> None:
    numbers = range(councils)
    driver.executemany(
        _ADD_COUNCIL,
        [(_NEW + at, f"made_{at}", f"Made {at} Council", f"Made {at}") for at in numbers],
    )
    driver.executemany(
        _ADD_TEAM,
        [
            (_team(at, team), _NEW + at, f"made_{at}/team_{team}", f"Team {team}")
            for at, team in product(numbers, range(TEAMS))
        ],
    )


def _team(council: int, team: int | None) -> int | None:
    return None if team is None else _NEW + council * TEAMS + team


def _followed(councils: int) -> Iterator[_Series]:
    """Of a council what its sets hold, and of its teams what channels follow."""
    yield from _of_sets(councils)
    yield from (
        (metric, council, team, ROLE)
        for council, team, metric in product(range(councils), range(TEAMS), OF_TEAMS)
    )


def _of_sets(councils: int) -> Iterator[_Series]:
    metrics = sorted(SETS[CHILDRENS_WORKFORCE])
    return ((metric, council, None, ROLE) for council, metric in product(range(councils), metrics))


def _of_others(driver: Any, councils: int) -> Iterator[_Series]:
    """What nobody follows."""
    metrics, roles = (
        [key for (key,) in driver.execute(f"SELECT key FROM {table} ORDER BY id")]  # noqa: S608 - ours
        for table in ("metric", "role_group")
    )
    others = [key for key in metrics if key not in SETS[CHILDRENS_WORKFORCE]]
    return (
        (metric, council, None, role)
        for role, metric, council in product(roles, others, range(councils))
    )


def _add(driver: Any, series: Iterable[tuple[_Series, int]], months: int, edition: str) -> None:
    """Add series with their ids, and a figure of each for each month."""
    rows = [
        (id_, f"made {id_}", _NEW + council, _team(council, team), metric, role)
        for (metric, council, team, role), id_ in series
    ]
    driver.executemany(_ADD_SERIES, rows)
    driver.execute("DELETE FROM made_month")
    driver.executemany(
        "INSERT INTO made_month VALUES (?, ?, ?, ?, ?)", list(_months(months, edition))
    )
    if rows:
        driver.execute(_ADD_FIGURES, (rows[0][0], rows[-1][0]))


def _months(months: int, edition: str) -> Iterator[tuple[Any, ...]]:
    for number in range(_LAST - months + 1, _LAST + 1):
        year, month = number // 12, number % 12 + 1
        key = f"{year}-{month:02d}"
        yield number, key, f"{key}-01", f"{key}-{monthrange(year, month)[1]}", edition
