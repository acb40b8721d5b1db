"""The catalogue's TOML files, read whole."""

from dataclasses import dataclass, field
from pathlib import Path

from seed.paths import CATALOGUE
from seed.tables import Row, read_rows, read_toml


@dataclass(frozen=True, slots=True)
class CatalogueFiles:
    """Every row of the catalogue, by the file it stands in; metrics hold their formulas."""

    organisations: list[Row] = field(default_factory=list)
    teams: list[Row] = field(default_factory=list)
    role_groups: list[Row] = field(default_factory=list)
    metrics: list[Row] = field(default_factory=list)
    facets: list[Row] = field(default_factory=list)
    words: list[Row] = field(default_factory=list)
    terms: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    caveats: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    team_words: dict[str, list[str]] = field(default_factory=dict)


def read_catalogue(folder: Path = CATALOGUE) -> CatalogueFiles:
    """The files of a catalogue's folder.

    Raises:
        CatalogueError: a file is not there, not TOML, or holds tables of another name.
    """
    return CatalogueFiles(
        organisations=read_rows(folder / "organisations.toml", "organisation"),
        teams=read_rows(folder / "teams.toml", "team"),
        role_groups=read_rows(folder / "role_groups.toml", "role_group"),
        metrics=[
            row
            for path in sorted((folder / "metrics").glob("*.toml"))
            for row in read_rows(path, "metric")
        ],
        facets=read_rows(folder / "facets.toml", "facet"),
        words=read_rows(folder / "words.toml", "word"),
        terms=read_rows(folder / "glossary.toml", "term"),
        events=read_rows(folder / "events.toml", "event"),
        caveats=read_rows(folder / "caveats.toml", "caveat"),
        sources=read_rows(folder / "sources.toml", "source"),
        team_words=read_toml(folder / "team_words.toml"),
    )
