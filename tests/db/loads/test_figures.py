from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, Engine

from db import reads
from db.reads import ObservationRow
from db.scope import Scope
from db.vocabulary import Status
from db.writes import Counts, LoadError, NewImport, NewObservation, loader
from tests.db.bundle import (
    ASSESSMENT,
    DEVON,
    TORBAY,
    changes_of,
    figure,
    load_bundle,
    load_names,
    month,
)

IMPORT: NewImport = {
    "file": "march.csv",
    "sha256": "ab" * 32,
    "loaded_by": "U1",
    "loaded_at": datetime(2024, 6, 11, 10, tzinfo=timezone(timedelta(hours=1))),
}


def held(reader: Connection, scope: Scope | None = None) -> list[ObservationRow]:
    scope = scope or Scope()
    metrics = [metric.id for metric in reads.catalogue(reader, scope).metrics]
    series = [row.id for row in reads.series(reader, scope, metrics, None)]
    return reads.observations(reader, scope, series, date(2030, 1, 1))


def load_file(engine: Engine, *figures: NewObservation, file: str = "march.csv") -> None:
    with loader(engine) as load:
        load.begin_import({**IMPORT, "file": file})
        load.observations(figures)


def test_a_figure_comes_back_as_it_was_printed(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [figure(numerator=101, denominator=225.0, denominator_text="budgeted")])
    (row,) = held(reader)
    assert (row.value, row.value_text, row.status) == (45.0, "45%", "reported")
    assert (row.numerator, row.denominator, row.denominator_text) == (101.0, 225.0, "budgeted")
    assert (row.period_start, row.period_end) == (date(2024, 3, 31), date(2024, 3, 31))
    assert (row.source_key, row.section, row.line) == ("report", "Appendix One", 78)


def test_series_differ_by_each_part_of_their_key(engine: Engine) -> None:
    others = [DEVON._replace(unit="FTE"), DEVON._replace(formula="dfe"), ASSESSMENT, TORBAY]
    counts = load_bundle(engine, [figure(series) for series in (DEVON, *others)])
    assert counts["series"] == Counts(added=5)
    assert load_bundle(engine, [figure(series) for series in (DEVON, *others)]) == {}


def test_one_load_may_give_its_figures_in_portions(engine: Engine) -> None:
    with loader(engine) as load:
        load_names(load)
        load.observations(month(number) for number in range(1, 7))
        load.observations(month(number) for number in range(7, 13))
    assert load.counts["observation"] == Counts(added=12)
    assert load.counts["series"] == Counts(added=1)


def test_only_a_figure_that_differs_is_written(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [month(1), month(2)])
    counts = load_bundle(engine, [month(1), month(2, value=None, status=Status.BLANK)])
    assert counts == {"observation": Counts(changed=1, unchanged=1)}
    assert [row.value for row in held(reader)] == [45.0, None]
    assert reads.generation(reader) == 2


def test_a_figure_that_its_source_no_longer_holds_is_removed(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine, [month(1), month(2), figure(TORBAY)])
    counts = load_bundle(engine, [month(1)])
    assert counts["observation"] == Counts(unchanged=1, removed=2)
    assert counts["series"] == Counts(unchanged=1, removed=1)
    assert [row.period_key for row in held(reader)] == ["2023-01"]


def test_figures_of_a_source_that_is_not_loaded_stay(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [month(1), month(2, source="annual")])
    load_file(engine, month(3))
    assert [row.period_key for row in held(reader)] == ["2023-02", "2023-03"]


def test_a_source_that_is_named_and_has_no_figures_left_loses_them(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine, [month(1), month(2, source="annual")])
    load_bundle(engine, [month(1)])
    assert [row.source_key for row in held(reader)] == ["report"]


def test_a_load_of_names_alone_removes_no_figures(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [month(1)])
    with loader(engine) as load:
        load_names(load)
    assert len(held(reader)) == 1


def test_figures_are_added_to_a_source_where_the_load_does_not_replace(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine, [month(1)])
    with loader(engine, replace=False) as load:
        load.observations([month(2)])
    assert changes_of(load) == {"observation": Counts(added=1)}
    assert len(held(reader)) == 2


