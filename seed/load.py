"""Loading the bundled catalogue and reports: one transaction, as often as one likes."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from db.session import Engine
from db.writes import Counts, NewImport, loader
from seed import rows
from seed.aliases import alias_rows
from seed.catalogue_files import read_catalogue
from seed.fingerprint import fingerprint
from seed.paths import CATALOGUE, REPORTS
from seed.rules import check
from seed.rules.identities import broken_identities
from seed.statements import observations, read_statements
from seed.tables import CatalogueError


def load_bundle(
    engine: Engine, now: datetime, catalogue: Path = CATALOGUE, reports: Path = REPORTS
) -> Mapping[str, Counts]:
    """Load the catalogue and the five reports; gives what was added, changed and removed.

    Raises:
        CatalogueError: the bundled files have faults; nothing is loaded.
    """
    files = read_catalogue(catalogue)
    statements = read_statements(reports)
    if faults := check(files, statements):
        raise CatalogueError(faults)
    figures = list(observations(statements))
    parents = {one["key"]: one.get("parent") for one in rows.teams(files)}
    digest = fingerprint(catalogue, reports)
    with loader(engine) as load:
        load.organisations(rows.organisations(files))
        load.teams(rows.teams(files))
        load.role_groups(rows.role_groups(files))
        load.metrics(rows.metrics(files))
        load.formulas(rows.formulas(files))
        load.aliases(alias_rows(files))
        load.terms(rows.terms(files))
        load.events(rows.events(files))
        load.caveats([*rows.caveats(files), *broken_identities(figures, parents)])
        load.sources(rows.sources(files))
        load.begin_import(
            NewImport(file="bundled reports", sha256=digest, loaded_by="muster", loaded_at=now)
        )
        load.observations(figures)
        load.fingerprint(digest)
    return load.counts
