"""Whether a reply told the figures that were asked for."""

from enum import StrEnum

from bot.answer.values import Answer, Result
from bot.query.query import NotUnderstood


class Grade(StrEnum):
    """How a reply did; a wrong figure is worse than none."""

    RIGHT = "right"
    DECLINED = "declined"
    WRONG = "wrong"


def told(result: Result | NotUnderstood) -> frozenset[int]:
    """The ids of the figures that a reply offers, as its answer or as its readings."""
    if not isinstance(result, Answer):
        return frozenset()
    return frozenset(figure.id for figure in (*result.figures, *result.options))


def grade(result: Result | NotUnderstood, due: frozenset[int]) -> Grade:
    """Right are the figures due and no others, but for the one they are said to have changed from.

    To ask with readings that hold the figures due is to decline.
    """
    offered = told(result)
    if not isinstance(result, Answer) or not offered:
        return Grade.DECLINED
    before = {change.start.id for change in result.changes}
    if due <= offered <= due | before:
        return Grade.RIGHT
    return Grade.DECLINED if not result.figures and due < offered else Grade.WRONG
