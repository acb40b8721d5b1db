"""Recognising a file by its heading, and storing what it holds in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import reads
from db.catalogue import Organisation
from db.scope import Scope
from db.session import Engine
from db.writes import Counts, Loader, NewImport, loader
from seed.catalogue_files import read_catalogue
from seed.dfe.census import Census, is_census, read_census
from seed.dfe.figures import SOURCE, broken_parts
from seed.dfe.load import store_census
from seed.ees import Client, read_release
from seed.files.faults import FileFaultsError
from seed.files.sheet import read_sheet
from seed.neighbours.model import Model, is_model, read_model
from seed.tables import Fault

Content = Census | Model

_LONGEST_HEADING = 20_000  # bytes


@dataclass(frozen=True, slots=True)
class Told:
    """What a file is, in a sentence, and what one should know of it."""

    title: str
    notes: tuple[str, ...] = ()


def is_released(path: Path) -> bool:
    """Whether a file has the heading of one of the kinds released of all councils."""
    with path.open("rb") as file:
        first = file.readline(_LONGEST_HEADING).decode("utf-8-sig", errors="replace")
    columns = [cell.strip().strip('"') for cell in first.split(",")]
    return is_census(columns) or is_model(columns)


def read_file(path: Path, edition: str = "") -> Content:
    """Read a file of a kind that is known.

    `edition` is when it was published ("2026-03"), or the year of its model; else the file says.

    Raises:
        FileFaultsError: it is of no known kind, or has faults.
        OSError: it cannot be read.
    """
    sheet = read_sheet(path)
    if is_census(sheet.columns):
        return read_census(sheet, edition)
    if is_model(sheet.columns):
        return read_model(sheet, edition)
    raise FileFaultsError(
        sheet.file,
        [
            Fault(
                "line 1",
                "the heading is that of no file Muster knows: the DfE's children's social work "
                "workforce, or statistical neighbours",
            )
        ],
    )


def read_service(client: Client, data_set: str = "", edition: str = "") -> Census:
    """Read what the public data API gives of a data set, "" being that of the headline file.

    Raises:
        ServiceError: it cannot be reached, or has no such data set.
        FileFaultsError: the data set has faults.
    """
    release = read_release(client, data_set)
    return read_census(release.sheet, edition or release.published)


def told(content: Content) -> Told:
    """Say what a file is."""
    if isinstance(content, Model):
        title = (
            f"Statistical neighbours of {content.authorities} authorities, model of {content.year}"
        )
        return Told(title)
    first, last = content.years
    title = (
        f"DfE children's social work workforce, {first} to {last}, edition of {content.published}"
    )
    broken = broken_parts(content)
    rates = "1 rate does" if broken == 1 else f"{broken} rates do"
    notes = (f"{rates} not follow from the published parts.",)
    return Told(title, notes if broken else ())


def store(
    engine: Engine, content: Content, by: str, now: datetime, *, dry_run: bool = False
) -> Mapping[str, Counts]:
    """Store a file, all of it or nothing; what was held before stays. Gives what it changed."""
    row = NewImport(file=content.file, sha256=content.sha256, loaded_by=by, loaded_at=now)
    held, editions = _held(engine)
    with loader(engine, replace=False, dry_run=dry_run) as load:
        if isinstance(content, Model):
            load.begin_import(row)
            load.neighbours(content.rows)
        else:
            _store_census(load, content, held, editions, row)
    return load.counts


def _store_census(
    load: Loader,
    census: Census,
    held: Sequence[Organisation],
    editions: Sequence[str],
    row: NewImport,
) -> None:
    bundled = {one.text("key") for one in read_catalogue().organisations}
    is_newest = all(edition <= census.published for edition in editions)
    store_census(load, census, held, bundled, is_newest=is_newest, row=row)


def _held(engine: Engine) -> tuple[Sequence[Organisation], Sequence[str]]:
    with engine.connect() as conn:
        organisations = reads.catalogue(conn, Scope()).organisations
        return organisations, reads.editions(conn, Scope(), SOURCE)
