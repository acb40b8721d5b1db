"""What is measured of loading, and the most that each may be."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import click

from bot.cli.bench.loading.bare import bare_load
from bot.cli.bench.loading.figures import COUNCIL
from bot.cli.bench.loading.meanwhile import meanwhile
from bot.cli.bench.loading.spent import Spent, measured
from bot.loading.loads import Loader, figure_of
from seed.grids import Limits

_TWICE = 2.0
_OF_A_PREVIEW = 3.0  # seconds
_OF_A_WRITE = 0.5
_OF_A_QUESTION = 0.25
_MEGABYTES = 300.0
_MICROSECONDS = 1_000_000

Loaders = Callable[[str], Loader]
"""What makes a loader for a workspace by name."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found, and the most that it may be; None is no target."""

    what: str
    found: float
    most: float | None = None
    unit: str = "s"

    @property
    def met(self) -> bool | None:
        """Whether it keeps within it."""
        return None if self.most is None else self.found <= self.most


def file_loaded(loader: Loaders, path: Path, repeats: int) -> list[Measured]:
    """What a file takes the first time, again, and by the driver alone; medians of some runs.

    On SQLite that is time of the processor, which other programs cannot lengthen; PostgreSQL works
    in a process of its own, so there it is time by the clock.
    """
    by_processor = loader("").engine.dialect.name == "sqlite"
    runs = [_run(loader, str(number), path) for number in range(repeats)]
    bare, first, again = (
        [one.processor if by_processor else one.clock for one in some]
        for some in zip(*runs, strict=True)
    )
    times = median(whole / least for whole, least in zip(first, bare, strict=True))
    less = median(second / whole for second, whole in zip(again, first, strict=True))
    return [
        Measured("the driver alone, rows that are ready", median(bare)),
        Measured("read, matched, checked, committed", median(first)),
        Measured("  as many times the driver alone", times, _TWICE, "times"),
        Measured("the same file again, which changes nothing", median(again)),
        Measured("  as many times the first time", less, 1.0, "times"),
    ]


def _run(loader: Loaders, number: str, path: Path) -> tuple[Spent, Spent, Spent]:
    """The driver alone, the first load into a workspace, and the same file again."""
    one, now = loader(number), datetime.now(UTC)
    found = one.read(path, council=COUNCIL, limits=_limits())
    bare = bare_load(one.engine, [figure_of(stated, path.name) for stated in found.statements])
    del found
    spent, loaded = [], []
    for _ in range(2):
        with measured() as this:
            found = one.read(path, council=COUNCIL, limits=_limits())
            loaded.append(one.load(found, now)[1])
        del found
        spent.append(this)
    if loaded[0] is None or loaded[1] is not None:
        raise click.ClickException("the file was not loaded, or changed something the second time")
    return bare, spent[0], spent[1]


def preview_of(loader: Loaders, path: Path) -> Measured:
    """What the preview of a workbook takes, from the file on."""
    one = loader("-workbook")
    with measured() as spent:
        tally = one.preview(one.read(path, council=COUNCIL)).tally
    return Measured(f"preview of a workbook of {tally.new:,} rows", spent.clock, _OF_A_PREVIEW)


def others(url: str, count: int) -> list[Measured]:
    """What others notice while very many figures are loaded, and what it takes."""
    found = meanwhile(url, count)
    longest = max(found.writes.durations) / _MICROSECONDS
    asked = found.questions.p99 / _MICROSECONDS
    return [
        Measured(f"{count:,} figures by another process", found.seconds),
        Measured("  its memory", found.megabytes, _MEGABYTES, "MB"),
        Measured(f"  longest wait of {len(found.writes.durations):,} writes", longest, _OF_A_WRITE),
        Measured("  p99 of as many questions", asked, _OF_A_QUESTION),
    ]


def _limits() -> Limits:
    return replace(Limits(), size=200_000_000, rows=2_000_000, cells=20_000_000, seconds=120)
