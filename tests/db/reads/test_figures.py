from datetime import date

import pytest
from sqlalchemy import Connection, Engine

from db import portions, reads
from db.catalogue import Catalogue
from db.scope import Scope
from db.vocabulary import Kind, PeriodType
from db.writes import loader
from tests.db.bundle import ASSESSMENT, DEVON, TORBAY, figure, load_bundle, month

LATER = date(2030, 1, 1)
VACANCY = DEVON._replace(metric="vacancy_rate")


@pytest.fixture
def known(engine: Engine, reader: Connection) -> Catalogue:
    """Give the catalogue of a store with four series, of which one is a workspace's."""
    load_bundle(engine, [month(number) for number in (3, 1, 2)] + [figure(TORBAY), figure(VACANCY)])
    with loader(engine, "T1") as load:
        load.observations([figure(ASSESSMENT)])
    return reads.catalogue(reader, Scope())


def ids(known: Catalogue, sort: str) -> dict[str, int]:
    return {entry.key: entry.id for entry in getattr(known, sort)}


def test_series_are_found_by_metric_and_organisation(reader: Connection, known: Catalogue) -> None:
    metric, place = ids(known, "metrics"), ids(known, "organisations")
    (found,) = reads.series(reader, Scope(), [metric["agency_rate"]], [place["torbay"]])
    assert (found.organisation_id, found.kind, found.team_id) == (place["torbay"], "target", None)


def test_series_of_all_organisations_are_found_by_metric(
    reader: Connection, known: Catalogue
) -> None:
    metric = ids(known, "metrics")["agency_rate"]
    found = reads.series(reader, Scope(), [metric], None)
    assert len(found) == 2
    assert [row.id for row in found] == sorted(row.id for row in found)


def test_series_are_found_by_organisation_alone(reader: Connection, known: Catalogue) -> None:
    devon = ids(known, "organisations")["devon"]
    assert len(reads.series_of_organisation(reader, Scope(), [devon])) == 2


def test_a_scope_sees_its_own_series_and_those_of_no_other(
    reader: Connection, known: Catalogue
) -> None:
    devon, metric = ids(known, "organisations")["devon"], ids(known, "metrics")["agency_rate"]
    for scope, count in ((Scope(), 1), (Scope("T1"), 2), (Scope("T2"), 1)):
        assert len(reads.series(reader, scope, [metric], [devon])) == count
        assert len(reads.series(reader, scope, [metric], None)) == count + 1
        assert len(reads.series_of_organisation(reader, scope, [devon])) == count + 1


def test_a_series_id_of_another_workspace_gives_no_figures(
    reader: Connection, known: Catalogue
) -> None:
    devon = ids(known, "organisations")["devon"]
    own = [row.id for row in reads.series_of_organisation(reader, Scope("T1"), [devon])]
    assert len(reads.observations(reader, Scope("T1"), own, LATER)) == 5
    assert len(reads.observations(reader, Scope("T2"), own, LATER)) == 4


def all_series(reader: Connection) -> list[int]:
    return [row.id for row in reads.series_of_organisation(reader, Scope(), range(10))]


def test_figures_come_by_series_and_end_of_period_with_undated_ones_first(
    engine: Engine, reader: Connection
) -> None:
    undated = figure(
        period_type=PeriodType.UNDATED, period_key="undated", period_start=None, period_end=None
    )
    load_bundle(engine, [month(2), month(1), figure(TORBAY), undated])
    found = reads.observations(reader, Scope(), all_series(reader), LATER)
    keys = [(row.series_id, row.period_key) for row in found]
    first, second = all_series(reader)
    assert keys == [
        (first, "undated"),
        (first, "2023-01"),
        (first, "2023-02"),
        (second, "2024-03-31"),
    ]


def test_a_figure_of_a_period_that_starts_after_the_day_asked_is_left_out(
    engine: Engine, reader: Connection
) -> None:
    load_bundle(engine, [month(1), month(2)])
    series = all_series(reader)
    found = reads.observations(reader, Scope(), series, date(2023, 2, 1))
    assert [row.period_key for row in found] == ["2023-01", "2023-02"]
    found = reads.observations(reader, Scope(), series, date(2023, 1, 31))
    assert [row.period_key for row in found] == ["2023-01"]


def test_a_target_is_of_a_time_to_come(engine: Engine, reader: Connection) -> None:
    goal = DEVON._replace(kind=Kind.TARGET)
    load_bundle(engine, [month(1), month(3), month(12, goal)])
    found = reads.observations(reader, Scope(), all_series(reader), date(2023, 2, 1))
    assert {row.period_key for row in found} == {"2023-01", "2023-12"}


def test_long_lists_of_ids_are_read_in_portions(
    engine: Engine, reader: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_bundle(engine, [month(1), figure(TORBAY), figure(VACANCY)])
    series, wide = all_series(reader), range(25_000)
    assert all_series(reader) == [row.id for row in reads.series(reader, Scope(), wide, wide[:9])]
    assert len(reads.observations(reader, Scope(), wide, LATER)) == 3
    monkeypatch.setattr(portions, "MOST", 1)
    found = reads.observations(reader, Scope(), [*reversed(series), series[0]], LATER)
    assert [row.series_id for row in found] == series


def test_no_ids_find_nothing(reader: Connection) -> None:
    assert reads.series(reader, Scope(), [], None) == []
    assert reads.series(reader, Scope(), [], []) == []
    assert reads.observations(reader, Scope(), [], LATER) == []
    assert reads.restatements(reader, []) == []


def test_where_figures_are_printed_again_comes_in_the_order_it_was_loaded(
    engine: Engine, reader: Connection
) -> None:
    printed = [{"source": "annual", "line": 9, "value_text": "45"}, {"source": "report"}]
    load_bundle(engine, [figure(restated=printed)])
    (row,) = reads.observations(reader, Scope(), all_series(reader), LATER)
    first, second = reads.restatements(reader, [row.id])
    assert (first.source_key, first.line, first.value_text) == ("annual", 9, "45")
    assert (second.observation_id, second.source_title) == (row.id, "Report")


def test_coverage_counts_figures_and_says_their_first_and_last_day(
    engine: Engine, reader: Connection
) -> None:
    undated = figure(TORBAY, period_key="undated", period_start=None, period_end=None)
    load_bundle(engine, [month(1), month(3), undated])
    place = ids(reads.catalogue(reader, Scope()), "organisations")
    found = {row.organisation_id: row for row in reads.coverage(reader, Scope(), LATER)}
    devon, torbay = found[place["devon"]], found[place["torbay"]]
    assert (devon.figures, devon.first, devon.last) == (2, date(2023, 1, 28), date(2023, 3, 28))
    assert (torbay.figures, torbay.first, torbay.last) == (1, None, None)


def test_coverage_is_of_what_the_scope_sees(reader: Connection, known: Catalogue) -> None:
    def figures(scope: Scope) -> int:
        return sum(row.figures for row in reads.coverage(reader, scope, LATER))

    assert (figures(Scope()), figures(Scope("T1")), figures(Scope("T2"))) == (5, 6, 5)
