"""The command: a store of its own, channels that were told before, and the Monday after."""

import resource
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich import box
from rich.console import Console
from rich.table import Table

from bot.cli.bench.digests.channels import add_channels
from bot.cli.bench.digests.figures import fill
from bot.cli.bench.digests.monday import Monday, Told
from bot.cli.store import make_ready
from bot.pipeline import Muster
from db.delivery import delivery_url
from db.migrate import upgrade
from db.scope import Scope
from db.session import engine_for

_SCOPE = Scope("bench", "U1")
_BEFORE = (datetime(2024, 2, 5, 9, tzinfo=UTC), datetime(2024, 3, 4, 9, tzinfo=UTC))
_MEASURED = datetime(2024, 4, 1, 8, tzinfo=UTC)
"""First Mondays of a month, at nine in London."""

_SECONDS, _MEGABYTES = 5.0, 300.0


@click.command()
@click.option("--channels", default=10_000, show_default=True, type=click.IntRange(1))
@click.option("--figures", default=1_000_000, show_default=True, type=click.IntRange(1_000))
@click.option("--councils", default=100, show_default=True, type=click.IntRange(1, 1_000))
def digest(channels: int, figures: int, councils: int) -> None:
    """Measure composing the digests of many channels that are due at once."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'muster.db'}"
        said = delivery_url(url)
        make_ready(url)
        upgrade(said)
        engine = engine_for(url)
        fill(engine, councils, figures)
        engine.dispose()
        with closing(Monday(Muster(url, _SCOPE), engine_for(said), _SCOPE)) as monday:
            add_channels(monday, councils, channels, _BEFORE)
            told = monday.measured(_MEASURED)
    Console().print(_table(told, figures))


def _table(told: Told, figures: int) -> Table:
    title = (
        f"{told.digests:,} digests of {told.watched:,} things watched, "
        f"over a store of {figures:,} figures"
    )
    table = Table(title=title, title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("what")
    for heading in ("measured", "most", "target"):
        table.add_column(heading, justify="right", no_wrap=True)
    for stage, seconds in told.seconds.items():
        table.add_row(f"  {stage}", f"{seconds:.2f} s")
    _add(table, "all of it, on one core", told.total, _SECONDS, "s")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _add(table, "memory", most, _MEGABYTES, "MB")
    return table


def _add(table: Table, what: str, found: float, most: float, unit: str) -> None:
    verdict = "met" if found <= most else "[bold]not met[/]"
    table.add_row(what, f"{found:,.{2 * (unit == 's')}f} {unit}", f"{most:g} {unit}", verdict)
