"""Nothing held is out of reach: each observation says itself, is asked for, and is the answer."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import text

from bot.answer.values import Figure, NoFigures, Reason
from bot.pipeline import Knowledge, Muster
from bot.query.describe import describe
from db.reader import reading
from db.scope import Scope
from db.session import read_engine_for
from tests.conftest import STORES
from tests.walker.observations import Held, every_observation

TODAY = date(2024, 6, 30)
"""A day after everything held has begun."""

TWO_ALIKE = {
    "target Job events a year, No group of staff, Dudley, undated": (
        "the target is a range, three to four, and these are its ends"
    ),
    "Neighbouring local authorities, No group of staff, Dudley, undated": (
        "eight, of which two run children's trusts"
    ),
    "Average direct reports, Team Managers and Advanced Social Workers, Social Care, Devon, 2023": (
        "the report prints a range, 6/7, and these are its ends"
    ),
    "Length of training, Practice Development Advisors, Social Work Academy, Devon, March 2024": (
        "two stages of one training"
    ),
    "published change in Interims engaged, Interims and consultants, "
    "Children & Young People's Futures, Devon, from February 2023 to March 2024": (
        "one change, published in people and in per cent"
    ),
    "Golden hello payment, Senior social workers (H3 and H4), Blackpool, undated": (
        "paid in two parts, after six and after twelve months"
    ),
}
"""What is said alike of two observations, and why nobody would ask for one of them."""


@dataclass(frozen=True)
class Store:
    """Muster over one loaded store, and everything the store holds."""

    muster: Muster
    known: Knowledge
    held: tuple[Held, ...]
    observations: int

    def says(self, held: Held) -> str:
        """The words of an observation's query."""
        return describe(held.query, self.known.directory.names)

    def told(self, words: str) -> tuple[Figure, ...] | Reason:
        """The figures the words get, as the answer or as its readings, or why there are none."""
        result = self.muster.ask(words, TODAY).result
        if isinstance(result, NoFigures):
            return result.reason
        return getattr(result, "figures", ()) or getattr(result, "options", ())


@pytest.fixture(scope="module", params=STORES)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give the store of the five reports, on each kind of database."""
    fixture = f"reports_{'sqlite' if request.param == 'sqlite' else 'postgres'}_url"
    url = str(request.getfixturevalue(fixture))
    muster, engine = Muster(url), read_engine_for(url)
    known = muster.knowledge()
    with reading(engine, Scope()) as reader:
        held = tuple(every_observation(reader, known.directory))
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT count(*) FROM observation")).scalar_one()
    yield Store(muster, known, held, rows)
    engine.dispose()
    muster.close()


def test_the_walk_passes_every_observation_once(store: Store) -> None:
    assert len({one.figure.id for one in store.held}) == len(store.held) == store.observations > 500


def test_what_an_observation_says_of_itself_gets_exactly_that_figure(store: Store) -> None:
    said = [(store.says(one), one.figure) for one in store.held if one.figure.value is not None]
    told = [(words, figure.id, store.told(words)) for words, figure in said]

    faults = [
        f"{words}: {got}"
        for words, wanted, got in told
        if words not in TWO_ALIKE and _ids(got) != [wanted]
    ]

    assert faults == []


def test_two_observations_that_are_said_alike_are_both_told_labelled_apart(store: Store) -> None:
    for words in TWO_ALIKE:
        alike = [one.figure for one in store.held if store.says(one) == words]
        told = store.told(words)

        assert sorted(_ids(told)) == sorted(one.id for one in alike), words
        assert len(alike) == 2
        assert len({(one.qualifier, one.unit) for one in alike}) == 2, words


def test_only_those_two_are_said_alike(store: Store) -> None:
    said = Counter(store.says(one) for one in store.held)

    assert {words for words, times in said.items() if times > 1} == set(TWO_ALIKE)


def test_an_observation_without_a_value_is_said_to_have_none(store: Store) -> None:
    blanks = [one for one in store.held if one.figure.value is None]
    told = {store.says(one): store.told(store.says(one)) for one in blanks}

    assert blanks
    assert [
        words for words, got in told.items() if got not in {Reason.BLANK, Reason.NO_VALUE}
    ] == []


def test_another_figure_than_the_one_asked_for_would_be_noticed(store: Store) -> None:
    first, other = [one for one in store.held if one.figure.value is not None][:2]

    assert _ids(store.told(store.says(first))) == [first.figure.id] != [other.figure.id]
    assert _ids(store.told(store.says(other))) != [first.figure.id]


def _ids(told: tuple[Figure, ...] | Reason) -> list[int]:
    return [] if isinstance(told, Reason) else [figure.id for figure in told]
