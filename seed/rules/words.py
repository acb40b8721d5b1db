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
    for rows, fields in ((files.facets, ["words"]), (files.words, ["text", "means"])):
        for row in rows:
            for field in fields:
                if not row.texts(field):
                    yield Fault(row.where, f"has no {field}")


def _shared_aliases(files: CatalogueFiles) -> Iterator[Fault]:
    """An alias that two things of one sort share, said in no place where it may be."""
    ambiguous = {text for row in files.words for text in row.texts("text")}
    for rows in _sorts(files):
        first: dict[str, Row] = {}
        named = [(alias, row) for row in rows for alias in _names(files, row)]
        for alias, row in named:
            owner = first.setdefault(alias, row)
            if owner is not row and alias not in ambiguous:
                yield Fault(
                    row.where,
                    f"{alias!r} also names {owner.text('key')!r} ({owner.where}); "
                    "put it in words.toml with both meanings",
                )


def _sorts(files: CatalogueFiles) -> Iterator[list[Row]]:
    yield from (files.metrics, files.role_groups, files.organisations)
    yield from (files.facets, files.terms, files.events)
    for organisation in sorted(keys_of(files.organisations)):  # "MASH" is a team of many
        yield [row for row in files.teams if row.text("key").startswith(f"{organisation}/")]


def _names(files: CatalogueFiles, row: Row) -> list[str]:
    like = files.team_words.get(row.text("like"), [])
    names = [row.text("name"), *row.texts("aliases"), *row.texts("words"), *like]
    return sorted({name.lower() for name in names if name})


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
