"""What is read for one question is there for the next, until the store or the day is another."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, event

from bot.answer.held import kept
from bot.answer.values import Answer
from bot.pipeline import Muster
from bot.query.query import Intent, Query
from tests.db.bundle import ASSESSMENT, load_bundle, month

TODAY = date(2023, 6, 1)
AGENCY = Query(Intent.FIGURE, (("agency_rate",),), (("devon/assessment",),))


@pytest.fixture
def muster(engine: Engine) -> Iterator[Muster]:
    """Give a Muster over a store with figures of three months."""
    load(engine, 43.0)
    muster = Muster(engine.url.render_as_string(hide_password=False))
    yield muster
    muster.close()


def load(engine: Engine, march: float) -> None:
    """Load January to March."""
    values = {1: 41.0, 2: 42.0, 3: march}
    rows = [month(at, ASSESSMENT, value=one, value_text=f"{one}%") for at, one in values.items()]
    load_bundle(engine, rows)


def value(muster: Muster, day: date = TODAY) -> float | None:
    """Give the newest figure."""
    result = muster.answer(AGENCY, day).result
    assert isinstance(result, Answer), result
    return (result.figures or result.options)[0].value


@pytest.fixture
def reads(muster: Muster) -> Iterator[list[str]]:
    """Give the statements that read figures from now on."""
    found: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        if "FROM observation" in statement:
            found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def test_figures_are_read_once_for_all_questions_of_a_day(muster: Muster, reads: list[str]) -> None:
    assert value(muster) == 43
    first = len(reads)
    assert first
    assert value(muster) == 43
    assert len(reads) == first


def test_a_load_is_seen_by_the_next_question(muster: Muster, engine: Engine) -> None:
    assert value(muster) == 43
    load(engine, 44.0)
    assert value(muster) == 44


def test_another_day_sees_what_was_known_then(muster: Muster) -> None:
    assert value(muster) == 43
    assert value(muster, date(2023, 2, 10)) == 42
    assert value(muster) == 43


def test_one_workspace_never_sees_what_was_read_for_another(
    muster: Muster, reads: list[str]
) -> None:
    value(muster)
    first = len(reads)
    value(muster.within("T2"))
    assert len(reads) == 2 * first


def test_no_more_is_kept_than_finds_room(
    muster: Muster, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 0)
    value(muster)
    first = len(reads)
    value(muster)
    assert len(reads) == 2 * first
