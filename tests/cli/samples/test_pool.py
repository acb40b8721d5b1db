"""The questions whose figures are known: every figure held, asked for in every way."""

from datetime import date

import pytest

from bot.answer.held.facts import Facts
from bot.answer.values import HeldPeriod
from bot.cli.samples.grade import Grade, grade
from bot.cli.samples.held import held_queries, period_of
from bot.cli.samples.phrasings import Phrasings
from bot.cli.samples.pool import Asked, pool
from bot.pipeline import Knowledge, Muster
from bot.query.period import Day, Month, Period, Quarter, Span
from bot.query.query import Intent, Kind, Query
from db.reader import reading
from db.scope import Scope
from db.session import read_engine_for

TODAY = date(2024, 6, 30)


@pytest.fixture(scope="module")
def known_questions(reports_sqlite_url: str, known: Knowledge) -> list[Asked]:
    return pool(reports_sqlite_url, known.directory, TODAY)


def test_every_value_held_is_asked_for_once(reports_sqlite_url: str, known: Knowledge) -> None:
    engine = read_engine_for(reports_sqlite_url)
    with reading(engine, Scope()) as reader:
        facts = Facts(reader, known.directory, TODAY)
        figures = facts.figures(facts.series(known.directory.metrics)).values()
        held = held_queries(facts)
    engine.dispose()
    values = [one.id for found in figures for one in found if one.value is not None]
    asked = [id_ for one in held for id_ in one.figures]
    assert len(values) > 400
    assert sorted(asked) == sorted(values)


def test_a_question_has_several_ways_and_each_is_asked_for_the_same(
    known_questions: list[Asked],
) -> None:
    wanted = "Agency rate, Social workers, Assessment, Devon, 31 March 2024"
    ways = [one for one in known_questions if one.description == wanted]
    assert len({one.question for one in ways}) > 5
    assert len({one.due for one in ways}) == 1


def test_names_in_short_are_those_nothing_else_goes_by(known: Knowledge) -> None:
    query = Query(
        Intent.FIGURE,
        (("agency_rate",),),
        (("devon/assessment",),),
        (("management_and_leadership",),),
        (Month(7, 2023),),
    )
    ways = Phrasings(known.directory).of(query)
    assert "Agency rate, Managers, Assessment, Devon, July 2023" in ways
    assert "Assessment: July 2023 temp rate, mgrs" in ways


def test_a_target_is_asked_for_in_its_own_words_alone(known: Knowledge) -> None:
    query = Query(
        Intent.FIGURE,
        (("agency_rate",),),
        (("dudley",),),
        (("social_workers",),),
        (Month(7, 2023),),
        kind=Kind.TARGET,
    )
    assert all("target" in way for way in Phrasings(known.directory).of(query))


def test_nearly_all_of_them_are_answered_right(
    muster: Muster, known_questions: list[Asked]
) -> None:
    some = known_questions[::40]
    grades = [grade(muster.ask(one.question, TODAY).result, one.due) for one in some]
    assert grades.count(Grade.WRONG) == 0
    assert grades.count(Grade.RIGHT) > 0.95 * len(some)


@pytest.mark.parametrize(
    ("type_", "start", "end", "period"),
    [
        ("quarter", date(2023, 7, 1), date(2023, 9, 30), Quarter(2, 2023)),
        ("quarter", date(2024, 1, 1), date(2024, 3, 31), Quarter(4, 2023)),
        (
            "span",
            date(2023, 7, 1),
            date(2024, 5, 4),
            Span(Month(7, 2023), Day(4, 5, 2024)),
        ),
    ],
)
def test_a_period_is_said_as_people_say_it(
    type_: str, start: date, end: date, period: Period
) -> None:
    assert period_of(HeldPeriod(type_, "", start, end)) == period


def test_a_period_without_its_days_is_refused() -> None:
    with pytest.raises(ValueError, match="a month has two ends"):
        period_of(HeldPeriod("month", "", None, None))
