"""A time told from the thread's: "and the month before?", "a year earlier"."""

from dataclasses import replace

from bot.query.period import (
    CensusYear,
    Day,
    FinancialYear,
    Month,
    Period,
    Quarter,
    Year,
    YearEnding,
)
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.metrics import ClashError

MOVES = ("year_before", "year_after", "month_before", "month_after")
"""Cues of a time before or after the one the thread spoke of."""

_YEARLY = (Day, Month, Quarter, FinancialYear, Year, CensusYear, YearEnding)
_MONTHS = {"month_before": -1, "month_after": 1}
_YEARS = {"year_before": -1, "year_after": 1}


def moved(period: Period, mentions: Mentions) -> Period:
    """The period so many years or months away.

    Raises:
        ClashError: the thread's period has no year, or is no month, to move from.
    """
    for cue, way in _MONTHS.items():
        if mentions.has(cue) and isinstance(period, Month):
            return _month(period, way * _steps(cue, mentions))
    for cue, way in _YEARS.items():
        if mentions.has(cue) and isinstance(period, _YEARLY) and period.year is not None:
            return replace(period, year=period.year + way * _steps(cue, mentions))
    raise ClashError("the time before")


def counts_moves(at: int, mentions: Mentions) -> bool:
    """Whether a number there says how far: "3 months earlier"."""
    return any(at + 1 in mentions.cues.get(cue, ()) for cue in MOVES)


def _steps(cue: str, mentions: Mentions) -> int:
    said = (one.value for one in mentions.numbers if one.at + 1 in mentions.cues.get(cue, ()))
    return int(next(said, 1))


def _month(period: Month, months: int) -> Month:
    years, month = divmod(period.month - 1 + months, 12)
    return Month(month + 1, None if period.year is None else period.year + years)
