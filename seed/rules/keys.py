"""Keys are given once, what a row names by key exists, and nothing is part of itself."""

from collections.abc import Iterator, Mapping

from seed.catalogue_files import CatalogueFiles
from seed.tables import Fault, Row

_SORTS = ("organisations teams role_groups metrics facets terms events caveats sources").split()


def double_keys(files: CatalogueFiles) -> Iterator[Fault]:
    """Two rows of one sort with one key."""
    for sort in _SORTS:
        first: dict[str, Row] = {}
        for row in getattr(files, sort):
            key = row.text("key")
            if first.setdefault(key, row) is not row:
                yield Fault(row.where, f"{key!r} is already the key of {first[key].where}")


def rings(files: CatalogueFiles) -> Iterator[Fault]:
    """A row that is, through what it is part of, part of itself."""
    parts = ((files.teams, "parent"), (files.role_groups, "parent"))
    for rows, field in ((files.organisations, "region"), *parts):
        wider = {row.text("key"): row.text(field) for row in rows}
        for row in rows:
            if row.text("key") in _above(row.text("key"), wider):
                yield Fault(row.where, f"{row.text('key')!r} is part of itself")


def _above(key: str, wider: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    while (key := wider.get(key, "")) and key not in found:
        found.add(key)
    return found


def keys_of(rows: list[Row]) -> set[str]:
    """The keys of rows."""
    return {row.text("key") for row in rows}


def formulas_of(files: CatalogueFiles, metric: str = "") -> set[str]:
    """The keys of a metric's formulas, or of every metric's."""
    rows = [row for row in files.metrics if metric in {"", row.text("key")}]
    return {formula.get("key", "") for row in rows for formula in row.tables("formula")}


def unknown_keys(files: CatalogueFiles) -> Iterator[Fault]:
    """A row that names something that is not there."""
    organisations, teams = keys_of(files.organisations), keys_of(files.teams)
    for row in files.organisations:
        yield from _unknown(row, "region", organisations)
    for row in files.teams:
        yield from _unknown(row, "parent", teams)
        yield from _unknown(row, "covers", teams)
        if row.text("key").partition("/")[0] not in organisations:
            yield Fault(row.where, f"{row.text('key')!r} does not begin with an organisation's key")
        if row.text("like") and row.text("like") not in files.team_words:
            yield Fault(row.where, f"no words in team_words.toml for {row.text('like')!r}")
    yield from _unknown_elsewhere(files, organisations, teams)


def _unknown_elsewhere(
    files: CatalogueFiles, organisations: set[str], teams: set[str]
) -> Iterator[Fault]:
    groups, metrics = keys_of(files.role_groups), keys_of(files.metrics)
    for row in files.role_groups:
        yield from _unknown(row, "parent", groups)
        yield from _unknown(row, "combines", groups)
    for row in files.caveats:
        yield from _unknown(row, "metric", metrics)
        yield from _unknown(row, "formula", formulas_of(files, row.text("metric")))
        yield from _unknown(row, "organisation", organisations)
        yield from _unknown(row, "team", teams)
        yield from _unknown(row, "role_group", groups)
    for row in files.terms:
        yield from _unknown(row, "metric", metrics)
    for row in files.events:
        yield from _unknown(row, "organisation", organisations)
    for row in files.sources:
        yield from _unknown(row, "publisher", organisations)
    for row in files.facets:
        yield from _unknown(row, "alone", metrics)


def _unknown(row: Row, field: str, known: set[str]) -> Iterator[Fault]:
    for key in row.texts(field):
        if key not in known:
            yield Fault(row.where, f"{field} {key!r} is unknown")
