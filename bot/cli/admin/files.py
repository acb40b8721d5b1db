"""Files that go out: what is held, and the template; and what should have come in."""

from datetime import date, datetime
from pathlib import Path

import click

from bot.cli.admin.store import opened
from bot.loading.acts.freshness import late, late_line
from bot.loading.exports import write_csv, write_template, write_xlsx
from db.loads.export import held_rows
from db.session import staging

_FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@_FILE
@click.option("--published", is_flag=True, help="With what the bundled reports published.")
def export(file: Path, *, published: bool) -> None:
    """Write what is held to FILE, .csv or .xlsx; it loads again without changing anything."""
    with opened() as loader, staging(loader.engine) as conn:
        rows = held_rows(conn, loader.scope, published=published)
    (write_xlsx if file.suffix.lower() == ".xlsx" else write_csv)(file, rows)
    click.echo(f"{len(rows):,} figures are in {file}.")


@click.command()
@_FILE
def template(file: Path) -> None:
    """Write the workbook that an analyst begins with to FILE."""
    write_template(file)
    click.echo(f"The template is in {file}.")


@click.command()
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="As on this day.")
def freshness(on: datetime | None) -> None:
    """List what is late, by the rhythm that each series has kept."""
    today = on.date() if on else date.today()  # noqa: DTZ011 - the person's own day
    with opened() as loader, staging(loader.engine) as conn:
        rows = held_rows(conn, loader.scope, published=True)
    names = loader.lexicon.directory.names
    for one in late(rows, today):
        click.echo(late_line(one, names))
