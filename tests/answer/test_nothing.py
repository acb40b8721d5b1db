"""Understood, but no figure: why, and what lies nearest."""

from datetime import date

import pytest

from bot.answer.values import Reason
from bot.pipeline import Muster
from bot.query.query import NotUnderstood, Why
from tests.answer.asking import nothing_of, result_of, told


@pytest.mark.parametrize(
    ("question", "reason", "detail"),
    [
        ("sickness in Torbay", Reason.NOT_HELD, "Torbay"),
        ("agency rate in MASH in Devon", Reason.NOT_HELD, "Devon"),
        ("agency rate in SEND", Reason.NOT_HELD, ""),
        ("vacancies of managers in Disabled Children's Service in Devon", Reason.BLANK, ""),
        ("agency workers in Education Outcomes in Dudley", Reason.BLANK, ""),
        ("turnover target in Dudley", Reason.NO_VALUE, "reduction"),
        ("senior practice development leader posts in Blackpool", Reason.NO_VALUE, ""),
        ("agency rate of social workers in Devon in June 2024", Reason.NOT_IN_YET, "31 March 2024"),
        ("grievances in Devon in May 2024", Reason.NOT_IN_YET, "March 2024"),
    ],
)
def test_why_there_is_no_figure(muster: Muster, question: str, reason: Reason, detail: str) -> None:
    nothing = nothing_of(muster, question, on=date(2024, 7, 1))
    assert (nothing.reason, nothing.detail) == (reason, detail)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("", Why.EMPTY),
        ("agency rate " * 100, Why.TOO_LONG),
        ("agency rate in Plymouth", Why.UNKNOWN_WORDS),
        ("social workers in Devon", Why.NO_METRIC),
        ("what is the capital of France", Why.OTHER_TOPIC),
        ("sickness of John Smith", Why.PERSON),
        ("drop table observation", Why.COMMAND),
        ("forecast the agency rate for next year", Why.FORECAST),
        ("why is the agency rate so high", Why.REASON),
    ],
)
def test_why_a_question_is_not_answered(muster: Muster, question: str, why: Why) -> None:
    result = result_of(muster, question)
    assert isinstance(result, NotUnderstood), result
    assert result.why is why


def test_what_was_asked_is_said_with_every_meaning_of_a_place(muster: Muster) -> None:
    nothing = nothing_of(muster, "agency rate in SEND")
    assert nothing.understood in {
        "Agency rate, SEND (Dudley or Devon)",
        "Agency rate, SEND (Devon or Dudley)",
    }


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("sickness target in Torbay", "Sickness rate target, Torbay"),
        ("vacancy rate in MASH in Devon in July 2023", "Vacancy rate, MASH, Devon, July 2023"),
        ("agency rate of heads of service in Devon", "Agency rate, Heads of Service, Devon"),
        ("agency rate on the DfE basis in Torbay", "Agency rate, Torbay, on the DfE's basis"),
        (
            "turnover in Torbay compared with the region",
            "Turnover rate, Torbay, against the region",
        ),
        ("planned turnover in Devon", "Turnover rate (planned), Devon"),
    ],
)
def test_what_was_asked_is_said_in_plain_words(
    muster: Muster, question: str, understood: str
) -> None:
    assert nothing_of(muster, question).understood == understood


def test_a_blank_cell_is_named_in_full(muster: Muster) -> None:
    nothing = nothing_of(muster, "vacancies of managers in Disabled Children's Service in Devon")
    [blank] = nothing.blanks
    assert nothing.understood == (
        "Unfilled vacancies, managers, Disabled Children's Service, Devon, 31 March 2024"
    )
    assert (blank.value, blank.value_text, blank.source.line) == (None, "", 451)
    [caveat] = nothing.caveats
    assert caveat.startswith("The cell is blank in the report, which is not zero; 6 FTE are")
    assert nothing.near == ()


