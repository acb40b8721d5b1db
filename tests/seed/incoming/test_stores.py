"""Files in the store: one transaction, editions kept apart, nothing of the bundle touched."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from db import reads
from db.reads import ObservationRow
from db.scope import Scope
from db.writes import LoadError
from seed.files.incoming import read_file, store, told
from seed.load import load_bundle
from tests.conftest import LOADED_AT
from tests.seed.dfe.files import Row, census, write
from tests.seed.neighbours.test_model import neighbours
from tests.seed.neighbours.test_model import write as write_neighbours

LATER = date(2030, 1, 1)


@pytest.fixture
def bundled(engine: Engine) -> Engine:
    """Give a store that holds the five reports."""
    load_bundle(engine, LOADED_AT)
    return engine


def load(engine: Engine, path: Path, *, edition: str = "", dry_run: bool = False) -> dict[str, int]:
    """Load a file; gives how many rows of each table are new or changed."""
    counts = store(engine, read_file(path, edition), "U1", LOADED_AT, dry_run=dry_run)
    return {table: one.added + one.changed for table, one in counts.items() if one}


def agency_rates(reader: Connection, organisation: str, until: date) -> list[ObservationRow]:
    catalogue = reads.catalogue(reader, Scope())
    metric = next(one.id for one in catalogue.metrics if one.key == "agency_rate")
    place = next(one.id for one in catalogue.organisations if one.key == organisation)
    series = reads.series(reader, Scope(), [metric], [place])
    ids = [one.id for one in series if one.team_id is None]
    rows = reads.observations(reader, Scope(), ids, until)
    return [row for row in rows if row.source_key == "dfe_csww"]


def revised() -> list[Row]:
    """Give a later edition, in which the Devon of 2024 was revised."""
    rows = census(2024, 2025, 2026)
    rows[3] |= {"agency_rate_fte": "9.2"}
    return rows


def test_a_file_is_loaded_once(bundled: Engine, tmp_path: Path) -> None:
    path = write(tmp_path, census())
    first = load(bundled, path)
    assert first["observation"] == 12 * 22
    assert first["organisation"] == 2  # the North East and Sunderland
    assert load(bundled, path) == {}


def test_a_preview_changes_nothing(bundled: Engine, reader: Connection, tmp_path: Path) -> None:
    path = write(tmp_path, census())
    assert load(bundled, path, dry_run=True)["observation"] == 12 * 22
    assert agency_rates(reader, "devon", LATER) == []


def test_the_newest_edition_that_was_out_is_quoted(
    bundled: Engine, reader: Connection, tmp_path: Path
) -> None:
    load(bundled, write(tmp_path, census()))
    load(bundled, write(tmp_path, revised(), "later.csv"))
    in_2026 = agency_rates(reader, "devon", date(2026, 6, 1))
    assert [(row.period_key, row.value, row.edition) for row in in_2026] == [
        ("2024-09-30", 9.1, "2026-03"),
        ("2025-09-30", 9.1, "2026-03"),
    ]
    in_2027 = agency_rates(reader, "devon", date(2027, 3, 1))
    assert [(row.value, row.edition) for row in in_2027] == [
        (9.2, "2027-03"),
        (9.1, "2027-03"),
        (9.1, "2027-03"),
    ]
    assert reads.editions(reader, Scope(), "dfe_csww") == ["2026-03", "2027-03"]


def test_what_was_not_published_yet_is_not_known(
    bundled: Engine, reader: Connection, tmp_path: Path
) -> None:
    load(bundled, write(tmp_path, census()))
    assert agency_rates(reader, "devon", date(2026, 2, 28)) == []


def test_names_are_those_of_the_newest_edition(
    bundled: Engine, reader: Connection, tmp_path: Path
) -> None:
    rows = revised()
    for one in rows:
        if one["la_name"] == "Sunderland":
            one["la_name"] = "City of Sunderland"
    load(bundled, write(tmp_path, rows, "later.csv"))
    load(bundled, write(tmp_path, census()))
    names = {one.key: one.name for one in reads.catalogue(reader, Scope()).organisations}
    assert names["city_of_sunderland"] == "City of Sunderland"
    assert names["devon"] == "Devon County Council"


def test_the_bundle_can_be_loaded_again_and_leaves_what_was_imported(
    bundled: Engine, reader: Connection, tmp_path: Path
) -> None:
    load(bundled, write(tmp_path, census()))
    load(bundled, write_neighbours(tmp_path, neighbours()))
    assert not any(load_bundle(bundled, LOADED_AT).values())
    assert len(agency_rates(reader, "sunderland", LATER)) == 2
    assert len(reads.neighbours(reader, Scope(), ["878"])) == 10


def test_neighbours_come_newest_model_first(
    bundled: Engine, reader: Connection, tmp_path: Path
) -> None:
    for name in ("sn_2021.csv", "sn_2025.csv"):
        load(bundled, write_neighbours(tmp_path, neighbours(), name))
    found = reads.neighbours(reader, Scope(), ["878", "880"])
    assert [(row.model, row.rank) for row in found[9:11]] == [("2025", 10), ("2021", 1)]
    assert load(bundled, write_neighbours(tmp_path, neighbours(), "sn_2025.csv")) == {}


def test_a_file_that_cannot_be_stored_whole_is_not_stored(
    engine: Engine, reader: Connection, tmp_path: Path
) -> None:
    with pytest.raises(LoadError, match="there is no metric"):
        load(engine, write(tmp_path, census()))
    assert reads.catalogue(reader, Scope()).organisations == ()


def test_a_file_says_what_it_is(tmp_path: Path) -> None:
    rows = census()
    rows[3] |= {"agency_rate_fte": "12.4"}
    about = told(read_file(write(tmp_path, rows)))
    assert about.title == ("DfE children's social work workforce, 2024 to 2025, edition of 2026-03")
    assert about.notes == ("1 rate does not follow from the published parts.",)
