"""The time a cell names, as the store keeps it; in which order its day and month stand is asked."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from bot.loading.statements import When
from bot.query.period import (
    CensusYear,
    Day,
    FinancialYear,
    Month,
    Period,
    Quarter,
    Year,
)
from db.vocabulary import PeriodType

BRITISH: Final = "day first"
AMERICAN: Final = "month first"

_SLASHED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_EPOCH: Final = date(1899, 12, 30)
"""The day before Excel's first, with its 29 February 1900 that never was."""

_SERIAL: Final = range(30_000, 70_000)
"""Excel's numbers of the days from 1982 to 2091."""

_LAST_MONTH: Final = 12


def when(period: Period) -> When:
    """A period as the store keeps it.

    Raises:
        ValueError: it is none that a figure can be of.
    """
    match period:
        case Day(day=number, month=month, year=int(year)):
            return of_day(date(year, month, number))
        case Month(month=month, year=int(year)):
            return of_month(date(year, month, 1))
        case Quarter(quarter=quarter, year=int(year)):
            return _of_quarter(quarter, year)
        case FinancialYear(year=year):
            key = f"{year}/{(year + 1) % 100:02d}"
            return When(
                PeriodType.FINANCIAL_YEAR, key, date(year, 4, 1), date(year + 1, 3, 31), key
            )
        case Year(year=year):
            start, end = date(year, 1, 1), date(year, 12, 31)
            return When(PeriodType.YEAR, str(year), start, end, str(year))
        case CensusYear(year=year):
            start, end = date(year - 1, 10, 1), date(year, 9, 30)
            label = f"year to 30 September {year}"
            return When(PeriodType.CENSUS_YEAR, str(year), start, end, label)
    raise ValueError("it names no month, day, quarter or year for certain")


def of_day(day: date) -> When:
    """One day."""
    return When(PeriodType.DAY, day.isoformat(), day, day, f"{day.day} {day:%B %Y}")


def of_month(first: date) -> When:
    """The month of a day."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    start = first.replace(day=1)
    return When(PeriodType.MONTH, f"{first:%Y-%m}", start, last, f"{first:%B %Y}")


def _of_quarter(quarter: int, year: int) -> When:
    """A quarter of the financial year that starts in `year`."""
    months = (year * 12 + 3) + 3 * (quarter - 1)
    start = date(months // 12, months % 12 + 1, 1)
    end = (start + timedelta(days=95)).replace(day=1) - timedelta(days=1)
    key = f"{start:%Y-%m}..{end:%Y-%m}"
    label = f"Q{quarter} {year}/{(year + 1) % 100:02d}"
    return When(PeriodType.QUARTER, key, start, end, label)


def slashed(text: str) -> tuple[int, int, int] | None:
    """The three numbers of a date like 03/04/2024, in the order they stand."""
    found = _SLASHED.fullmatch(text.strip())
    if not found:
        return None
    year = int(found[3])
    return int(found[1]), int(found[2]), year if len(found[3]) > 2 else 2000 + year  # noqa: PLR2004


def order_of(dates: Iterable[tuple[int, int, int]]) -> str | None:
    """In which order day and month stand; None where the dates can be read both ways.

    Raises:
        ValueError: some can only be read one way and some only the other.
    """
    found = {
        BRITISH if first > _LAST_MONTH else AMERICAN
        for first, second, _ in dates
        if max(first, second) > _LAST_MONTH
    }
    if len(found) > 1:
        raise ValueError("some dates have the day first and some the month")
    return found.pop() if found else None


def of_slashed(numbers: tuple[int, int, int], order: str) -> When:
    """A date whose order is known.

    Raises:
        ValueError: there is no such day.
    """
    first, second, year = numbers
    day, month = (first, second) if order == BRITISH else (second, first)
    return of_day(date(year, month, day))


def of_serial(number: float) -> When | None:
    """The day that Excel has this number for, where it can be one of ours."""
    if number != int(number) or int(number) not in _SERIAL:
        return None
    return of_day(_EPOCH + timedelta(days=int(number)))