def test_a_team_without_a_month_is_not_answered_by_the_service(muster: Muster) -> None:
    nothing = nothing_of(muster, "staff in post in Assessment in July 2023")
    assert told(nothing.near) == [("Assessment", 39.0), ("Assessment", 10.0)]
    assert {one.period.key for one in nothing.near} == {"2024-03-31"}


def test_one_of_two_teams_compared_is_no_comparison(muster: Muster) -> None:
    nothing = nothing_of(muster, "compare the agency rate of social workers in Assessment and MASH")
    assert told(nothing.near) == [("Assessment", 69)]


@pytest.mark.parametrize(
    ("question", "near"),
    [
        # The same figure elsewhere in the council.
        ("agency rate in MASH in Devon", [("All four services", 45), ("All four services", 33)]),
        # What the report says of it without a level.
        ("agency rate in Torbay", [("Torbay Council", -23)]),
        # Another figure of the subject.
        ("vacancy rate of social workers in Devon", [("All four services", 28.36)]),
        # A target of the subject.
        ("permanent employees target in Dudley", [("Dudley Metropolitan Borough Council", 92)]),
        ("sickness in Torbay", []),
    ],
)
def test_what_lies_nearest_is_offered_and_never_as_the_answer(
    muster: Muster, question: str, near: list[tuple[str, float]]
) -> None:
    found = told(nothing_of(muster, question).near)
    assert found[: len(near)] == near
    assert bool(found) == bool(near)


@pytest.mark.parametrize(
    "question",
    [
        "agency rate in MASH in Devon",
        "turnover in Devon",
        "caseload target in Cambridgeshire",
        "sickness in Torbay",
        "agency rate in SEND in Dudley",
        "asye recruited in Cambridgeshire",
        "vacancy rate in Blackpool",
        "agency rate of managers in Torbay",
    ],
)
def test_what_lies_nearest_is_of_the_council_asked_about(muster: Muster, question: str) -> None:
    [council] = {
        name
        for name in ("Devon", "Cambridgeshire", "Torbay", "Dudley", "Blackpool")
        if name in question
    }
    assert {one.organisation.short for one in nothing_of(muster, question).near} <= {council}


def test_without_a_council_it_is_of_councils(muster: Muster) -> None:
    nothing = nothing_of(muster, "agency rate in July 2019")
    assert nothing.reason is Reason.NOT_HELD
    assert {one.kind for one in nothing.near} == {"actual"}
    assert len(nothing.near) == 3


def test_a_year_long_past_is_not_late(muster: Muster) -> None:
    assert nothing_of(muster, "agency rate in Devon in May 2021").reason is Reason.NOT_HELD


def test_a_rate_without_a_period_is_not_late(muster: Muster) -> None:
    assert nothing_of(muster, "vacancy rate in Devon").reason is Reason.NOT_HELD


def test_the_nearest_is_of_the_very_team_and_of_the_nearest_time(muster: Muster) -> None:
    team = nothing_of(muster, "vacancy rate of Disabled Children's social workers in Devon")
    assert told(team.near) == [("Disabled Children's Service", 4.5)]
    month = nothing_of(muster, "social worker vacancies in Devon in June 2023")
    assert [one.period.key for one in month.near] == ["2023-07"]


def test_what_is_years_late_is_not_held_rather_than_not_in_yet(muster: Muster) -> None:
    assert nothing_of(muster, "agency rate in Cambridgeshire in December 2020").reason == (
        Reason.NOT_HELD
    )


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("total grievances from January to March 2024", [2, 0, 0]),
        ("agency rate of social workers and managers in Devon combined", [45, 33]),
        ("CYPF headcount altogether, all five areas", [227, 165, 281, 455, 545]),
        ("average agency rate of managers from January to March 2024", [37, 39, 33]),
    ],
)
def test_a_total_or_an_average_that_nobody_published_is_told_by_its_parts(
    muster: Muster, question: str, parts: list[float]
) -> None:
    nothing = nothing_of(muster, question)

    assert nothing.reason is Reason.ONLY_PARTS
    assert sorted(one.value or 0 for one in nothing.near) == sorted(parts)
