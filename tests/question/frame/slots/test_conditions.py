"""Numbers are conditions, limits or in the way."""

import pytest

from bot.pipeline import Knowledge
from bot.query.query import Comparison, Condition
from tests.question.asking import understood

OVER, UNDER, EQUAL = Comparison.OVER, Comparison.UNDER, Comparison.EQUAL
AT_LEAST, AT_MOST = Comparison.AT_LEAST, Comparison.AT_MOST

CONDITIONS: dict[str, tuple[Condition, ...]] = {
    "which teams are over 50% agency": (Condition(OVER, 50, percent=True),),
    "teams under half agency": (Condition(UNDER, 50, percent=True),),
    "teams with 50% or more agency": (Condition(AT_LEAST, 50, percent=True),),
    "teams with at most 30 per cent agency": (Condition(AT_MOST, 30, percent=True),),
    "teams with an agency rate worse than 40%": (Condition(OVER, 40, percent=True),),
    "teams with fewer than ten agency workers": (Condition(UNDER, 10),),
    "is the agency rate 55% in Assessment": (Condition(EQUAL, 55, percent=True),),
    "which teams have 0% agency": (Condition(EQUAL, 0, percent=True),),
    "agency rate exactly 24%": (Condition(EQUAL, 24, percent=True),),
    "teams between 20 and 40% agency": (
        Condition(AT_LEAST, 20, percent=True),
        Condition(AT_MOST, 40, percent=True),
    ),
    "teams from 30% to 60% agency": (
        Condition(AT_LEAST, 30, percent=True),
        Condition(AT_MOST, 60, percent=True),
    ),
    "which teams have vacancies": (Condition(OVER, 0),),
    "teams with vacancies": (Condition(OVER, 0),),
    "which sections use no agency workers": (Condition(EQUAL, 0),),
    "which teams have any vacancies": (Condition(OVER, 0),),
    "agency rate for each team": (),
    "I was told 55%: agency rate in Assessment": (),
    "of the four Devon teams, which has the highest agency rate": (),
    "two figures please: headcount and FTE in Education": (),
    "caseload in Assessment, maximum of 18": (),
}


@pytest.mark.parametrize(("text", "conditions"), CONDITIONS.items())
def test_numbers_that_are_conditions(
    known: Knowledge, text: str, conditions: tuple[Condition, ...]
) -> None:
    assert understood(known, text).conditions == conditions


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("top 3 teams for agency rate", 3),
        ("three Devon teams with the highest agency rate", 3),
        ("the worst two teams for vacancies", 2),
        ("which team has the highest agency rate", 1),
        ("rank the teams by agency rate", None),
    ],
)
def test_a_number_beside_a_superlative_is_a_limit(
    known: Knowledge, text: str, limit: int | None
) -> None:
    assert understood(known, text).limit == limit


@pytest.mark.parametrize(
    "text",
    [
        "I heard Devon had 9 grievances in Sept 23, true?",
        "isn't turnover in Cambridgeshire 25% in 2018?",
        "is the agency rate in Assessment 55%",
    ],
)
def test_a_figure_that_somebody_claims_is_held_against_what_is_so(
    known: Knowledge, text: str
) -> None:
    (condition,) = understood(known, text).conditions

    assert condition.comparison is Comparison.EQUAL
