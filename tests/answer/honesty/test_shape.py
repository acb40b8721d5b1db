"""What the two ends of a row of figures do not tell."""

from dataclasses import replace

from bot.answer.values.shape import shape_of
from bot.pipeline import Muster
from tests.answer.asking import answer_of, text_of
from tests.reply.figures import RATE


def test_the_largest_step_the_extremes_and_the_equals() -> None:
    row = [replace(RATE, id=at, value=value) for at, value in enumerate((52.0, 47.0, 43.0, 47.0))]
    shape = shape_of(row)
    assert shape is not None
    assert (shape.before.value, shape.after.value) == (52.0, 47.0)
    assert (shape.highest.value, shape.lowest.value) == (52.0, 43.0)
    assert [one.id for one in shape.same] == [1]


def test_two_ends_and_a_flat_row_have_no_shape() -> None:
    assert shape_of([RATE, RATE]) is None
    assert shape_of([RATE, RATE, RATE]) is None


def test_from_thirteen_points_the_latest_is_judged_by_a_rule_with_its_name(muster: Muster) -> None:
    asked = "how have grievances changed in Devon"
    [change] = answer_of(muster, asked).changes
    assert change.trend is not None
    text = text_of(muster, asked)
    assert "(rule: one point beyond a limit), a signal of improvement" in text
    assert "The limits rest on only 13 months and will move." in text


def test_under_thirteen_points_there_are_numbers_only(muster: Muster) -> None:
    [change] = answer_of(muster, "SW agency FTE in Devon since July 2023").changes
    assert change.trend is None


def test_few_events_are_not_charted(muster: Muster) -> None:
    text = text_of(muster, "new disciplinary cases in Devon by month")
    assert "Too few events to chart: on average fewer than two at a time." in text
    assert "rule:" not in text
