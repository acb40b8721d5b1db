"""Question to reply: the parts put together."""

import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer.honesty.wording import confirmed
from bot.answer.values import Answer, Explained
from bot.pipeline import EXAMPLES, Muster
from bot.query.query import Intent, NotUnderstood, Why
from tests.answer.asking import TODAY, answer_of, groups, result_of, told, words_of

RATE = "agency rate for social workers in Assessment"


@pytest.fixture
def own(reports_sqlite_url: str, tmp_path: Path) -> Iterator[tuple[Muster, Path]]:
    """Give Muster over a store of one's own, and its file."""
    file = Path(shutil.copy(reports_sqlite_url.removeprefix("sqlite:///"), tmp_path / "own.db"))
    muster = Muster(f"sqlite:///{file}")
    yield muster, file
    muster.close()


def test_both_examples_can_be_asked(muster: Muster) -> None:
    for example in EXAMPLES:
        assert isinstance(result_of(muster, example), Answer)


def test_a_question_is_answered_in_the_light_of_the_one_before(muster: Muster) -> None:
    first = muster.ask(RATE, TODAY)
    second = muster.ask("and managers?", TODAY, first.query)
    assert isinstance(second.result, Answer)
    assert groups(second.result.figures) == [("management_and_leadership", 46)]


def test_what_was_not_understood_leaves_the_thread_as_it_was(muster: Muster) -> None:
    answer = answer_of(muster, RATE, "agency rate in Plymouth", "thanks", "and managers?")
    assert groups(answer.figures) == [("management_and_leadership", 46)]


def test_a_question_without_a_thread_starts_from_nothing(muster: Muster) -> None:
    replied = muster.ask("and managers?", TODAY)
    assert isinstance(replied.result, NotUnderstood)
    assert replied.query is None


def test_a_query_can_be_answered_as_it_is(muster: Muster) -> None:
    query = muster.ask(RATE, TODAY).query
    assert query is not None
    replied = muster.answer(replace(query, places=(("blackpool",),), role_groups=()), TODAY)
    assert isinstance(replied.result, Answer)
    assert told(replied.result.figures) == [("Blackpool Council", 20)]


def test_the_same_question_has_the_same_answer(muster: Muster) -> None:
    assert muster.ask(RATE, TODAY).result == muster.ask(RATE, TODAY).result


def test_several_threads_may_ask_at_once(muster: Muster) -> None:
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: muster.ask(RATE, TODAY).result, range(32)))
    assert all(one == results[0] for one in results)
    assert isinstance(results[0], Answer)


def test_names_are_read_once_however_many_ask_first(own: tuple[Muster, Path]) -> None:
    muster, _ = own
    with ThreadPoolExecutor(8) as pool:
        known = list(pool.map(lambda _: muster.knowledge(), range(8)))
    assert all(one is known[0] for one in known)


def test_names_are_read_again_after_a_load(own: tuple[Muster, Path]) -> None:
    muster, file = own
    before = muster.knowledge()
    assert muster.knowledge() is before
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE team SET name = 'Front Desk' WHERE key = 'devon/assessment'")
        connection.execute("UPDATE store_state SET generation = generation + 1")
    after = muster.knowledge()
    assert after.generation == before.generation + 1
    assert after.directory.teams["devon/assessment"].name == "Front Desk"


def test_words_no_name_covers_are_believed_where_the_paragraph_says_them(muster: Muster) -> None:
    answer = answer_of(muster, "caseload in Blackpool")
    assert confirmed(answer, ()) is answer
    assert confirmed(answer, ("reduced", "July")) is answer
    assert confirmed(answer, ("reducing",)) is answer
    assert confirmed(answer, ("reduced", "Thursday")) is None
    assert confirmed(answer, ("the", "cat")) is None
    assert confirmed(answer, ("!",)) is None


def test_words_no_name_covers_are_not_believed_of_words(muster: Muster) -> None:
    explained = words_of(muster, "what does ASYE mean")
    assert isinstance(explained, Explained)
    assert confirmed(explained, ("year",)) is None
    assert confirmed(replace(answer_of(muster, RATE), figures=()), ("agency",)) is None


@pytest.mark.parametrize("stray", ["Thursday", "zebra"])
def test_a_word_that_may_change_what_is_asked_has_no_figure(muster: Muster, stray: str) -> None:
    result = result_of(muster, f"{stray} {RATE}")
    assert isinstance(result, NotUnderstood)
    assert result.why is Why.UNKNOWN_WORDS


def test_talk_answers_no_query_that_a_follow_up_could_build_on(muster: Muster) -> None:
    replied = muster.ask("thanks", TODAY)
    first = muster.ask(RATE, TODAY).query
    assert replied.query is not None
    assert replied.query.intent is Intent.THANKS
    assert replied.carried(first) is first
