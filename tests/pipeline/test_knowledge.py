"""What is known by name, after a load."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.pipeline import Knowledge
from bot.query.directory import Directory
from db.reader import Reader, reading
from db.scope import Scope
from db.session import read_engine_for


@pytest.fixture
def reports(reports_sqlite_url: str) -> Iterator[Reader]:
    """Give what reads the five reports."""
    engine = read_engine_for(reports_sqlite_url)
    with reading(engine, Scope()) as reader:
        yield reader
    engine.dispose()


def test_a_load_that_brings_no_new_name_leaves_the_lexicon_as_it_is(reports: Reader) -> None:
    before = replace(Knowledge.load(reports), generation=-1)
    known = Knowledge.load(reports, before)
    assert known.lexicon is before.lexicon
    assert known.generation == reports.generation()


def test_a_new_name_is_known_after_the_load(reports: Reader) -> None:
    now = Knowledge.load(reports)
    fewer = replace(now.directory.catalogue, teams=now.directory.catalogue.teams[1:])
    known = Knowledge.load(reports, replace(now, directory=Directory(fewer)))
    assert known.lexicon is not now.lexicon
    assert known.directory.catalogue.teams == now.directory.catalogue.teams
