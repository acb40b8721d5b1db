"""Many follows at once: each figure is read once, and each follow sees what it would see alone."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

import pytest

from bot.answer.held.facts import Facts
from bot.digest.gather import Gathering, watching
from bot.pipeline import Knowledge
from bot.query.query import Intent, Query
from bot.query.stored import stored
from db.reader import Reader
from db.reads import ObservationRow
from db.scope import Scope
from db.session import read_engine_for

DAY = date(2024, 6, 30)
FOLLOWS = [
    "set:childrens_workforce:devon",
    "set:childrens_workforce:torbay",
    stored(Query(Intent.FIGURE, (("agency_rate",),), (("devon/assessment",),))),
    stored(Query(Intent.FIGURE, (("agency_rate",),), (("devon",),))),
    stored(Query(Intent.FIGURE, (("agency_rate", "agency_fte"),))),
]


class Counting(Reader):
    """A reader that counts for which series figures were read."""

    read: Counter[int]

    def of_papers(self, series_ids: Collection[int], until: date) -> list[ObservationRow]:
        self.read.update(series_ids)
        return super().of_papers(series_ids, until)

    def observations(
        self, series_ids: Collection[int], until: date, end: date | None = None
    ) -> list[ObservationRow]:
        self.read.update(series_ids)
        return super().observations(series_ids, until, end)


@pytest.fixture
def reader(reports_sqlite_url: str) -> Iterator[Counting]:
    """Give a reader of the five reports."""
    engine = read_engine_for(reports_sqlite_url)
    with engine.connect() as conn:
        reader = Counting(conn, Scope())
        reader.read = Counter()
        yield reader
    engine.dispose()


@pytest.fixture
def facts(reader: Counting, known: Knowledge) -> Facts:
    """Give what is held of them."""
    return Facts(reader, known.directory, DAY)


def test_no_figure_is_read_twice_whoever_watches_it(reader: Counting, facts: Facts) -> None:
    gathering = Gathering(facts)
    gathering.read_ahead(FOLLOWS)
    for watches in FOLLOWS * 2:
        gathering.watching(watches)
    assert set(reader.read.values()) == {1}


def test_each_follow_sees_among_many_what_it_sees_alone(facts: Facts) -> None:
    together = Gathering(facts)
    together.read_ahead(FOLLOWS)
    for watches in FOLLOWS:
        assert together.watching(watches) == watching(watches, facts)


def test_the_same_series_is_looked_into_once_for_all_who_watch_it(facts: Facts) -> None:
    gathering = Gathering(facts)
    ((_, of_set), *_, (_, everywhere)) = (gathering.watching(watches) for watches in FOLLOWS)
    in_set = {one.key: one for one in of_set.series}
    shared = [one for one in everywhere.series if one.key in in_set]
    assert shared
    assert all(one is in_set[one.key] for one in shared)


def test_what_was_forgotten_is_read_again(reader: Counting, facts: Facts) -> None:
    gathering = Gathering(facts)
    before = gathering.watching(FOLLOWS[0])
    gathering.forget()
    assert gathering.watching(FOLLOWS[0]) == before
    assert set(reader.read.values()) == {2}


def test_each_follow_is_in_one_portion_with_those_of_its_council(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.digest.gather.gathering._AT_ONCE", 1)
    gathering, found = Gathering(facts), []
    for portion in gathering.portions([*FOLLOWS, *FOLLOWS, "nothing known"]):
        found += [(watches, *gathering.watching(watches)) for watches in portion]
    told = [watches for watches, _, _ in found]
    assert sorted(told) == sorted({*FOLLOWS, "nothing known"})
    assert ["devon" in watches for watches in told] == [False, False, True, True, True, False]
    assert all(watching(watches, facts) == tuple(seen) for watches, *seen in found)


def test_the_figures_of_a_portion_are_read_before_they_are_asked_for(
    reader: Counting, facts: Facts
) -> None:
    gathering = Gathering(facts)
    own = {one.id for one in facts.series_of("devon")}
    [_] = gathering.portions([FOLLOWS[0]])
    before = own & set(reader.read)
    gathering.watching(FOLLOWS[0])
    assert before
    assert own & set(reader.read) == before
