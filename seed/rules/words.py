"""A word means one thing, unless words.toml says that it means several."""

from collections.abc import Iterator

from seed.catalogue_files import CatalogueFiles
from seed.rules.keys import keys_of
from seed.tables import Fault, Row

_KINDS = ("metric", "place", "role_group", "facet", "weak_facet", "event")


def word_faults(files: CatalogueFiles) -> Iterator[Fault]:
    """What is wrong with an alias or an ambiguous word."""
    yield from _shared_aliases(files)
    yield from _unknown_meanings(files)
    for row in files.facets:
        if not row.texts("words"):
            yield Fault(row.where, "has no words")


def _shared_aliases(files: CatalogueFiles) -> Iterator[Fault]:
    """An alias that two things of one sort share, said in no place where it may be."""
    ambiguous = {text for row in files.words for text in row.texts("text")}
    for rows in (files.metrics, files.role_groups, files.organisations):
        first: dict[str, Row] = {}
        for row in rows:
            for alias in {*row.texts("aliases"), row.text("name").lower()} - ambiguous:
                owner = first.setdefault(alias, row)
                if owner is not row:
                    yield Fault(
                        row.where,
                        f"{alias!r} also names {owner.text('key')!r} ({owner.where}); "
                        "put it in words.toml with both meanings",
                    )


def _unknown_meanings(files: CatalogueFiles) -> Iterator[Fault]:
    known = {
        "metric": keys_of(files.metrics),
        "place": keys_of(files.organisations) | keys_of(files.teams),
        "role_group": keys_of(files.role_groups),
        "facet": keys_of(files.facets),
        "weak_facet": keys_of(files.facets),
        "event": keys_of(files.events),
    }
    for row in files.words:
        for means in row.texts("means"):
            for part in means.split("+"):
                kind, _, key = part.partition(":")
                if kind not in _KINDS or key not in known[kind]:
                    yield Fault(row.where, f"{part!r} means nothing known")
