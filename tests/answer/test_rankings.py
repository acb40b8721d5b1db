"""Rankings, lists and series."""

import pytest

from bot.answer.values import Outcome
from bot.pipeline import Muster
from tests.answer.asking import (
    DATES,
    UNITS,
    UNLIKE,
    answer_of,
    by_month,
    groups,
    nothing_of,
    told,
)

SOCIAL_WORKERS = [
    ("Assessment", 69),
    ("Children & Families", 53),
    ("Corporate Parenting", 41),
    ("Disabled Children's Service", 24),
]


def test_the_worst_agency_rate_is_the_highest(muster: Muster) -> None:
    answer = answer_of(muster, "worst agency rate among social worker teams in Devon")
    assert told(answer.figures) == SOCIAL_WORKERS[:1]


def test_the_best_agency_rate_is_the_lowest(muster: Muster) -> None:
    answer = answer_of(muster, "best agency rate among social worker teams in Devon")
    assert told(answer.figures) == SOCIAL_WORKERS[-1:]


def test_the_best_permanent_rate_is_the_highest(muster: Muster) -> None:
    answer = answer_of(muster, "best permanent rate among social worker teams in Devon")
    assert told(answer.figures) == [("Disabled Children's Service", 76)]


def test_a_whole_ranking_has_every_team(muster: Muster) -> None:
    answer = answer_of(muster, "rank the teams in Devon by social worker agency rate")
    assert told(answer.figures) == SOCIAL_WORKERS


def test_the_top_three_are_three(muster: Muster) -> None:
    answer = answer_of(muster, "top 3 teams by agency rate in Cambridgeshire")
    assert told(answer.figures) == [
        ("Safeguarding (north)", 21),
        ("Integrated Front Door", 13),
        ("Safeguarding (south)", 11),
    ]


def test_who_ties_with_the_last_is_kept(muster: Muster) -> None:
    answer = answer_of(muster, "top 2 teams by vacancies in Cambridgeshire")
    assert [value for _, value in told(answer.figures)] == [5, 4, 4]


def test_groups_counted_apart_are_ranked_apart(muster: Muster) -> None:
    answer = answer_of(muster, "which team in Devon has the worst agency rate")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert groups(answer.options) == [("social_workers", 69), ("management_and_leadership", 57)]


def test_a_total_is_no_team(muster: Muster) -> None:
    answer = answer_of(muster, "best agency rate")
    assert told(answer.options) == [
        ("Corporate Parenting (including Fostering)", 5),
        ("Disabled Children's Service", 0),
    ]


def test_a_ranking_warns_of_what_it_does_not_tell(muster: Muster) -> None:
    answer = answer_of(muster, "which council has the highest agency rate")
    assert told(answer.figures) == [("All four services", 45)]
    assert {UNLIKE, DATES} <= set(answer.caveats)


def test_a_ranking_of_posts_and_fte_warns_of_it(muster: Muster) -> None:
    assert UNITS in answer_of(muster, "which team has the most agency workers").caveats


def test_blank_cells_are_named_and_not_ranked_as_zero(muster: Muster) -> None:
    answer = answer_of(muster, "which team in Dudley has the fewest vacancies")
    assert {value for _, value in told(answer.figures)} == {0}
    [note] = answer.notes
    assert note.startswith("Left blank in the report, which is not zero: SEND, Education Outcomes")


def test_who_asks_for_the_best_of_what_has_no_better_is_told_so(muster: Muster) -> None:
    answer = answer_of(muster, "best headcount in Devon")
    assert told(answer.figures) == [("Social Care", 545)]
    assert answer.notes == ("Neither more nor less of this is better; the highest comes first.",)
    worst = answer_of(muster, "worst headcount in Devon")
    assert worst.notes == ("Neither more nor less of this is better; the lowest comes first.",)


@pytest.mark.parametrize(
    ("question", "month", "value"),
    [
        ("which month was agency FTE of social workers highest in Devon", "2023-07", 113.6),
        ("which month was agency FTE of social workers lowest in Devon", "2023-12", 94.0),
        ("when were grievances highest in Devon", "2023-09", 7),
    ],
)
def test_the_month_of_the_highest(muster: Muster, question: str, month: str, value: float) -> None:
    answer = answer_of(muster, question)
    assert by_month(answer.figures)[0] == (month, value)
    assert {one.value for one in answer.figures} == {value}


