"""The command: what asking costs, from reading a question to starting the program."""

from datetime import date

import click
from rich.console import Console
from rich.progress import Progress

from bot.cli.bench.measures import Measure
from bot.cli.bench.report import figures, times
from bot.cli.bench.run import Run, Size
from bot.cli.samples.pool import pool
from bot.cli.store import is_ready, make_ready
from bot.pipeline import Muster
from bot.settings import settings


@click.command()
@click.option("--questions", default=400, show_default=True, type=click.IntRange(2))
@click.option("--repeats", default=7, show_default=True, type=click.IntRange(1))
@click.option("--starts", default=7, show_default=True, type=click.IntRange(1))
@click.option(
    "--phrases",
    multiple=True,
    default=(2_000, 200_000),
    show_default=True,
    type=click.IntRange(1, 300_000),
    help="Phrases added to a copy of the lexicon; may be given several times.",
)
def ask(questions: int, repeats: int, starts: int, phrases: tuple[int, ...]) -> None:
    """Time reading, answering and starting, beside the naive way and its wrong figures."""
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    muster, today = Muster(url), date.today()  # noqa: DTZ011 - the person's own day
    known = pool(url, muster.knowledge().directory, today)
    run = Run(muster, known, today, Size(questions, repeats, starts, phrases))
    measures = _measures(run)
    Console().print(times(measures, run.questions), "", figures(run.grades()))
    muster.close()


def _measures(run: Run) -> list[Measure]:
    measures: list[Measure] = []
    steps = run.steps()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(steps))
        for name, step in steps.items():
            progress.update(task, description=f"Measuring {name} …")
            measures += step()
            progress.advance(task)
    return measures
