"""A file of many figures, all of things that the store knows by name."""

import csv
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path
from random import Random
from typing import Final

import xlsxwriter  # type: ignore[import-untyped] # it brings no types

from bot.loading.doubts import Doubts
from bot.loading.tables.labels import Labels
from bot.loading.words import Wording
from db.catalogue import Metric

COUNCIL: Final = "devon"
HEADINGS: Final = ("Team", "Role", "Metric", "Month", "Value")
_COUNTED: Final = frozenset({"FTE", "people", "posts"})
_YEARS: Final = range(2016, 2024)
"""Eight years of months to a series."""


def write_figures(path: Path, wording: Wording, count: int) -> None:
    """Write a CSV file of so many figures, in the long layout.

    Raises:
        ValueError: so many different figures cannot be named.
    """
    random = Random(count)  # noqa: S311 - the same figures in every run
    rows = list(islice(_names(wording), count))
    if len(rows) < count:
        raise ValueError(f"no more than {len(rows)} figures can be named")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows((*row, f"{random.uniform(1, 200):.1f}") for row in rows)


def write_workbook(path: Path, wording: Wording, count: int) -> None:
    """Write a workbook with so many rows, in the same layout."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Figures")
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(islice(_names(wording), count), 1):
            sheet.write_row(number, 0, (*row, float(number % 97)))


def _names(wording: Wording) -> Iterator[tuple[str, ...]]:
    directory = wording.lexicon.directory
    labels = Labels(wording, Doubts({}))
    teams = [one.name for one in directory.catalogue.teams if one.organisation == COUNCIL]
    roles = [one.name for one in directory.catalogue.role_groups]
    metrics = [one.name for one in directory.catalogue.metrics if _is_counted(one)]
    months = [f"{year}-{month:02d}" for year in reversed(_YEARS) for month in range(1, 13)]
    named = product(
        [one for one in teams if _reads(lambda text: labels.place(text, COUNCIL), one)],
        [one for one in roles if _reads(labels.role_group, one)],
        [one for one in metrics if _reads(labels.metric, one)],
    )
    for names, month in product(named, months):
        yield (*names, month)


def _is_counted(metric: Metric) -> bool:
    return metric.unit in _COUNTED and not metric.formulas


def _reads(read: Callable[[str], object], name: str) -> bool:
    try:
        return read(name) is not None
    except ValueError:
        return False
