"""Muster over the five reports and what the Department for Education has released."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.pipeline import Muster
from db.session import engine_for
from seed.files.incoming import read_file, store
from tests.conftest import LOADED_AT, load_reports
from tests.shared import shared

RELEASED = (
    "csww_indicators_2017_to_2025.csv",
    "statistical_neighbours_2025.csv",
    "statistical_neighbours_2021.csv",
)
OLDER = ("csww_headline_measures_2017_to_2022.csv", "statistical_neighbours_2021.csv")


def store_with(files: tuple[str, ...], empty: Path, folder: Path) -> str:
    """Give the address of a store with the reports and some released files."""
    url = load_reports(f"sqlite:///{shutil.copy(empty, folder / 'muster.db')}")
    engine = engine_for(url)
    for name in files:
        store(engine, read_file(shared("reference", name)), "a test", LOADED_AT)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def released(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Muster]:
    """Give Muster with the edition of 2026 and both models of neighbours."""
    muster = Muster(store_with(RELEASED, migrated_file, tmp_path_factory.mktemp("released")))
    yield muster
    muster.close()


@pytest.fixture(scope="session")
def older(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Muster]:
    """Give Muster with the edition of 2023, which was out when the reports were."""
    muster = Muster(store_with(OLDER, migrated_file, tmp_path_factory.mktemp("older")))
    yield muster
    muster.close()
