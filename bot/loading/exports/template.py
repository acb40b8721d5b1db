"""The workbook that an analyst begins with: a sheet to fill in, and one that explains it."""

from pathlib import Path
from typing import Final

import xlsxwriter  # type: ignore[import-untyped] # it brings no types

HEADINGS: Final = (
    "Council",
    "Team",
    "Role",
    "Month",
    "Budgeted FTE",
    "Staff in post FTE",
    "Permanent FTE",
    "Agency FTE",
    "Agency rate",
    "Unfilled vacancies",
)

EXPLAINED: Final = (
    ("Council", "Whose figures they are. Leave the column out where you say it when you load."),
    ("Team", "The team as Muster knows it; empty for the whole council."),
    ("Role", "Who is counted: Social workers, Managers, All staff."),
    ("Month", "July 2023 for a month, 31 March 2024 for a day."),
    ("Figures", "A column for each metric, with any name that you would ask for it by."),
    ("Percentages", "45% or 45; Muster asks where a column may hold fractions."),
    ("No figure", "c suppressed, x not available, z not applicable, low rounds to nought."),
    ("Blank", "A blank says nothing: what is held stays. Nought is 0."),
    ("Totals", "Rows called Total are held against the rows and not loaded as a team."),
    ("People", "Load totals only: a column of names or numbers of people is refused."),
)

_WIDTH: Final = 18


def write_template(path: Path) -> None:
    """Write the template."""
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet = book.add_worksheet("Figures")
        sheet.write_row(0, 0, HEADINGS, bold)
        sheet.set_column(0, len(HEADINGS) - 1, _WIDTH)
        sheet.freeze_panes(1, 0)
        notes = book.add_worksheet("How to fill it in")
        notes.set_column(0, 0, _WIDTH)
        notes.set_column(1, 1, 5 * _WIDTH)
        for row, (what, how) in enumerate(EXPLAINED):
            notes.write(row, 0, what, bold)
            notes.write(row, 1, how)
