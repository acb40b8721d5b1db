"""The cells of a census as observations of the store."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from db.vocabulary import Basis, Kind, PeriodType
from db.writes import NewObservation, SeriesKey
from seed.dfe.census import Census
from seed.dfe.entry import Entry, Level, remark_on
from seed.dfe.measures import MEASURES, Measure
from seed.dfe.places import Places
from seed.dfe.symbols import Cell

SOURCE = "dfe_csww"
"""The key of the source; its editions are told apart by `edition`."""

_HALF = 0.05
"""Parts and rates are printed to one decimal place, so each may be off by half of one."""


def figures_of(census: Census, places: Places) -> Iterator[NewObservation]:
    """Every cell that is a figure or says why it is none."""
    for entry in census.entries:
        key = None if entry.is_elsewhere else places.key_of(entry)
        if key is None:
            continue
        for measure in MEASURES:
            if measure.column in entry.cells:
                yield _figure(census, entry, measure, key)


def broken_parts(census: Census) -> int:
    """How many rates do not follow from their own parts, rounding allowed for."""
    return sum(
        bool(_note(entry, measure))
        for entry in census.entries
        for measure in MEASURES
        if measure.is_rate and measure.column in entry.cells
    )


def _figure(census: Census, entry: Entry, measure: Measure, organisation: str) -> NewObservation:
    cell = entry.cells[measure.column]
    top, bottom = _parts(entry, measure) if cell.value is not None else (None, None)
    start, end, label = _period(entry.year, is_flow=measure.is_flow)
    return NewObservation(
        series=_series(measure, organisation, is_council=entry.level is Level.AUTHORITY),
        period_type=PeriodType.CENSUS_YEAR if measure.is_flow else PeriodType.DAY,
        period_key=str(entry.year) if measure.is_flow else end.isoformat(),
        period_start=start,
        period_end=end,
        period_label=label,
        status=cell.status,
        value=cell.value,
        value_text=_text(cell, measure),
        numerator=top,
        denominator=bottom,
        edition=census.published,
        source=SOURCE,
        section=f"edition of {census.published}, column {measure.column}",
        line=entry.line,
        note=" ".join(part for part in (remark_on(entry), _note(entry, measure)) if part),
    )


def _text(cell: Cell, measure: Measure) -> str:
    """A figure as the release prints it, to one decimal place; the file writes 13.0 as 13."""
    if cell.value is None or (measure.basis is Basis.HEADCOUNT and not measure.is_rate):
        return cell.text
    return f"{cell.value:.1f}"


@cache
def _series(measure: Measure, organisation: str, *, is_council: bool) -> SeriesKey:
    return SeriesKey(
        metric=measure.metric,
        organisation=organisation,
        role_group="social_workers",
        formula=measure.formula,
        kind=Kind.ACTUAL if is_council else Kind.BENCHMARK,
        basis=measure.basis,
        unit=measure.unit,
    )


@cache
def _period(year: int, *, is_flow: bool) -> tuple[date, date, str]:
    """The census counts on 30 September, and over the year that ends there."""
    end = date(year, 9, 30)
    if is_flow:
        return date(year - 1, 10, 1), end, f"year to 30 September {year}"
    return end, end, f"30 September {year}"


def _parts(entry: Entry, measure: Measure) -> tuple[float | None, float | None]:
    """The published numerator and denominator of a rate; None where one is not published."""
    if not measure.is_rate:
        return None, None
    top = entry.cells.get(measure.top)
    bottom = [entry.cells.get(column) for column in measure.bottom]
    values = [cell.value for cell in bottom if cell and cell.value is not None]
    if not top or top.value is None or len(values) < len(bottom):
        return None, None
    days = _working_days(entry.year) if measure.over_days else 1
    return top.value, round(sum(values) * days, 1)


def _working_days(year: int) -> int:
    """The Department's working days of a census year: one more where it holds a 29 February."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 254 if is_leap else 253


def _note(entry: Entry, measure: Measure) -> str:
    """What the parts give, where the printed rate does not follow from them.

    Totals over an authority of low reliability leave it out of the counts and not of the rates.
    """
    printed = entry.cells[measure.column].value
    top, bottom = _parts(entry, measure)
    if printed is None or top is None or not bottom:
        return ""
    days = _working_days(entry.year) if measure.over_days else 1
    slack = _HALF * len(measure.bottom) * days
    least = measure.per * max(top - _HALF, 0) / (bottom + slack)
    most = measure.per * (top + _HALF) / max(bottom - slack, _HALF)
    # Vacancies covered by agency are printed as 100 at most.
    if least - _HALF <= printed <= most + _HALF or (printed == measure.per and least > printed):
        return ""
    return f"{entry.name}'s published parts give {measure.per * top / bottom:.1f}, not {printed}."