def test_a_qualifier_or_an_edition_tells_two_figures_of_a_period_apart(engine: Engine) -> None:
    figures = [figure(), figure(qualifier="after 6 months"), figure(edition="revised")]
    assert load_bundle(engine, figures)["observation"] == Counts(added=3)


def test_where_a_figure_is_printed_again_is_replaced_as_a_set(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine, [figure(restated=[{"source": "annual", "line": 3}, {"source": "report"}])])
    counts = load_bundle(engine, [figure(restated=[{"source": "annual", "quote": "45"}])])
    assert counts == {"restatement": Counts(added=1, removed=2)}
    (again,) = reads.restatements(reader, [row.id for row in held(reader)])
    assert (again.source_title, again.line, again.quote) == ("Annual", None, "45")


def test_a_place_that_is_given_twice_is_one(engine: Engine) -> None:
    counts = load_bundle(engine, [figure(restated=[{"source": "annual"}, {"source": "annual"}])])
    assert counts["restatement"] == Counts(added=1)


def test_a_figure_that_is_removed_is_printed_nowhere(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [month(1), figure(restated=[{"source": "annual"}])])
    (_, printed) = held(reader)
    assert load_bundle(engine, [month(1)])["restatement"] == Counts(removed=1)
    assert reads.restatements(reader, [printed.id]) == []


def test_a_figure_says_which_file_it_came_in(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [])
    load_file(engine, month(1))
    (row,) = held(reader)
    assert row.import_id is not None
    (found,) = reads.imports(reader, Scope(), [row.import_id])
    assert (found.file, found.loaded_by, found.rows) == ("march.csv", "U1", 1)
    assert found.loaded_at == datetime(2024, 6, 11, 9, tzinfo=UTC)


def test_a_file_that_changes_nothing_leaves_no_import(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [])
    load_file(engine, month(1))
    (first,) = held(reader)
    load_file(engine, month(1), file="again.csv")
    assert held(reader) == [first]
    assert len(reads.imports(reader, Scope(), range(10))) == 1
    assert reads.generation(reader) == 2


def test_each_of_several_files_counts_its_own_rows(engine: Engine, reader: Connection) -> None:
    with loader(engine) as load:
        load_names(load)
        load.begin_import(IMPORT)
        load.observations([month(1), month(2)])
        load.begin_import({**IMPORT, "file": "april.csv"})
        load.observations([month(3)])
    found = reads.imports(reader, Scope(), [row.import_id or 0 for row in held(reader)])
    assert [(row.file, row.rows) for row in found] == [("march.csv", 2), ("april.csv", 1)]


def test_an_import_needs_a_moment_with_a_zone(engine: Engine) -> None:
    with pytest.raises(LoadError, match=r"march.csv.*no time zone"), loader(engine) as load:
        load.begin_import({**IMPORT, "loaded_at": datetime(2024, 6, 11)})  # noqa: DTZ001 - that


def test_a_workspace_adds_figures_that_only_it_sees(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [month(1)])
    with loader(engine, "T1") as load:
        load.sources([{"key": "upload", "title": "Upload"}])
        load.observations([month(2, source="upload")])
    assert [row.period_key for row in held(reader)] == ["2023-01"]
    assert [row.period_key for row in held(reader, Scope("T2"))] == ["2023-01"]
    assert [row.period_key for row in held(reader, Scope("T1"))] == ["2023-01", "2023-02"]


def test_an_import_is_seen_by_its_workspace_alone(engine: Engine, reader: Connection) -> None:
    load_bundle(engine, [])
    with loader(engine, "T1") as load:
        load.begin_import(IMPORT)
        load.observations([month(1)])
    assert len(reads.imports(reader, Scope("T1"), range(9))) == 1
    assert reads.imports(reader, Scope("T2"), range(9)) == []


def test_a_workspace_keeps_figures_that_its_next_load_leaves_out(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine, [])
    for number in (1, 2):
        with loader(engine, "T1") as load:
            load.observations([month(number)])
    assert len(held(reader, Scope("T1"))) == 2
