"""A rate on another basis than it was published on: worked out from published parts, or not."""

import pytest

from bot.answer.values import Calculated, Outcome, Reason
from bot.pipeline import Muster
from tests.answer.asking import SHARE, answer_of, groups, nothing_of, told


def sums(calculated: tuple[Calculated, ...]) -> list[tuple[float, float, float]]:
    """Give each value, to a decimal place, with its numerator and denominator."""
    return [(round(one.value, 1), one.numerator, one.denominator) for one in calculated]


def test_devons_45_per_cent_is_51_on_the_dfes_basis(muster: Muster) -> None:
    nothing = nothing_of(muster, "agency rate of social workers in Devon on the DfE basis")
    [calculated] = nothing.calculated
    assert sums(nothing.calculated) == [(51.4, 101.0, 196.6)]
    assert calculated.of is not None
    assert (calculated.of.value, calculated.of.formula) == (45, "budget")
    assert calculated.formula_words == SHARE


def test_it_is_worked_out_of_the_same_day(muster: Muster) -> None:
    question = "agency rate of social workers in Devon in July 2023 on the DfE basis"
    assert sums(nothing_of(muster, question).calculated) == [(54.1, 113.6, 209.8)]


def test_the_whole_is_not_answered_by_the_teams_that_publish_on_that_basis(muster: Muster) -> None:
    nothing = nothing_of(muster, "agency rate in Devon on the DfE basis")
    assert sums(nothing.calculated) == [(51.4, 101.0, 196.6), (37.5, 16.5, 44.0)]
    assert nothing.near == ()


def test_what_is_published_on_that_basis_is_quoted(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate in Assessment in Devon on the DfE basis")
    assert (answer.outcome, groups(answer.figures)) == (Outcome.ANSWERED, [("social_workers", 69)])
    assert sums(answer.calculated) == [(55.0, 5.5, 10.0)]


def test_what_has_no_other_basis_is_quoted_as_it_is(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate of social workers in Assessment on the DfE basis")
    assert (told(answer.figures), answer.calculated) == ([("Assessment", 69)], ())


def test_the_dfes_figure_is_found_where_it_is_the_older_one(muster: Muster) -> None:
    answer = answer_of(muster, "agency rate in Cambridgeshire on the DfE basis")
    assert [(one.value, one.period.key) for one in answer.figures] == [(11.2, "2018-09-30")]


def test_without_its_parts_it_is_not_worked_out(muster: Muster) -> None:
    nothing = nothing_of(muster, "agency rate in Blackpool on the DfE basis")
    assert (nothing.reason, nothing.calculated) == (Reason.NOT_HELD, ())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("agency rate in Dudley", (24.0, 27.5, 114.72)),
        ("permanent rate in Dudley", (76.0, 87.22, 114.72)),
        ("agency rate in Children's Social Care in Dudley", (37.4, 26.5, 70.91)),
    ],
)
def test_a_rate_that_nobody_published_is_worked_out(
    muster: Muster, question: str, expected: tuple[float, float, float]
) -> None:
    nothing = nothing_of(muster, question)
    assert [sums((one,))[0] for one in nothing.calculated] == [pytest.approx(expected)]
    assert nothing.calculated[0].of is None
    assert nothing.caveats[0] == "The table gives no unit; decimals suggest FTE."


def test_blank_parts_are_not_taken_for_zero(muster: Muster) -> None:
    assert nothing_of(muster, "agency rate in SEND in Dudley").calculated == ()


def test_nobody_to_divide_by_is_no_rate(muster: Muster) -> None:
    """Nought of nought: a section with neither agency nor permanent social workers."""
    assert (
        nothing_of(muster, "agency rate in Children's Services Business Support").calculated == ()
    )


@pytest.mark.parametrize(
    "question",
    [
        "agency rate in Dudley in March 2021",  # nobody asked for February
        "agency rate target in Dudley",
        "agency rate of managers in Dudley",
        "vacancy rate in Dudley",  # whether vacancies are gross or net is not known
        "sickness rate in Torbay",
    ],
)
def test_it_is_not_worked_out_for_another_question(muster: Muster, question: str) -> None:
    assert nothing_of(muster, question).calculated == ()
