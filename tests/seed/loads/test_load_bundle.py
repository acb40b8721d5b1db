"""Loading what comes with Muster: as often as one likes, all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, event, text

from db import models, reads
from db.scope import Scope
from db.writes import Counts, LoadError
from seed.fingerprint import fingerprint
from seed.load import load_bundle
from tests.seed.small import NOW, Bundle


class PowerCutError(Exception):
    """The process ends here."""


@contextmanager
def power_cut(engine: Engine, statement: str) -> Iterator[None]:
    """End the process, as it were, before the first statement that begins so."""

    def look(*arguments: object) -> None:
        if str(arguments[2]).startswith(statement):
            raise PowerCutError

    event.listen(engine, "before_cursor_execute", look)
    yield
    event.remove(engine, "before_cursor_execute", look)


def contents(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table."""
    with engine.connect() as connection:
        return {
            name: sorted(map(tuple, connection.execute(table.select())), key=repr)
            for name, table in models.METADATA.tables.items()
        }


def test_a_second_load_of_the_reports_changes_nothing(engine: Engine, reader: Connection) -> None:
    first = load_bundle(engine, NOW)
    assert first["observation"].added > 500
    before = contents(engine)
    second = load_bundle(engine, NOW.replace(month=7))
    assert {table for table, counts in second.items() if counts} == set()
    assert second["observation"] == Counts(unchanged=first["observation"].added)
    assert contents(engine) == before
    assert reads.generation(reader) == 1


def test_a_load_notes_its_files_and_when_it_was(bundle: Bundle, engine: Engine) -> None:
    bundle.load(engine)
    (row,) = contents(engine)["import"]
    assert {"bundled reports", "muster", "loaded", 4} < set(row)
    with engine.connect() as connection:
        assert reads.content(connection) == fingerprint(bundle.catalogue, bundle.reports)
        (loaded,) = reads.imports(connection, Scope(), [1])
    assert loaded.loaded_at == NOW


def test_a_file_that_changes_is_loaded_over_what_was_there(bundle: Bundle, engine: Engine) -> None:
    bundle.load(engine)
    bundle.change("teams.toml", 'name = "Assessment"', 'name = "Assessment and Intervention"')
    bundle.set_cells("D-2", value="-1.5", value_text="-1.5")
    assert bundle.load(engine) == {
        "team": Counts(changed=1, unchanged=2),
        "observation": Counts(changed=1, unchanged=3),
    }


def test_a_statement_that_is_corrected_away_is_gone(bundle: Bundle, engine: Engine) -> None:
    bundle.load(engine)
    bundle.set_cells("D-4", repeats="D-3", team="devon/assessment", period="2024-03-31")
    counts = bundle.load(engine)
    assert counts["observation"] == Counts(unchanged=3, removed=1)
    assert counts["restatement"] == Counts(added=1, unchanged=1)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO alias",
        "INSERT INTO observation",
        "INSERT INTO restatement",
        "ANALYZE",
        "UPDATE",
    ],
)
def test_a_load_that_ends_half_way_leaves_nothing(
    bundle: Bundle, engine: Engine, statement: str
) -> None:
    before = contents(engine)
    with power_cut(engine, statement), pytest.raises(PowerCutError):
        bundle.load(engine)
    assert contents(engine) == before
    assert bundle.load(engine)["observation"] == Counts(added=4)


def test_a_second_load_that_ends_half_way_leaves_the_first(bundle: Bundle, engine: Engine) -> None:
    bundle.load(engine)
    before = contents(engine)
    bundle.set_cells("D-2", value="9", value_text="9")
    bundle.change("metrics/agency.toml", 'name = "Agency FTE"', 'name = "Agency workers FTE"')
    with power_cut(engine, "UPDATE store_state"), pytest.raises(PowerCutError):
        bundle.load(engine)
    assert contents(engine) == before


def test_what_only_the_store_can_refuse_leaves_nothing(bundle: Bundle, engine: Engine) -> None:
    before = contents(engine)
    bundle.set_cells("D-2", line="99999999999")
    assert bundle.faults() == []
    with pytest.raises(LoadError, match="line is 99999999999"):
        bundle.load(engine)
    assert contents(engine) == before


def test_readers_see_the_old_figures_until_all_new_ones_are_there(
    bundle: Bundle, engine: Engine, reader: Connection
) -> None:
    def look(*arguments: object) -> None:
        if str(arguments[2]).startswith("ANALYZE"):
            seen.append(reader.execute(text("SELECT count(*) FROM observation")).scalar_one())

    seen: list[int] = []
    event.listen(engine, "before_cursor_execute", look)
    bundle.load(engine)
    event.remove(engine, "before_cursor_execute", look)
    assert set(seen) == {0}
    assert reader.execute(text("SELECT count(*) FROM observation")).scalar_one() == 4
