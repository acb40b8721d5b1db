"""Asking Muster in tests, and what came back."""

from collections.abc import Iterable
from datetime import date

from bot.answer.values import Answer, Explained, Figure, NoFigures, Result
from bot.pipeline import EXAMPLES, Muster
from bot.query.query import NotUnderstood
from bot.reply.lines import lines_of

TODAY = date(2024, 6, 11)

SHARE = "agency FTE ÷ FTE in post and agency together"
DEVON_TEAMS = (
    "This team's rate divides by FTE in post; Devon's total, monthly and management rates divide "
    "by budgeted FTE, so they are not comparable with it."
)
REVISED = "England's 17.8% is as first published; the DfE revised it to 17.9% in later editions."
UNLIKE = "The figures compared are not all made alike, so they are not like for like."
DATES = "The figures compared stand at different dates."
UNITS = "The figures compared are not all counted in the same unit."


def result_of(muster: Muster, *texts: str, on: date = TODAY) -> Result | NotUnderstood:
    """Give the result of the last question of a thread."""
    return muster.converse(texts, on).result


def answer_of(muster: Muster, *texts: str, on: date = TODAY) -> Answer:
    """Give the answer to a question that has figures."""
    result = result_of(muster, *texts, on=on)
    assert isinstance(result, Answer), result
    return result


def nothing_of(muster: Muster, *texts: str, on: date = TODAY) -> NoFigures:
    """Give the result of a question that was understood and has no figure."""
    result = result_of(muster, *texts, on=on)
    assert isinstance(result, NoFigures), result
    return result


def words_of(muster: Muster, *texts: str, on: date = TODAY) -> Explained:
    """Give the result of a question that is answered in words."""
    result = result_of(muster, *texts, on=on)
    assert isinstance(result, Explained), result
    return result


def text_of(muster: Muster, *texts: str, on: date = TODAY) -> str:
    """Give the whole reply as plain text."""
    replied = muster.converse(texts, on)
    return lines_of(replied.result, replied.understanding.corrections, EXAMPLES).text


def told(figures: Iterable[Figure]) -> list[tuple[str, float | None]]:
    """Give where each figure stands and its value."""
    return [(place(one), one.value) for one in figures]


def place(figure: Figure) -> str:
    """Give the name of a figure's team, or of its organisation."""
    return figure.team.name if figure.team else figure.organisation.name


def groups(figures: Iterable[Figure]) -> list[tuple[str, float | None]]:
    """Give whom each figure counts and its value."""
    return [(one.role_group.key, one.value) for one in figures]


def by_month(figures: Iterable[Figure]) -> list[tuple[str, float | None]]:
    """Give the period of each figure and its value."""
    return [(one.period.key, one.value) for one in figures]
