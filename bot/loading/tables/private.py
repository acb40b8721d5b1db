"""Data about single people, which Muster neither loads nor keeps."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.loading.tables.headings import normal
from seed.grids import Cell, Sheet

_HEADINGS: Final = re.compile(
    r"""(?x)\b(?:
      (?:first|last|full|sur|fore|given|family|middle|employee|worker|staff|person|preferred|
         social\ worker|manager)\s?name s?
    | surname | forename | name\ of\ (?:employee|worker|person|social\ worker)
    | ni\ n(?:o|umber) | nino | national\ insurance
    | swe(?:\ (?:id|no|number|reg))? | social\ work\ england | registration\ (?:no|number)
    | (?:employee|payroll|staff|worker|personnel|assignment)\ (?:id|no|number|ref|reference)
    | date\ of\ birth | birth\ ?date | dob | e\ ?mail | home\ address | post\ ?code
    | phone | mobile | telephone | ethnicity\ of\ worker
    )\b"""
)
_CONTENTS: Final = {
    "National Insurance numbers": re.compile(
        r"(?i)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d\d\s?\d\d\s?\d\d\s?[A-D]"
    ),
    "Social Work England numbers": re.compile(r"(?i)SW[EC]?\s?\d{4,7}"),
    "e-mail addresses": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "names of people": re.compile(
        r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s[A-Z][\w'-]+.*|[A-Z][\w'-]+,\s[A-Z][\w'-]+(?:\s[A-Z]\.?)?)"
    ),
}
_ENOUGH: Final = 3
"""Cells of one column that show what it holds; one may be a coincidence."""

REASON: Final = (
    "Muster holds no data about single people, so nothing of this file is loaded; load totals."
)


def private_columns(sheet: Sheet, headings: Sequence[int]) -> Iterator[str]:
    """What a sheet holds of single people, in words."""
    for at in headings:
        for cell in sheet.rows[at]:
            if isinstance(cell, str) and (found := _HEADINGS.search(normal(cell))):
                yield f"the column {cell.strip()!r} ({found[0]})"
    for column in range(max(map(len, sheet.rows), default=0)):
        cells = {row[column] for row in sheet.rows if column < len(row)}
        yield from _contents(cells)


def _contents(cells: set[Cell]) -> Iterator[str]:
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and cell]
    for what, pattern in _CONTENTS.items():
        if sum(bool(pattern.fullmatch(text)) for text in texts) >= _ENOUGH:
            yield f"a column of {what}"
