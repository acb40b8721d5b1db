"""Metrics have a known unit, a direction, and formulas over metrics that exist."""

from collections import defaultdict
from collections.abc import Iterator

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
        for formula in row.fields.get("formula", []):
            yield from _formula(row, formula, metrics)
    yield from _same_facets(files)


def _metric(row: Row) -> Iterator[Fault]:
    if row.text("unit") not in UNITS:
        yield Fault(row.where, f"unit {row.text('unit')!r} is unknown")
    if row.text("direction") not in set(Direction):
        yield Fault(row.where, f"direction {row.text('direction')!r} is unknown")
    if row.text("nature") not in set(Nature):
        yield Fault(row.where, f"nature {row.text('nature')!r} is unknown")
    for field in ("name", "subject", "definition"):
        if not row.text(field):
            yield Fault(row.where, f"has no {field}")
    if not isinstance(row.fields.get("decimals"), int):
        yield Fault(row.where, "decimals is no whole number")


def _formula(row: Row, formula: dict[str, object], metrics: set[str]) -> Iterator[Fault]:
    if missing := [field for field in _FORMULA_FIELDS if field not in formula]:
        yield Fault(row.where, f"a formula lacks {', '.join(missing)}")
        return
    name = f"formula {formula['key']!r}"
    parts: list[list[str]] = [formula["numerator"], *formula["denominator"]]  # type: ignore[list-item,misc]  # TOML's lists are untyped
    for key in (key for part in parts for key in part):
        if key not in metrics:
            yield Fault(row.where, f"{name} is over the unknown metric {key!r}")
    if not formula["source"]:
        yield Fault(row.where, f"{name} names no source")


def _same_facets(files: CatalogueFiles) -> Iterator[Fault]:
    """Two metrics of a subject that no facet tells apart could never be asked for by it."""
    first: dict[tuple[str, frozenset[str]], Row] = {}
    subjects: dict[str, int] = defaultdict(int)
    for row in files.metrics:
        subjects[row.text("subject")] += 1
        facets = (row.text("subject"), frozenset(row.texts("facets")))
        if facets in first:
            yield Fault(row.where, f"has the subject and facets of {first[facets].where}")
        first.setdefault(facets, row)
