"""The statements of the reports: a CSV file a report, a row a statement, none left out.

A statement that repeats another one names it in `repeats`; it is stored as one more place where the
figure was printed.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.vocabulary import Basis, Kind, PeriodType, Status
from db.writes import NewObservation, NewRestatement, SeriesKey
from seed.paths import REPORTS
from seed.tables import CatalogueError, Fault

_COLUMNS = (
    "fact organisation team role_group metric formula basis kind unit "
    "period_type period period_start period_end period_label qualifier "
    "value value_text status numerator denominator denominator_text "
    "section line quote note repeats"
).split()


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of a report's file and where it stands; `source` is the report's key."""

    fields: Mapping[str, str]
    source: str
    line: int

    def __getitem__(self, name: str) -> str:
        """A field's text."""
        return self.fields[name]

    @property
    def where(self) -> str:
        """Its place, for a message."""
        return f"{self.source}.csv, line {self.line} ({self['fact']})"


def read_statements(folder: Path = REPORTS) -> list[Statement]:
    """Every statement of every report, in order.

    Raises:
        CatalogueError: a file has not the columns of a report, or a row not their number.
    """
    return [
        Statement(fields, path.stem, line)
        for path in sorted(folder.glob("*.csv"))
        for line, fields in _rows(path)
    ]


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(newline="", encoding="utf-8") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != _COLUMNS:
            raise CatalogueError([Fault(path.name, f"the columns are not {' '.join(_COLUMNS)}")])
        for fields in reader:
            where = f"{path.name}, line {reader.line_num}"
            if None in fields or None in fields.values():
                raise CatalogueError([Fault(where, f"has not {len(_COLUMNS)} cells")])
            yield reader.line_num, fields


def observations(statements: list[Statement]) -> Iterator[NewObservation]:
    """The figures, each with the other places that print it."""
    repeated: dict[str, list[NewRestatement]] = defaultdict(list)
    for one in statements:
        if one["repeats"]:
            repeated[one["repeats"]].append(_restatement(one))
    for one in statements:
        if not one["repeats"]:
            yield {**_observation(one), "restated": repeated[one["fact"]]}


def _restatement(one: Statement) -> NewRestatement:
    return NewRestatement(
        source=one.source,
        section=one["section"],
        line=int(one["line"]),
        quote=one["quote"],
        value_text=one["value_text"],
    )


def _observation(one: Statement) -> NewObservation:
    return NewObservation(
        series=_series(one),
        period_type=PeriodType(one["period_type"]),
        period_key=one["period"],
        period_start=_day(one["period_start"]),
        period_end=_day(one["period_end"]),
        period_label=one["period_label"],
        qualifier=one["qualifier"],
        status=Status(one["status"]),
        value=_number(one["value"]),
        value_text=one["value_text"],
        numerator=_number(one["numerator"]),
        denominator=_number(one["denominator"]),
        denominator_text=one["denominator_text"],
        source=one.source,
        section=one["section"],
        line=int(one["line"]),
        quote=one["quote"],
        note=one["note"],
    )


def _series(one: Statement) -> SeriesKey:
    return SeriesKey(
        metric=one["metric"],
        organisation=one["organisation"],
        role_group=one["role_group"],
        team=one["team"] or None,
        formula=one["formula"] or None,
        kind=Kind(one["kind"]),
        basis=Basis(one["basis"].lower()),
        unit=one["unit"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None
