"""`muster fuzz`: a short run of it, and failures planted to prove that it would see them."""

from collections.abc import Iterator
from datetime import date

import pytest
from click.testing import CliRunner

from bot.cli.fuzz.command import MOST_WRONG, pester, spoil
from bot.cli.fuzz.mistyping import Ask
from bot.cli.fuzz.report import grades, nonsense, wrong_figures
from bot.cli.main import cli
from bot.cli.samples.grade import Grade
from bot.cli.samples.pool import Asked, pool
from bot.pipeline import Knowledge, Muster, Replied
from bot.settings import settings
from tests.cli.printing import printed

TODAY = date(2024, 6, 30)
ANOTHER = "turnover rate for social workers in Cambridgeshire, census year 2018"


@pytest.fixture(scope="module")
def known_questions(reports_sqlite_url: str, known: Knowledge) -> list[Asked]:
    return pool(reports_sqlite_url, known.directory, TODAY)


def honest(muster: Muster) -> Ask:
    return lambda text: muster.ask(text, TODAY)


def careless(muster: Muster, known_questions: list[Asked]) -> Ask:
    """An `ask` that answers a question it does not know with another one's figure."""
    clean = {one.question for one in known_questions}
    return lambda text: muster.ask(text if text in clean else ANOTHER, TODAY)


def test_typing_errors_make_hardly_any_wrong_figure(
    muster: Muster, known_questions: list[Asked]
) -> None:
    tally = spoil(honest(muster), known_questions, questions=300, seed=1)
    assert sum(tally.grades.values()) == 300
    told = "\n".join(wrong_figures(tally.wrong))
    assert len(tally.wrong) <= MOST_WRONG, told
    assert sum(tally.grades[key] for key in tally.grades if key[1] is Grade.RIGHT) > 200


def test_wrong_figures_are_seen_and_printed(muster: Muster, known_questions: list[Asked]) -> None:
    tally = spoil(careless(muster, known_questions), known_questions, questions=20, seed=1)
    assert len(tally.wrong) == 20
    told = list(wrong_figures(tally.wrong[:1]))
    assert tally.wrong[0].typed.text in told[0]
    assert tally.wrong[0].meant.question in told[1]
    assert "Turnover rate, social workers, Cambridgeshire" in told[2]
    assert "17.9%" in told[3]
    assert printed(grades(tally)).splitlines()[-2].split() == ["all", "0", "0", "20"]


def test_a_muster_that_answers_nothing_right_proves_nothing(
    muster: Muster, known_questions: list[Asked]
) -> None:
    with pytest.raises(ValueError, match="hardly any question"):
        spoil(lambda _: muster.ask("hello", TODAY), known_questions, questions=1, seed=1)


def test_random_texts_raise_nothing_and_nonsense_gets_no_figure(
    muster: Muster, known: Knowledge
) -> None:
    found = pester(honest(muster), known.lexicon, texts=2_000, seed=1)
    assert found == [], "\n".join(nonsense(2_000, found))


def test_an_exception_is_seen(known: Knowledge) -> None:
    def fails(text: str) -> Replied:
        raise RuntimeError(text)

    found = pester(fails, known.lexicon, texts=10, seed=1)
    assert len(found) == 10
    assert all(one.what.startswith("RuntimeError: ") for one in found)


def test_a_figure_for_nonsense_is_seen_and_one_for_our_own_words_is_none(
    muster: Muster, known: Knowledge
) -> None:
    found = pester(lambda _: muster.ask(ANOTHER, TODAY), known.lexicon, texts=60, seed=1)
    assert 0 < len(found) < 60
    assert {one.what for one in found} == {"a figure for nonsense"}
    assert all(one.text.nonsense for one in found)
    assert "a figure for nonsense" in next(nonsense(60, found))


@pytest.fixture
def store(reports_sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the command find a store with the five reports."""
    monkeypatch.setenv("DATABASE_URL", reports_sqlite_url)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_the_command_prints_what_it_found(store: None) -> None:
    options = ("--questions", "20", "--texts", "50", "--seed", "7")
    result = CliRunner().invoke(cli, ["fuzz", *options])
    assert result.exit_code == 0, result.output
    assert "50 random texts: 0 with an exception or a figure for nonsense." in result.stdout


def test_the_command_fails_where_a_fault_is_found(
    store: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Muster, "ask", lambda *_: 1 / 0)
    result = CliRunner().invoke(cli, ["fuzz", "--questions", "0", "--texts", "5"])
    assert result.exit_code == 1
    assert result.stdout.count("ZeroDivisionError") == 5
