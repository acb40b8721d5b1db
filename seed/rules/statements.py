"""Statements name known things, keep their quote, and say what they do not know."""

from collections.abc import Collection, Iterator
from datetime import date

from db.vocabulary import WITHOUT_VALUE, Basis, Kind, PeriodType, Status
from seed.catalogue_files import CatalogueFiles
from seed.rules.keys import keys_of
from seed.rules.metrics import UNITS
from seed.statements import Statement
from seed.tables import Fault

_CHANGE_UNITS = frozenset({"percentage points", "% or percentage points"})
_MUST_SAY = ("fact", "section", "line", "quote")


def statement_faults(files: CatalogueFiles, statements: list[Statement]) -> Iterator[Fault]:
    """What is wrong with a statement."""
    known: dict[str, Collection[str]] = {
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
    formulas = {
        (row.text("key"), formula.get("key"))
        for row in files.metrics
        for formula in row.fields.get("formula", [])
    }
    sources = keys_of(files.sources)
    facts = {one["fact"] for one in statements}
    for one in statements:
        for field, keys in known.items():
            if one[field] not in keys:
                yield Fault(one.where, f"{field} {one[field]!r} is unknown")
        if one["formula"] and (one["metric"], one["formula"]) not in formulas:
            yield Fault(one.where, f"{one['metric']} has no formula {one['formula']!r}")
        if one.source not in sources:
            yield Fault(one.where, f"no source {one.source!r} in sources.toml")
        if one["repeats"] and one["repeats"] not in facts:
            yield Fault(one.where, f"repeats {one['repeats']!r}, which is not there")
        yield from _content(one)
    yield from _double_facts(statements)


def _content(one: Statement) -> Iterator[Fault]:
    for field in _MUST_SAY:
        if not one[field].strip():
            yield Fault(one.where, f"has no {field}")
    if one["status"] in WITHOUT_VALUE and one["value"]:
        yield Fault(one.where, f"is {one['status']} but has the value {one['value']}")
    if one["status"] not in WITHOUT_VALUE and not one["value"]:
        yield Fault(one.where, f"is {one['status']} but has no value")
    for field in ("value", "numerator", "denominator"):
        if one[field] and not _is_number(one[field]):
            yield Fault(one.where, f"{field} {one[field]!r} is no number")
    for field in ("period_start", "period_end"):
        if one[field] and not _is_day(one[field]):
            yield Fault(one.where, f"{field} {one[field]!r} is no date")


def _double_facts(statements: list[Statement]) -> Iterator[Fault]:
    first: dict[str, Statement] = {}
    for one in statements:
        other = first.setdefault(one["fact"], one)
        if other is not one:
            yield Fault(one.where, f"has the id of {other.where}")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
