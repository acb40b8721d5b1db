"""`muster bench answer`: what whole answers cost."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from bot.cli.bench.whole.questions import questions
from bot.cli.main import cli
from bot.pipeline import Knowledge
from bot.query.query import NotUnderstood
from bot.question import read
from bot.settings import settings


@pytest.fixture
def _store(reports_sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the command find a store with the five reports."""
    monkeypatch.setenv("DATABASE_URL", reports_sqlite_url)
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("_store")
def test_each_sort_of_answer_is_measured() -> None:
    result = CliRunner().invoke(cli, ["bench", "answer", "--questions", "2", "--repeats", "1"])
    assert result.exit_code == 0, result.output
    for sort in ("every sort together", "against neighbours", "its rank", "what it would take"):
        assert sort in result.output


def test_every_question_is_understood(known: Knowledge) -> None:
    asked = [one for some in questions(known.directory, 12).values() for one in some]
    lost = [one for one in asked if isinstance(read(one, known.lexicon).reading, NotUnderstood)]
    assert lost == []