def test_the_month_within_a_stretch(muster: Muster) -> None:
    asked = "in which month was agency FTE of social workers highest in Devon"
    answer = answer_of(muster, f"{asked} between October 2023 and January 2024")
    assert by_month(answer.figures) == [("2024-01", 99.6)]


def test_roles_are_ranked_without_those_that_sum_others(muster: Muster) -> None:
    answer = answer_of(muster, "which role has the most vacancies in Blackpool")
    assert groups(answer.figures) == [("social_workers", 6)]


def test_a_ranking_of_nothing(muster: Muster) -> None:
    nothing = nothing_of(muster, "which team in Torbay has the highest agency rate")
    assert nothing.near[0].kind == "change"


@pytest.mark.parametrize(
    ("question", "teams"),
    [
        (
            "which social worker teams in Devon are over 50% agency",
            {"Children & Families", "Assessment"},
        ),
        (
            "which social worker teams in Devon are under half agency",
            {"Corporate Parenting", "Disabled Children's Service"},
        ),
        (
            "which social worker teams in Devon are at least 53% agency",
            {"Children & Families", "Assessment"},
        ),
    ],
)
def test_a_list_is_of_those_that_meet_the_condition(
    muster: Muster, question: str, teams: set[str]
) -> None:
    answer = answer_of(muster, question)
    assert {name for name, _ in told(answer.figures)} == teams


def test_a_list_over_two_groups_of_people_has_both(muster: Muster) -> None:
    answer = answer_of(muster, "teams over 50% agency")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert sorted(told(answer.options)) == [
        ("Assessment", 69),
        ("Children & Families", 53),
        ("Corporate Parenting", 57),
    ]


def test_where_one_group_alone_meets_it_there_is_no_doubt(muster: Muster) -> None:
    answer = answer_of(muster, "teams over 60% agency in Devon")
    assert (answer.outcome, told(answer.figures)) == (Outcome.ANSWERED, [("Assessment", 69)])


def test_none_that_meets_the_condition_is_an_answer(muster: Muster) -> None:
    answer = answer_of(muster, "teams over 90% agency in Devon")
    assert (answer.outcome, answer.figures, answer.options) == (Outcome.ANSWERED, (), ())
    assert answer.notes == ("None of those held fits: Agency rate, Devon, over 90%.",)


def test_a_list_of_what_is_not_held_is_empty(muster: Muster) -> None:
    assert nothing_of(muster, "list vacancy rates by team in Torbay").near[0].kind == "change"


def test_a_list_by_team_has_them_all(muster: Muster) -> None:
    answer = answer_of(muster, "vacancies in Dudley by team")
    assert len(answer.figures) == 6
    assert answer.notes[0].startswith("Left blank in the report")


def test_a_series_is_in_the_order_of_time_with_its_change(muster: Muster) -> None:
    answer = answer_of(muster, "agency FTE of social workers in Devon by month")
    [change] = answer.changes
    assert [value for _, value in by_month(answer.figures)] == [
        *(113.6, 102.6, 101.0, 97.0, 95.8, 94.0, 99.6, 102.8, 101.0),
    ]
    assert (change.value, len(change.between)) == (-12.6, 9)


def test_series_counted_apart_ask_which(muster: Muster) -> None:
    answer = answer_of(muster, "agency FTE in Devon by month")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert groups(answer.options) == [
        ("social_workers", 101.0),
        ("management_and_leadership", 16.5),
    ]
    assert answer.notes == ("Ask for one of these to see its months.",)


def test_a_series_of_what_is_not_held(muster: Muster) -> None:
    assert nothing_of(muster, "agency FTE in Torbay by month").understood == "Agency FTE, Torbay"


@pytest.mark.parametrize(
    "question",
    ["did disciplinaries peak in May or June 23", "highest disciplinaries, May or June 23"],
)
def test_of_several_times_named_each_is_told(muster: Muster, question: str) -> None:
    assert months(muster, question) == ["2023-05", "2023-06"]


def months(muster: Muster, question: str) -> list[str]:
    """Give the months whose figures are told."""
    return [one.period.key for one in answer_of(muster, question).figures]
