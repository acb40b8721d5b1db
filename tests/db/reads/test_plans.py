"""That figures are looked up through indexes: a scan of ten million rows takes seconds."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from sqlalchemy import Connection, Engine, event, text

from db import reads
from db.scope import Scope
from db.writes import loader
from tests.db.bundle import DEVON, METRICS, load_bundle, month

SERIES = "ix_series_metric_id_organisation_id"
ORGANISATION = "ix_series_organisation_id"
FIGURES = "ix_observation_series_id_period_end"


@pytest.fixture
def filled(engine: Engine) -> Engine:
    """Give a store with enough series and figures for an index to be worth it."""
    load_bundle(engine, [])
    metrics = [f"metric_{number}" for number in range(12)]
    with loader(engine, replace=False) as load:
        load.metrics([{**METRICS[0], "key": key} for key in metrics])
        places = ("devon", "torbay", "south_west")
        series = [
            DEVON._replace(metric=key, organisation=place, unit=unit)
            for key, place, unit in product(metrics, places, ("%", "fte", "posts"))
        ]
        load.observations(month(number, one) for one in series for number in range(1, 13))
    return engine


def plan(reader: Connection, ask: Callable[[], object]) -> str:
    """Give how the database runs the statement of a read."""

    def note(*arguments: object) -> None:
        run.append(arguments[2:4])

    run: list[tuple[object, ...]] = []
    event.listen(reader.engine, "before_cursor_execute", note)
    ask()
    event.remove(reader.engine, "before_cursor_execute", note)
    ((statement, parameters),) = run
    explain = "EXPLAIN" if reader.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    rows = reader.exec_driver_sql(f"{explain} {statement}", parameters)  # type: ignore[arg-type]
    return "\n".join(str(row[-1]) for row in rows)


@pytest.fixture(params=["with statistics", "without"])
def planner(request: pytest.FixtureRequest, filled: Engine, reader: Connection) -> Connection:
    """Give a reader whose planner knows how much there is, or does not; and dislikes scans."""
    if reader.dialect.name == "postgresql":
        reader.execute(text("SET enable_seqscan = off"))
    elif request.param == "without":
        with filled.begin() as connection:
            connection.execute(text("DROP TABLE sqlite_stat1"))
    return reader


def test_series_are_looked_up_by_metric_or_organisation(planner: Connection) -> None:
    scope = Scope("T1")
    assert SERIES in plan(planner, lambda: reads.series(planner, scope, [5, 6], [1, 2]))
    assert SERIES in plan(planner, lambda: reads.series(planner, scope, [5], None))
    assert ORGANISATION in plan(planner, lambda: reads.series_of_organisation(planner, scope, [2]))


def test_figures_are_looked_up_by_series_and_not_sorted_on_sqlite(planner: Connection) -> None:
    day = date(2024, 1, 1)
    shown = plan(planner, lambda: reads.observations(planner, Scope("T1"), [7, 8], day))
    assert FIGURES in shown
    assert "TEMP B-TREE" not in shown


def test_where_a_figure_is_printed_again_is_looked_up(planner: Connection) -> None:
    shown = plan(planner, lambda: reads.restatements(planner, [7, 8]))
    assert "ix_restatement_observation_id" in shown
