"""That the rules tell every fault at once, and that the bundled data has none."""

import pytest
from sqlalchemy import Connection, Engine

from db import reads
from db.scope import Scope
from seed.catalogue_files import read_catalogue
from seed.rules import check
from seed.statements import read_statements
from seed.tables import CatalogueError
from tests.seed.small import Bundle

PLANTED = [
    ("organisations.toml", '"council"', '"parish"', "organisations.toml, line 8: kind 'parish'"),
    (
        "teams.toml",
        'key = "devon/both"',
        'key = "devon/assessment"',
        "teams.toml, line 13: 'devon/",
    ),
    ("metrics/agency.toml", '"%"', '"percent"', "agency.toml, line 2: unit 'percent' is unknown"),
    ("role_groups.toml", '["sws"]', '["women"]', "role_groups.toml, line 12: 'women' also names"),
    ("words.toml", "+role_group:social_workers", "+x:y", "words.toml, line 7: 'x:y' means nothing"),
    ("events.toml", '"devon"', '"kent"', "events.toml, line 2: organisation 'kent' is unknown"),
]
CELLS = {"D-2": "devon_2024.csv, line 3 (D-2)", "D-3": "devon_2024.csv, line 4 (D-3)"}


def plant(bundle: Bundle) -> list[str]:
    """Plant a fault in each of several files; give how each is told."""
    for file, old, new, _ in PLANTED:
        bundle.change(file, old, new)
    for fact in CELLS:
        bundle.set_cells(fact, value="many", status="reported")
    told = [f"{where}: value 'many' is no number" for where in CELLS.values()]
    return [*(fault for *_, fault in PLANTED), *told]


def test_the_small_bundle_has_no_fault(bundle: Bundle) -> None:
    assert bundle.faults() == []


def test_the_bundled_catalogue_and_reports_have_no_fault() -> None:
    assert [str(fault) for fault in check(read_catalogue(), read_statements())] == []


def test_faults_of_all_files_are_told_together(bundle: Bundle) -> None:
    planted = plant(bundle)
    told = bundle.faults()
    assert len(told) == len(planted)
    for fault in planted:
        assert any(one.startswith(fault) for one in told), fault


def test_a_bundle_with_faults_is_refused_with_all_of_them_and_not_loaded(
    bundle: Bundle, engine: Engine, reader: Connection
) -> None:
    planted = plant(bundle)
    with pytest.raises(CatalogueError) as refusal:
        bundle.load(engine)
    assert len(refusal.value.faults) == len(planted)
    assert str(refusal.value).splitlines() == bundle.faults()
    assert reads.generation(reader) == 0
    assert reads.catalogue(reader, Scope()).organisations == ()
