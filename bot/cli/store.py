"""Making the store ready and checking what is bundled."""

from datetime import UTC, datetime

import click

from bot.settings import settings


def is_ready(url: str) -> bool:
    """Whether the store exists and holds the bundled data as it is now."""
    from db import reads  # noqa: PLC0415 - each command imports what it needs
    from db.session import is_absent, read_engine_for  # noqa: PLC0415
    from seed.fingerprint import fingerprint  # noqa: PLC0415

    if is_absent(url):
        return False
    engine = read_engine_for(url)
    try:
        with engine.connect() as conn:
            return reads.content(conn) == fingerprint()
    except Exception:  # noqa: BLE001 - whatever is wrong with the store, preparing it says what
        return False
    finally:
        engine.dispose()


def make_ready(url: str) -> None:
    """Migrate the store and load the bundled catalogue and reports, with progress on stderr."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    from db.migrate import upgrade  # noqa: PLC0415
    from db.session import engine_for  # noqa: PLC0415
    from seed.load import load_bundle  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Migrating the store …")
        upgrade(url)
        progress.update(task, description="Loading the catalogue and the five reports …")
        engine = engine_for(url)
        load_bundle(engine, datetime.now(UTC))
        engine.dispose()


@click.command()
def prepare() -> None:
    """Migrate the store and load the bundled catalogue and reports."""
    make_ready(settings().database_url)
    click.echo("The store is ready.")


@click.command()
def check() -> None:
    """Check the bundled data and that the migrations make the models' schema."""
    from seed.catalogue_files import read_catalogue  # noqa: PLC0415
    from seed.rules import check as faults_of  # noqa: PLC0415
    from seed.statements import read_statements  # noqa: PLC0415

    faults = [str(fault) for fault in faults_of(read_catalogue(), read_statements())]
    faults += _schema_faults()
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise SystemExit(1)
    click.echo("The bundled data and the migrations are in order.")


def _schema_faults() -> list[str]:
    """What a store migrated from nothing lacks of the models."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from db.migrate import check as schema_check  # noqa: PLC0415
    from db.migrate import upgrade  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/fresh.db"
        upgrade(url)
        return schema_check(url)
