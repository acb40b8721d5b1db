"""Metrics have a known unit, a direction, and formulas over metrics that exist."""

from collections.abc import Iterator
from typing import Any

from db.catalogue import Direction, Nature
from seed.catalogue_files import CatalogueFiles
from seed.rules.keys import keys_of
from seed.tables import Fault, Row

UNITS = frozenset(
    [
        "%",
        "FTE",
        "people",
        "posts",
        "cases",
        "cases per worker",
        "days",
        "days per person",
        "days per year",
        "days per week",
        "occasions",
        "months",
        "years",
        "weeks",
        "£",
        "£ per hour",
        "per month",
        "meetings",
        "pillars",
        "cohort",
        "cohorts",
        "cycles",
        "placements",
        "councils",
        "service areas",
        "agencies",
        "events",
        "agency workers per NQSW",
        "figures",
        "ratio",
        "audits",
        "changes",
    ]
)
"""Units a metric may have."""

_FORMULA_FIELDS = "key words numerator denominator population basis nature source".split()


def metric_faults(files: CatalogueFiles) -> Iterator[Fault]:
    """What is wrong with a metric or one of its formulas."""
    metrics = keys_of(files.metrics)
    for row in files.metrics:
        yield from _metric(row)
        for formula in row.tables("formula"):
            yield from _formula(row, formula, metrics)
    yield from _same_facets(files)


def _metric(row: Row) -> Iterator[Fault]:
    for field, known in (("unit", UNITS), ("direction", Direction), ("nature", Nature)):
        if row.text(field) not in set(known):
            yield Fault(row.where, f"{field} {row.text(field)!r} is unknown")
    if type(row.fields.get("decimals")) is not int:  # isinstance takes true for one
        yield Fault(row.where, "decimals is no whole number")
    if type(row.fields.get("signed", False)) is not bool:
        yield Fault(row.where, "signed is neither true nor false")
    keys = [str(formula.get("key")) for formula in row.tables("formula")]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield Fault(row.where, f"has two formulas {key!r}")


def _formula(row: Row, formula: dict[str, Any], metrics: set[str]) -> Iterator[Fault]:
    if missing := [field for field in _FORMULA_FIELDS if field not in formula]:
        yield Fault(row.where, f"a formula lacks {', '.join(missing)}")
        return
    name = f"formula {formula['key']!r}"
    if formula["nature"] not in set(Nature):
        yield Fault(row.where, f"{name} has the unknown nature {formula['nature']!r}")
    if not formula["source"]:
        yield Fault(row.where, f"{name} names no source")
    if not _are_parts([formula["numerator"]]) or not _are_parts(formula["denominator"]):
        yield Fault(row.where, f"{name} has a part that is no list of metrics")
        return
    for key in (key for part in [formula["numerator"], *formula["denominator"]] for key in part):
        if key not in metrics:
            yield Fault(row.where, f"{name} is over the unknown metric {key!r}")


def _are_parts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, list) for part in value)


def _same_facets(files: CatalogueFiles) -> Iterator[Fault]:
    """Two metrics of a subject that no facet tells apart could never be asked for by it."""
    first: dict[tuple[str, frozenset[str]], Row] = {}
    for row in files.metrics:
        facets = (row.text("subject"), frozenset(row.texts("facets")))
        if first.setdefault(facets, row) is not row:
            yield Fault(row.where, f"has the subject and facets of {first[facets].where}")
