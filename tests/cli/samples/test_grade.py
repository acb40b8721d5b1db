"""What counts as right, as declined and as wrong."""

from datetime import date

import pytest

from bot.cli.samples.grade import Grade, grade, told
from bot.pipeline import Muster

TODAY = date(2024, 6, 30)
RATE = "agency rate for social workers in Assessment"
BOTH = "agency rate in Assessment"


def due(muster: Muster, question: str) -> frozenset[int]:
    return told(muster.ask(question, TODAY).result)


@pytest.mark.parametrize(
    ("asked", "meant", "expected"),
    [
        (RATE, RATE, Grade.RIGHT),
        (BOTH, BOTH, Grade.RIGHT),
        ("agency rate in the Court team", RATE, Grade.DECLINED),
        ("agency FTE for social workers in Assessment", RATE, Grade.WRONG),
        (RATE, BOTH, Grade.WRONG),
        ("agency rate for managers in Assessment", RATE, Grade.WRONG),
    ],
)
def test_a_reply_is_graded_by_the_figures_it_offers(
    muster: Muster, asked: str, meant: str, expected: Grade
) -> None:
    assert grade(muster.ask(asked, TODAY).result, due(muster, meant)) is expected


def test_to_ask_with_the_figure_among_the_readings_is_to_decline(muster: Muster) -> None:
    asks = muster.ask(BOTH, TODAY).result
    assert grade(asks, due(muster, RATE)) is Grade.DECLINED
    assert grade(asks, due(muster, "agency FTE for social workers in Assessment")) is Grade.WRONG
