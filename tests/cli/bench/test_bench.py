"""`muster bench ask`: what is measured, beside the naive way and its wrong figures."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from click.testing import CliRunner

from bot.cli.bench.lexicons import grown, size_of
from bot.cli.bench.naive import Naive
from bot.cli.bench.run import Run, Size
from bot.cli.main import cli
from bot.cli.samples.grade import Grade
from bot.cli.samples.pool import Asked, pool
from bot.pipeline import Knowledge, Muster
from bot.query.query import Query
from bot.question import read
from bot.settings import settings

TODAY = date(2024, 6, 30)
SMALL = Size(questions=60, repeats=1, starts=1, phrases=())


@pytest.fixture
def store(reports_sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the commands find a store with the five reports."""
    monkeypatch.setenv("DATABASE_URL", reports_sqlite_url)
    settings.cache_clear()
    yield reports_sqlite_url
    settings.cache_clear()


def test_a_grown_lexicon_has_so_many_phrases_more_and_reads_the_same(known: Knowledge) -> None:
    lexicon = grown(known.lexicon, 500)
    question = "agency rate for social workers in Assessment, July 2023"
    assert size_of(lexicon) >= size_of(known.lexicon) + 500
    assert read(question, lexicon).reading == read(question, known.lexicon).reading


def test_a_made_team_is_known_in_a_grown_lexicon_alone(known: Knowledge) -> None:
    lexicon = grown(known.lexicon, 50)
    made = next(key for key in lexicon.directory.teams if "/made_" in key)
    question = f"headcount in {lexicon.directory.teams[made].name}"
    reading = read(question, lexicon).reading
    assert isinstance(reading, Query)
    assert reading.places == ((made,),)
    assert not isinstance(read(question, known.lexicon).reading, Query)


def test_the_naive_way_takes_one_team_for_another() -> None:
    assessment = Asked("…", "Agency rate, social workers, Assessment", frozenset({1}))
    naive = Naive([assessment, Asked("…", "Agency rate, managers, Assessment", frozenset({2}))])
    asked = Asked("agency rate of SWs in Assesment", "", frozenset({1}))
    assert naive.grade(Asked("Agency rate, social workers, Assessment", "", frozenset({1}))) is (
        Grade.RIGHT
    )
    assert naive.grade(asked) is Grade.WRONG
    assert naive.grade(asked, cut_off=99) is Grade.DECLINED


def test_the_naive_way_gives_many_wrong_figures_and_muster_hardly_any(
    store: str, muster: Muster
) -> None:
    known = pool(store, muster.knowledge().directory, TODAY)
    grades = Run(muster, known, TODAY, SMALL).grades()
    wrong = {way: Counter(found)[Grade.WRONG] for way, found in grades.items()}
    assert wrong.pop("Muster") <= 1
    assert min(wrong.values()) > 10


def test_everything_that_has_a_target_is_measured(store: str) -> None:
    options = ("--questions", "4", "--repeats", "1", "--starts", "1", "--phrases", "20")
    result = CliRunner().invoke(cli, ["bench", "ask", *options])
    assert result.exit_code == 0, result.output
    measured = ("reading, ", "new typing errors", "question to reply", "cold start", "WRatio, ")
    assert [what for what in measured if what not in result.stdout] == []
    assert result.stdout.count("p99 1.0 ms") == 4
