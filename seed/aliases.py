"""Every word of the catalogue and what it may mean, as rows of the store."""

from collections import defaultdict
from collections.abc import Iterator

from db.writes import NewAlias
from seed.catalogue_files import CatalogueFiles
from seed.tables import Row


def alias_rows(files: CatalogueFiles) -> list[NewAlias]:
    """One row for each meaning of each word, ranked in the order the files give them.

    Words with several meanings (`words.toml`) come first: what they say of a word is all of it.
    """
    ranked: dict[str, list[str]] = defaultdict(list)
    ambiguous = {text for row in files.words for text in row.texts("text")}
    for text, means in [*_words(files), *_facets(files)]:
        _add(ranked, text, means)
    for text, means in _own_aliases(files):
        if text not in ambiguous or means.startswith("term:"):
            _add(ranked, text, means)
    return [
        NewAlias(text=text, means=means, rank=rank)
        for text, meanings in ranked.items()
        for rank, means in enumerate(meanings)
    ]


def _add(ranked: dict[str, list[str]], text: str, means: str) -> None:
    if means not in ranked[text]:
        ranked[text].append(means)


def _words(files: CatalogueFiles) -> Iterator[tuple[str, str]]:
    for row in files.words:
        for text in row.texts("text"):
            for means in row.texts("means"):
                weak = row.fields.get("weak") and means.startswith("metric:")
                yield text, f"weak_{means}" if weak else means


def _facets(files: CatalogueFiles) -> Iterator[tuple[str, str]]:
    for row in files.facets:
        kind = "facet" if row.fields.get("strict") else "weak_facet"
        for text in row.texts("words"):
            yield text, f"{kind}:{row.text('key')}"
            if alone := row.text("alone"):
                yield text, f"weak_metric:{alone}"


def _own_aliases(files: CatalogueFiles) -> Iterator[tuple[str, str]]:
    """The aliases that stand with the thing they name."""
    for row in files.metrics:
        yield from _each(row, "aliases", "metric")
    for row in files.organisations:
        yield from _each(row, "aliases", "place")
        yield from _each(row, "whole", "place")
    for row in files.teams:
        yield from _each(row, "aliases", "place")
        for text in files.team_words.get(row.text("like"), []):
            yield text, f"place:{row.text('key')}"
    for row in files.role_groups:
        yield from _each(row, "aliases", "role_group")
    for row in files.events:
        yield from _each(row, "aliases", "event")
    for row in files.terms:
        yield from ((text.lower(), means) for text, means in _each(row, "aliases", "term"))


def _each(row: Row, field: str, kind: str) -> Iterator[tuple[str, str]]:
    for text in row.texts(field):
        yield text, f"{kind}:{row.text('key')}"
