"""That a reader gives what the reads give, to the scope it was opened for."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, event

from db.reader import Reader, reading
from db.scope import Scope
from db.session import read_engine_for
from db.writes import loader
from tests.db.bundle import ASSESSMENT, TORBAY, figure, load_bundle, month

LATER = date(2030, 1, 1)


@pytest.fixture
def opened(store_url: str, engine: Engine) -> Iterator[tuple[Reader, Reader]]:
    """Give readers of two workspaces over a store in which the first has a figure of its own."""
    load_bundle(engine, [month(1), month(2), figure(TORBAY)])
    with loader(engine, "T1") as load:
        load.observations([figure(ASSESSMENT)])
    read_engine = read_engine_for(store_url)
    with reading(read_engine, Scope("T1")) as first, reading(read_engine, Scope("T2")) as second:
        yield first, second
    read_engine.dispose()


def ids(reader: Reader, sort: str) -> list[int]:
    return [entry.id for entry in getattr(reader.catalogue(), sort)]


def test_a_reader_tells_when_the_store_has_changed(
    opened: tuple[Reader, Reader], engine: Engine
) -> None:
    first, _ = opened
    before = first.generation()
    load_bundle(engine, [month(1)])
    assert first.generation() == before + 1
    assert first.catalogue().generation == before + 1


def test_a_reader_sees_the_figures_of_its_workspace_and_what_is_published(
    opened: tuple[Reader, Reader],
) -> None:
    own, other = opened
    for reader, held in ((own, 4), (other, 3)):
        series = [row.id for row in reader.series(ids(reader, "metrics"))]
        assert len(reader.observations(series, LATER)) == held
        assert sum(row.figures for row in reader.coverage(LATER)) == held


def test_a_reader_finds_the_series_of_some_organisations(opened: tuple[Reader, Reader]) -> None:
    own, _ = opened
    torbay = next(one.id for one in own.catalogue().organisations if one.key == "torbay")
    (found,) = own.series_of([torbay])
    assert own.series(ids(own, "metrics"), [torbay]) == [found]
    assert found.kind == "target"


def test_a_reader_gives_the_connection_back(store_url: str) -> None:
    engine = read_engine_for(store_url)
    closed: list[object] = []
    event.listen(engine, "checkin", lambda *arguments: closed.append(arguments))
    with reading(engine, Scope()) as reader:
        assert reader.generation() == 0
        assert closed == []
    assert len(closed) == 1
    engine.dispose()
