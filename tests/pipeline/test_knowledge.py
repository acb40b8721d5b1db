"""What is known by name, after a load."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.pipeline import Knowledge
from db.catalogue import Catalogue
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


class Renamed:
    """A reader whose catalogue is another one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def catalogue(self) -> Catalogue:
        """The other one."""
        return self._catalogue


def test_a_load_that_brings_no_new_name_leaves_the_lexicon_as_it_is(reports: Reader) -> None:
    before = Knowledge.load(reports)
    later = replace(reports.catalogue(), generation=before.generation + 1)
    known = Knowledge.load(Renamed(later))  # type: ignore[arg-type]
    assert known.lexicon is before.lexicon
    assert known.generation == before.generation + 1


def test_a_new_name_is_known_after_the_load(reports: Reader) -> None:
    before, catalogue = Knowledge.load(reports), reports.catalogue()
    more = replace(catalogue.aliases[0], text="front of house")
    known = Knowledge.load(Renamed(replace(catalogue, aliases=(*catalogue.aliases, more))))  # type: ignore[arg-type]
    assert known.lexicon is not before.lexicon
    assert known.lexicon.vocabulary.knows("house")
