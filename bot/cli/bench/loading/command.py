"""The command: a store and a file of its own, loaded once, again, and the bare way."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import click
from rich import box
from rich.console import Console
from rich.table import Table

from bot.cli.bench.loading.bare import bare_load
from bot.cli.bench.loading.figures import COUNCIL, write_figures
from bot.cli.store import make_ready
from bot.loading.loads import Loader, figure_of
from bot.loading.words import Wording
from bot.pipeline import Knowledge
from db.reader import reading
from db.scope import Scope
from db.session import engine_for, read_engine_for
from seed.grids import Limits

_WORKSPACE = "bench"
_HALF = 0.5


class Measured(NamedTuple):
    """What took how long, in seconds."""

    what: str
    seconds: float
    target: str = ""
    met: bool | None = None


@click.command("import")
@click.option("--rows", default=100_000, show_default=True, help="How many figures the file has.")
@click.option("--database", help="A store to fill, which is not emptied; else one of its own.")
def import_(rows: int, database: str | None) -> None:
    """Measure loading a file of figures, beside the bare way of the database's driver."""
    with TemporaryDirectory() as folder:
        url = database or f"sqlite:///{folder}/bench.db"
        make_ready(url)
        path = Path(folder) / "figures.csv"
        with _loader(url) as loader:
            write_figures(path, Wording(loader().lexicon), rows)
            measured = _measured(loader, path)
    table = Table(title=f"Loading {rows:,} figures", title_justify="left", box=box.SIMPLE)
    for heading in ("what", "seconds", "figures a second", "target", ""):
        table.add_column(heading, justify="right" if "second" in heading else "left")
    for one in measured:
        met = {True: "met", False: "[bold]not met[/]", None: ""}[one.met]
        rate = f"{rows / one.seconds:,.0f}"
        table.add_row(one.what, f"{one.seconds:.2f}", rate, one.target, met)
    Console().print(table)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    click.echo(f"Memory at most: {most:.0f} MB")


def _measured(loader: Callable[[], Loader], path: Path) -> list[Measured]:
    limits = replace(Limits(), size=200_000_000, rows=2_000_000, cells=20_000_000, seconds=120)
    now = datetime.now(UTC)

    def load() -> tuple[float, bool]:
        start = perf_counter()
        found = loader().read(path, council=COUNCIL, limits=limits)
        number = loader().load(found, now)[1]
        return perf_counter() - start, number is not None

    found = loader().read(path, council=COUNCIL, limits=limits)
    bare = bare_load(loader().engine, [figure_of(one, path.name) for one in found.statements])
    del found
    first, loaded = load()
    again, changed = load()
    if not loaded or changed:
        raise click.ClickException("the file was not loaded, or changed something the second time")
    return [
        Measured("the driver alone, rows that are ready", bare),
        Measured("read, matched, checked, committed", first, "twice that", bare / first >= _HALF),
        Measured("the same file again", again, "faster", again < first),
    ]


@contextmanager
def _loader(url: str) -> Iterator[Callable[[], Loader]]:
    """Give what makes a loader over a store."""
    engine, reads = engine_for(url), read_engine_for(url)
    scope = Scope(_WORKSPACE, "bench")
    with reading(reads, scope) as reader:
        lexicon = Knowledge.load(reader).lexicon
    try:
        yield lambda: Loader(engine, lexicon, scope, "bench")
    finally:
        engine.dispose()
        reads.dispose()
