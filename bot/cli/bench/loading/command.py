"""The command: files loaded once, again, and the bare way; and what others notice of it."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich import box
from rich.console import Console
from rich.table import Table

from bot.cli.bench.loading.figures import write_figures, write_workbook
from bot.cli.bench.loading.measured import Measured, file_loaded, others, preview_of
from bot.cli.store import make_ready
from bot.loading.loads import Loader
from bot.loading.words import Wording
from bot.pipeline import Knowledge
from db.reader import reading
from db.scope import Scope
from db.session import engine_for, read_engine_for

_MEGABYTES = 300.0
_OF_A_WORKBOOK = 2_000


@click.command("import")
@click.option("--rows", default=100_000, show_default=True, help="How many figures the file has.")
@click.option("--large", default=1_000_000, show_default=True, help="Figures that others notice.")
@click.option("--repeats", default=3, show_default=True, type=click.IntRange(1))
@click.option("--database", help="A store to fill, which is not emptied; else one of its own.")
def import_(rows: int, large: int, repeats: int, database: str | None) -> None:
    """Measure loading a file of figures, beside the bare way of the database's driver."""
    with TemporaryDirectory() as folder:
        url = database or f"sqlite:///{folder}/bench.db"
        make_ready(url)
        table, workbook = Path(folder) / "figures.csv", Path(folder) / "figures.xlsx"
        with _loaders(url) as loader:
            wording = Wording(loader("").lexicon)
            write_figures(table, wording, rows)
            write_workbook(workbook, wording, _OF_A_WORKBOOK)
            measured = file_loaded(loader, table, repeats)
            measured.append(preview_of(loader, workbook))
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        measured.append(Measured("memory while it loads", most, _MEGABYTES, "MB"))
        measured += others(url, large)
    Console().print(_table(f"Loading a file of {rows:,} figures", measured))


def _table(title: str, measured: list[Measured]) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("what")
    for heading in ("measured", "most", "target"):
        table.add_column(heading, justify="right", no_wrap=True)
    for one in measured:
        met = {True: "met", False: "[bold]not met[/]", None: ""}[one.met]
        most = "" if one.most is None else f"{one.most:g} {one.unit}"
        table.add_row(
            one.what, f"{one.found:,.{0 if one.unit == 'MB' else 2}f} {one.unit}", most, met
        )
    return table


@contextmanager
def _loaders(url: str) -> Iterator[Callable[[str], Loader]]:
    """Give what makes a loader over a store, for a workspace by name."""
    engine, reads = engine_for(url), read_engine_for(url)
    with reading(reads, Scope("bench")) as reader:
        lexicon = Knowledge.load(reader).lexicon
    try:
        yield lambda name: Loader(engine, lexicon, Scope(f"bench{name}", "bench"), "bench")
    finally:
        engine.dispose()
        reads.dispose()
