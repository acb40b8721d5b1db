"""Rows hold the fields of their sort and no other: what a misspelt one says would be lost."""

from collections.abc import Iterator
from typing import NamedTuple

from db.vocabulary import OrganisationKind
from seed.catalogue_files import CatalogueFiles
from seed.tables import Fault, Row


class _Fields(NamedTuple):
    """The fields of a sort: texts it must and may have, lists of texts, and all others."""

    must: str
    may: str = ""
    lists: str = ""
    others: str = ""


_SORTS = {
    "organisations": _Fields("key name short_name kind", "region code ons_code", "aliases whole"),
    "teams": _Fields("key name", "parent like", "aliases covers"),
    "role_groups": _Fields("key name", "parent", "aliases combines"),
    "metrics": _Fields(
        "key name subject definition",
        "unit direction nature sensitivity",
        "aliases facets",
        "decimals formula signed",  # seed.rules.metrics looks at these
    ),
    "facets": _Fields("key", "alone", "words", "strict"),
    "words": _Fields("", "", "text means", "weak"),
    "terms": _Fields("key name", "metric meaning source", "aliases"),
    "events": _Fields("key name organisation month", "", "aliases"),
    "caveats": _Fields("key text", "metric organisation team role_group formula period"),
    "sources": _Fields("key publisher published file attribution", "title meeting"),
}


def field_faults(files: CatalogueFiles) -> Iterator[Fault]:
    """A field that is missing, of the wrong type, or of no use to its sort."""
    for sort, fields in _SORTS.items():
        for row in getattr(files, sort):
            yield from _fields(row, fields)
    for row in files.organisations:
        if row.text("kind") not in set(OrganisationKind):
            yield Fault(row.where, f"kind {row.text('kind')!r} is unknown")
    for like, words in files.team_words.items():
        if not _are_texts(words):
            yield Fault("team_words.toml", f"{like} is no list of texts")
    for row in files.terms:
        if not row.text("metric") and not (row.text("meaning") and row.text("source")):
            yield Fault(row.where, "has neither a metric nor a meaning with its source")


def _fields(row: Row, fields: _Fields) -> Iterator[Fault]:
    texts, lists = (fields.must + " " + fields.may).split(), fields.lists.split()
    for name in fields.must.split():
        if not row.text(name):
            yield Fault(row.where, f"has no {name}")
    for name, value in row.fields.items():
        if name not in [*texts, *lists, *fields.others.split()]:
            yield Fault(row.where, f"field {name!r} is unknown")
        elif name in texts and not isinstance(value, str):
            yield Fault(row.where, f"{name} is no text")
        elif name in lists and not _are_texts(value):
            yield Fault(row.where, f"{name} is no list of texts")


def _are_texts(value: object) -> bool:
    many = value if isinstance(value, list) else [value]
    return all(isinstance(one, str) for one in many)
