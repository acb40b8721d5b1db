"""Statements name known things and say where they were printed."""

from collections.abc import Collection, Iterator, Mapping

from db.vocabulary import Basis, Kind, PeriodType, Status
from seed.catalogue_files import CatalogueFiles
from seed.rules.keys import formulas_of, keys_of
from seed.rules.metrics import UNITS
from seed.statements import Statement
from seed.tables import Fault

_CHANGE_UNITS = frozenset({"percentage points", "% or percentage points"})
_MUST_SAY = ("fact", "section", "quote")


def statement_faults(files: CatalogueFiles, statements: list[Statement]) -> Iterator[Fault]:
    """What is wrong with what a statement names, and with its place."""
    known, sources = _known(files), keys_of(files.sources)
    for one in statements:
        for field, keys in known.items():
            if one[field] not in keys:
                yield Fault(one.where, f"{field} {one[field]!r} is unknown")
        if one["formula"] and one["formula"] not in formulas_of(files, one["metric"]):
            yield Fault(one.where, f"{one['metric']} has no formula {one['formula']!r}")
        if one["team"] and not one["team"].startswith(f"{one['organisation']}/"):
            yield Fault(one.where, f"{one['team']!r} is no team of {one['organisation']!r}")
        if one.source not in sources:
            yield Fault(one.where, f"no source {one.source!r} in sources.toml")
        yield from _place(one)
    yield from _double_facts(statements)


def _known(files: CatalogueFiles) -> Mapping[str, Collection[str]]:
    return {
        "organisation": keys_of(files.organisations),
        "team": keys_of(files.teams) | {""},
        "role_group": keys_of(files.role_groups),
        "metric": keys_of(files.metrics),
        "kind": set(Kind),
        "basis": {basis.upper() for basis in Basis} | set(Basis),
        "period_type": set(PeriodType),
        "status": set(Status),
        "unit": UNITS | _CHANGE_UNITS,
    }


def _place(one: Statement) -> Iterator[Fault]:
    for field in _MUST_SAY:
        if not one[field].strip():
            yield Fault(one.where, f"has no {field}")
    if not one["line"].isdecimal():
        yield Fault(one.where, f"line {one['line']!r} is no number of a line")


def _double_facts(statements: list[Statement]) -> Iterator[Fault]:
    first: dict[str, Statement] = {}
    for one in statements:
        other = first.setdefault(one["fact"], one)
        if other is not one:
            yield Fault(one.where, f"has the id of {other.where}")
