"""Several readings of one question: told apart by what is held, or all of them told."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.answer.answer import answer_unclear
from bot.answer.held.facts import Facts
from bot.answer.values import Answer, Explained, NoFigures, Outcome
from bot.pipeline import Knowledge
from bot.query.query import Intent, Query, Unclear
from db.reader import reading
from db.scope import Scope
from db.session import read_engine_for
from tests.answer.asking import TODAY, groups, told

RATE = Query(Intent.FIGURE, (("agency_rate",),), (("devon/assessment",),))
SOCIAL_WORKERS = replace(RATE, role_groups=(("social_workers",),))
MANAGERS = replace(RATE, role_groups=(("management_and_leadership",),))
BLACKPOOL = replace(RATE, places=(("blackpool",),))
TURNOVER = replace(RATE, metrics=(("turnover_rate",),))
MEANING = Query(Intent.DEFINITION, terms=("asye",))


@pytest.fixture
def facts(reports_sqlite_url: str, known: Knowledge) -> Iterator[Facts]:
    """Give the store as the answer sees it."""
    engine = read_engine_for(reports_sqlite_url)
    with reading(engine, Scope()) as reader:
        yield Facts(reader, known.directory, TODAY)
    engine.dispose()


def test_the_only_reading_that_is_held_is_the_answer(facts: Facts) -> None:
    answer = answer_unclear(Unclear((TURNOVER, SOCIAL_WORKERS)), facts)
    assert isinstance(answer, Answer)
    assert (answer.outcome, told(answer.figures)) == (Outcome.ANSWERED, [("Assessment", 69)])


def test_readings_of_one_figure_are_one_answer(facts: Facts) -> None:
    answer = answer_unclear(Unclear((SOCIAL_WORKERS, replace(SOCIAL_WORKERS, periods=()))), facts)
    assert isinstance(answer, Answer)
    assert answer.outcome is Outcome.ANSWERED


def test_readings_of_different_figures_are_all_told(facts: Facts) -> None:
    answer = answer_unclear(Unclear((SOCIAL_WORKERS, MANAGERS)), facts)
    assert isinstance(answer, Answer)
    assert (answer.outcome, answer.figures) == (Outcome.AMBIGUOUS, ())
    assert groups(answer.options) == [("social_workers", 69), ("management_and_leadership", 46)]
    assert answer.benchmarks == ()


def test_a_sure_reading_goes_before_a_doubtful_one(facts: Facts) -> None:
    answer = answer_unclear(Unclear((RATE, BLACKPOOL)), facts)
    assert isinstance(answer, Answer)
    assert told(answer.figures) == [("Blackpool Council", 20)]


def test_words_go_before_nothing(facts: Facts) -> None:
    answer = answer_unclear(Unclear((TURNOVER, MEANING)), facts)
    assert isinstance(answer, Explained)
    assert answer.lines[0].startswith("ASYE is")


def test_nothing_of_the_first_reading_is_told_where_none_is_held(facts: Facts) -> None:
    other = replace(TURNOVER, places=(("torbay",),))
    answer = answer_unclear(Unclear((TURNOVER, other)), facts)
    assert isinstance(answer, NoFigures)
    assert answer.query == TURNOVER
