"""What would it take, asked in chat."""

from bot.pipeline import Muster
from tests.answer.asking import answer_of, text_of

TO_ENGLAND = "What would get us to England's rate?"
DEVON = "agency rate for social workers in Devon"


def test_a_goal_on_the_formula_of_the_figure(muster: Muster) -> None:
    text = text_of(muster, "how many conversions to get Assessment under 50 %?")
    assert (
        "Social workers: To reach under 50%: 8 agency workers become permanent (19 of 39, 48.7%); "
        "or 16 permanent people more are recruited (27 of 55, 49.1%)"
    ) in text
    assert "Managers: that is under 50% already." in text


def test_a_goal_on_the_formula_of_the_benchmark(muster: Muster) -> None:
    [plan] = answer_of(muster, DEVON, TO_ENGLAND).plans
    assert plan.basis is not None
    assert (plan.basis.numerator, plan.basis.denominator) == (101.0, 196.6)
    assert [one.people for one in plan.effects] == [67, 371, 81]
    assert all(one.value <= 17.8 for one in plan.effects)


def test_more_people_than_vacancies_is_said(muster: Muster) -> None:
    text = text_of(muster, DEVON, TO_ENGLAND)
    assert "which is more than the 28.36 FTE of unfilled vacancies" in text


def test_what_some_people_would_do(muster: Muster) -> None:
    asked = "what if nine agency workers convert?"
    text = text_of(muster, "agency rate for social workers in Assessment", asked)
    said = "If 9 agency workers become permanent (18 of 39, 46.2%): down 22.8 percentage points"
    assert f"{said} from 69%." in text


def test_a_lever_that_does_not_move_a_rate_is_said_so(muster: Muster) -> None:
    text = text_of(muster, "what if we recruit 10 social workers in Devon")
    assert "Recruiting alone does not move this rate." in text


def test_cost_only_where_pay_is_held_with_what_is_assumed(muster: Muster) -> None:
    text = text_of(muster, "what if nine agency social workers in Assessment convert?")
    assert "up to £20 to £22 an hour less for each who converts. Assumed: the same hours" in text
    assert "£" not in text_of(muster, "what would it take to get Dudley's agency rate to 10%")


def test_nothing_is_worked_out_without_parts(muster: Muster) -> None:
    text = text_of(muster, "what would it take to get Blackpool's agency rate to 10%")
    assert "Its parts are not held, so it can't be made anew." in text


def test_managers_are_not_planned_to_a_benchmark_of_social_workers(muster: Muster) -> None:
    text = text_of(muster, "agency rate in Devon", TO_ENGLAND)
    assert "Managers: not comparable with England's figure, because one counts managers" in text


def test_without_a_place_nothing_is_planned(muster: Muster) -> None:
    answer = answer_of(muster, TO_ENGLAND)
    assert answer.plans == ()
    assert answer.notes == ("Name a council or a team to see what it would take there.",)
