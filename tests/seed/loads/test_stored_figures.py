"""That every statement of the five reports is in the store as it was printed."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Row, text

from db.session import read_engine_for
from seed.statements import Statement, read_statements
from tests.conftest import STORES

Figure = Row[tuple[Any, ...]]
Key = tuple[object, ...]

SERIES = ("organisation", "team", "role_group", "metric", "formula", "kind", "unit")
TEXTS = ("value_text", "status", "period_type", "period_label", "denominator_text", "quote", "note")
NUMBERS = ("value", "numerator", "denominator", "line")

STORED = text(
    """
    SELECT b.key AS organisation, coalesce(t.key, '') AS team, g.key AS role_group,
        m.key AS metric, coalesce(f.key, '') AS formula, s.kind, s.basis, s.unit,
        d.key AS source, i.file, o.*
    FROM observation o JOIN series s ON s.id = o.series_id
    JOIN organisation b ON b.id = s.organisation_id JOIN metric m ON m.id = s.metric_id
    JOIN role_group g ON g.id = s.role_group_id JOIN source d ON d.id = o.source_id
    JOIN import i ON i.id = o.import_id
    LEFT JOIN team t ON t.id = s.team_id LEFT JOIN formula f ON f.id = s.formula_id
    """
)
PRINTED_AGAIN = text(
    """
    SELECT d.key, r.section, r.line, r.quote, r.value_text, o.quote, o.line
    FROM restatement r JOIN source d ON d.id = r.source_id
    JOIN observation o ON o.id = r.observation_id
    """
)


@pytest.fixture(scope="module", params=STORES)
def url(request: pytest.FixtureRequest) -> str:
    """Give the address of a store that holds the five reports, on each kind of database."""
    fixture = f"reports_{'sqlite' if request.param == 'sqlite' else 'postgres'}_url"
    return str(request.getfixturevalue(fixture))


@pytest.fixture(scope="module")
def store(url: str) -> Iterator[Connection]:
    """Give a connection to it."""
    engine = read_engine_for(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(scope="module")
def stored(store: Connection) -> list[Figure]:
    """Give every figure it holds."""
    return list(store.execute(STORED))


def key_of(one: Statement) -> Key:
    series = (one[name] for name in SERIES)
    return (one.source, one["basis"].lower(), one["period"], one["qualifier"], *series)


def key_of_stored(row: Figure) -> Key:
    series = (getattr(row, name) for name in SERIES)
    return (row.source, row.basis, row.period_key, row.qualifier, *series)


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def test_every_statement_that_repeats_none_is_one_figure(
    stored: list[Figure],
) -> None:
    figures = [one for one in read_statements() if not one["repeats"]]
    assert sorted(map(key_of, figures)) == sorted(map(key_of_stored, stored))


def test_a_figure_is_as_it_was_printed(stored: list[Figure]) -> None:
    rows = {key_of_stored(row): row for row in stored}
    for one in read_statements():
        if not one["repeats"]:
            row = rows[key_of(one)]
            assert [getattr(row, name) for name in TEXTS] == [one[name] for name in TEXTS]
            assert [getattr(row, name) for name in NUMBERS] == [
                number(one[name]) for name in NUMBERS
            ]
            days = [str(row.period_start or ""), str(row.period_end or "")]
            assert days == [one["period_start"], one["period_end"]], one.where


def test_a_blank_is_no_zero_and_a_negative_stays_negative(
    stored: list[Figure],
) -> None:
    without = {"blank", "not_available"}
    assert {row.value for row in stored if row.status in without} == {None}
    assert {row.value for row in stored if row.status == "zero"} == {0.0}
    assert None not in {row.value for row in stored if row.status not in without}
    vacancies = [row.value for row in stored if row.metric == "vacancies_fte" and row.value]
    assert min(vacancies) == -1.53


def test_a_statement_that_repeats_is_one_more_place_of_its_figure(store: Connection) -> None:
    statements = {one["fact"]: one for one in read_statements()}
    printed = []
    for one in statements.values():
        if one["repeats"]:
            place = (one.source, one["section"], int(one["line"]), one["quote"], one["value_text"])
            figure = statements[one["repeats"]]
            printed.append((*place, figure["quote"], int(figure["line"])))
    assert sorted(map(tuple, store.execute(PRINTED_AGAIN))) == sorted(printed)
