"""Making the store ready and checking what is bundled."""

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.errors import BadCatalogueError, StoreError
from bot.settings import settings


def is_ready(url: str) -> bool:
    """Whether the store exists and holds the bundled data as it is now."""
    from db.session import is_absent  # noqa: PLC0415 - each command imports what it needs

    try:
        return not is_absent(url) and _is_current(url)
    except Exception:  # noqa: BLE001 - whatever is wrong with the store, preparing it says what
        return False


def _is_current(url: str) -> bool:
    """Whether the store has had every migration and was loaded with today's files."""
    from db import reads  # noqa: PLC0415
    from db.session import read_engine_for  # noqa: PLC0415
    from db.steps import is_at_newest_step  # noqa: PLC0415
    from seed.fingerprint import fingerprint  # noqa: PLC0415

    engine = read_engine_for(url)
    try:
        with engine.connect() as conn:
            return is_at_newest_step(conn) and reads.content(conn) == fingerprint()
    finally:
        engine.dispose()


def make_ready(url: str) -> None:
    """Migrate the store and load the bundled catalogue and reports, with progress on stderr.

    Raises:
        StoreError: the address is no store's, nobody answers there, or the store is newer.
        BadCatalogueError: the bundled files have faults; nothing was loaded.
    """
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    from db.migrate import FAULTS, upgrade  # noqa: PLC0415
    from seed.tables import CatalogueError  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as progress:
        task = progress.add_task("Migrating the store …")
        try:
            upgrade(url)
            progress.update(task, description="Loading the catalogue and the five reports …")
            _load(url)
        except FAULTS as error:
            raise StoreError(_first_line(error)) from error
        except CatalogueError as error:
            raise BadCatalogueError(_first_line(error)) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _load(url: str) -> None:
    from db.session import engine_for  # noqa: PLC0415
    from seed.load import load_bundle  # noqa: PLC0415

    engine = engine_for(url)
    try:
        load_bundle(engine, datetime.now(UTC))
    finally:
        engine.dispose()


@click.command()
def prepare() -> None:
    """Migrate the store and load the bundled catalogue and reports."""
    make_ready(settings().database_url)
    click.echo("The store is ready.")


@click.command()
def check() -> None:
    """Check the bundled data and that the migrations make the models' schema."""
    faults = [*data_faults(), *_schema_faults()]
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise SystemExit(1)
    click.echo("The bundled data and the migrations are in order.")


def data_faults(catalogue: Path | None = None) -> list[str]:
    """Each fault of the reports with a catalogue, the bundled one or another, with its place."""
    from seed.catalogue_files import read_catalogue  # noqa: PLC0415
    from seed.paths import CATALOGUE  # noqa: PLC0415
    from seed.rules import check as faults_of  # noqa: PLC0415
    from seed.statements import read_statements  # noqa: PLC0415
    from seed.tables import CatalogueError  # noqa: PLC0415

    try:
        faults = faults_of(read_catalogue(catalogue or CATALOGUE), read_statements())
    except CatalogueError as error:
        faults = error.faults
    return [str(fault) for fault in faults]


def _schema_faults() -> list[str]:
    """What a store migrated from nothing lacks of the models."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from db.migrate import check as schema_check  # noqa: PLC0415
    from db.migrate import upgrade  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/fresh.db"
        upgrade(url)
        return schema_check(url)
