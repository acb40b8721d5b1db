"""What must be said with a figure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.answer.held.facts import Facts
from bot.answer.held.found import Found
from bot.answer.honesty.caveats import caveats_of, differing
from bot.answer.nothing import nothing_held
from bot.answer.values import Figure, Reason
from bot.pipeline import Knowledge, Muster
from db.reader import reading
from db.scope import Scope
from db.session import read_engine_for
from tests.answer.asking import (
    DATES,
    DEVON_TEAMS,
    REVISED,
    TODAY,
    UNITS,
    UNLIKE,
    answer_of,
    text_of,
)


@pytest.fixture
def facts(reports_sqlite_url: str, known: Knowledge) -> Iterator[Facts]:
    """Give the store as the answer sees it."""
    engine = read_engine_for(reports_sqlite_url)
    with reading(engine, Scope()) as reader:
        yield Facts(reader, known.directory, TODAY)
    engine.dispose()


@pytest.fixture
def figure(muster: Muster) -> Figure:
    """Give the 46% of the managers in Assessment, which has no caveat."""
    return answer_of(muster, "agency rate for managers in Assessment").figures[0]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("agency rate for social workers in Assessment", DEVON_TEAMS),
        ("agency rate for social workers in Assessment", REVISED),
        ("agency rate for social workers in Devon", "The budget rose from 218 to 225 FTE"),
        ("agency rate of social workers in Devon in October 2023", "Printed as 45%"),
        ("agency rate in Blackpool", "Counts 27 agency workers and eight from Innovate"),
        ("caseload in Blackpool", "The report does not say how it counts."),
        ("turnover in Cambridgeshire in 2017", "The report calls this Cambridgeshire's; it equals"),
        ("agency workers in Dudley", "The table gives no unit; decimals suggest FTE."),
        ("sickness rate in Devon", "The report calls it current without a period"),
        (
            "vacancies of social workers in Corporate Parenting, Devon",
            "A negative figure means over",
        ),
        ("when was caseload in the whole front door highest", "Called an all-time high"),
        ("ASYE cohort in Blackpool", "A forecast, not yet so."),
        ("highest hourly pay of agency social workers in Devon", "The report gives it as a limit"),
    ],
)
def test_a_trap_of_the_reports_is_said_with_the_figure(
    muster: Muster, question: str, words: str
) -> None:
    assert [one for one in answer_of(muster, question).caveats if one.startswith(words)]


def test_a_caveat_is_said_of_its_own_figure_alone(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate of social workers in Devon in November 2023")
    assert not [one for one in answer.caveats if one.startswith("Printed as")]


def test_a_caveat_is_said_once(muster: Muster) -> None:
    answer = answer_of(muster, "rank the teams in Devon by social worker agency rate")
    assert answer.caveats == (DEVON_TEAMS,)


def test_a_figure_alone_differs_from_nothing(figure: Figure) -> None:
    assert list(differing([figure])) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"formula": "dfe"}, [UNLIKE]),
        ({"unit": "people"}, [UNITS]),
        ({"value": 44.0}, []),
    ],
)
def test_what_sets_figures_of_one_metric_apart(
    figure: Figure, changes: dict[str, object], said: list[str]
) -> None:
    other = replace(figure, **changes)  # type: ignore[arg-type]  # each is a field's own type
    assert list(differing([figure, other])) == said


def test_months_of_one_place_are_a_series_and_no_comparison(muster: Muster) -> None:
    figures = answer_of(muster, "agency FTE of social workers in Devon by month").figures
    assert len({one.period.key for one in figures}) == 9
    assert DATES not in differing(figures)


def test_a_limit_beside_a_figure_is_not_said_of_the_figure(facts: Facts, figure: Figure) -> None:
    limit = replace(figure, status="bound")
    assert caveats_of([limit], facts) == (
        "The report gives it as a limit, not as the figure itself.",
    )
    assert caveats_of([figure], facts, [limit]) == ()


def test_low_reliability_is_said(facts: Facts, figure: Figure) -> None:
    [said] = caveats_of([replace(figure, status="low_reliability")], facts)
    assert said == "Its source marks it as of low reliability (“u”)."


@pytest.mark.parametrize(
    ("status", "text", "reason"),
    [
        ("suppressed", "c", Reason.TOO_FEW),
        ("blank", "", Reason.BLANK),
        ("not_applicable", "z", Reason.NO_VALUE),
        ("low", "low", Reason.NO_VALUE),
    ],
)
def test_a_cell_without_a_value_says_what_it_is(
    facts: Facts, muster: Muster, figure: Figure, status: str, text: str, reason: Reason
) -> None:
    query = answer_of(muster, "agency rate for managers in Assessment").query
    blank = replace(figure, value=None, value_text=text, status=status)
    found = Found(None, None, ((None, (blank,)),))  # type: ignore[arg-type]  # only its figures count
    nothing = nothing_held(query, [found], facts)
    assert (nothing.reason, nothing.detail, nothing.blanks) == (reason, text, (blank,))


def test_one_person_is_worth_more_where_few_are_counted(muster: Muster) -> None:
    teams = answer_of(muster, "rank the teams in Devon by social worker agency rate").figures
    worth = [one.worth_of_one for one in teams]
    assert worth == [
        pytest.approx(100 / 39),
        None,
        pytest.approx(100 / 38.5),
        pytest.approx(100 / 18.5),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "agency rate for social workers in Devon",  # of 225
        "agency rate in Blackpool",  # of whom is not said
        "agency FTE for social workers in Assessment",  # no rate
    ],
)
def test_one_person_is_worth_nothing_to_tell_of_elsewhere(muster: Muster, question: str) -> None:
    assert answer_of(muster, question).figures[0].worth_of_one is None
    assert "One full-time person" not in text_of(muster, question)


def test_the_most_one_person_is_worth_is_told_of_several(muster: Muster) -> None:
    text = text_of(muster, "agency rate in Assessment")
    assert "One full-time person is worth up to about 8.3 points here." in text.splitlines()


def test_the_order_of_a_series_is_that_of_time(muster: Muster) -> None:
    figures = answer_of(muster, "grievances in Devon by month").figures
    ends = [one.period.end for one in figures if one.period.end]
    assert len(ends) == 13
    assert all(first < second for first, second in pairwise(ends))
