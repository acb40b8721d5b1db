"""Whether 03/04/2024 is in March or in April, and whether a first of the month is a day."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.loading.cells.times import AMERICAN, BRITISH, order_of, slashed
from bot.loading.doubts import Doubt, Doubts
from bot.loading.tables.find import Table
from bot.loading.tables.headings import Column, Holds
from bot.loading.tables.labels import Labels
from seed.grids import Cell, Sheet

MONTHS: Final = "months"
DAYS: Final = "days"


def settle_dates(
    sheet: Sheet, table: Table, columns: Sequence[Column], labels: Labels, doubts: Doubts
) -> None:
    """Tell the order of day and month from all dates of a table, or ask."""
    told_by = [one.at for one in columns if one.holds in {Holds.PERIOD, Holds.LABELS}]
    rows = [sheet.rows[at] for at in table.body]
    cells: dict[Cell, None] = {}
    for at in told_by:
        cells.update(dict.fromkeys(row[at] for row in rows if at < len(row)))
    distinct = [cell for cell in cells if cell != ""]
    numbers = [found for cell in distinct if isinstance(cell, str) and (found := slashed(cell))]
    if numbers:
        labels.order = _order(numbers, doubts)
    firsts = [number == (1, *number[1:]) for number in numbers] if labels.order == BRITISH else []
    firsts += [cell.day == 1 for cell in distinct if isinstance(cell, date)]
    body = set(table.body)
    unmarked = not any(row in body for row, _ in sheet.marks)
    if len(firsts) > 1 and all(firsts) and (numbers or unmarked):
        labels.months = _are_months(doubts)


def _order(numbers: Sequence[tuple[int, int, int]], doubts: Doubts) -> str:
    """The order of day and month; American order is asked even where it is certain."""
    found = order_of(numbers)
    if found == BRITISH or all(first == second for first, second, _ in numbers):
        return BRITISH
    first, second, year = numbers[0]
    question = f"Is {first:02d}/{second:02d}/{year} written with the day first, or the month?"
    options = ((BRITISH, "The day first"), (AMERICAN, "The month first, as in America"))
    return doubts.ask(Doubt("dates", question, options=options)) or BRITISH


def _are_months(doubts: Doubts) -> bool:
    """Whether dates that are all firsts of a month stand for the months."""
    question = "All dates are the first of a month. Are the figures of the months, or of the days?"
    options = ((MONTHS, "Of the months"), (DAYS, "Of these days"))
    return doubts.ask(Doubt("firsts", question, options=options)) == MONTHS
