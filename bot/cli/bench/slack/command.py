"""The command: how soon Slack is acknowledged and people are answered, beside an empty listener."""

import asyncio
import tempfile
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from bot.cli.bench.measures import Measure
from bot.cli.bench.report import times
from bot.cli.bench.slack.rates import Rates, rates
from bot.cli.bench.slack.run import Run, Size
from bot.cli.bench.slack.stages import Stage, stage_table, stages
from bot.cli.samples.pool import pool
from bot.cli.store import make_ready
from bot.pipeline import Muster

_DIFFERENT = 400
_LONGEST = 10
_KNOWN_EVERY = 7


@click.command()
@click.option("--acknowledgements", default=300, show_default=True, type=click.IntRange(2))
@click.option("--seconds", default=20, show_default=True, type=click.IntRange(1))
@click.option("--rows", default=50_000, show_default=True, type=click.IntRange(1, 500_000))
@click.option("--burst", default=1_000, show_default=True, type=click.IntRange(2))
def slack(acknowledgements: int, seconds: int, rows: int, burst: int) -> None:
    """Time acknowledgements, replies during a load, and a burst, over a store of its own."""
    size = Size(acknowledgements, seconds, rows, burst)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'muster.db'}"
        make_ready(url)
        questions = _questions(url)
        measures, found, parts = asyncio.run(_measured(Run(questions, size), url, questions))
    console = Console()
    whole = found.cpu and found.cpu / found.questions * 1_000
    console.print(times(measures, questions), "", rates(found), "", stage_table(parts, whole))


def _questions(url: str) -> list[str]:
    """Questions that have answers, of every kind that people ask."""
    muster = Muster(url)
    known = pool(url, muster.knowledge().directory, date.today())  # noqa: DTZ011 - the person's day
    muster.close()
    short = [one.question for one in known if len(one.question.split()) <= _LONGEST]
    return short[::_KNOWN_EVERY][:_DIFFERENT]


async def _measured(
    run: Run, url: str, questions: list[str]
) -> tuple[list[Measure], Rates, list[Stage]]:
    async with run.sandbox.open():
        measures = await run.empty()
        token, api = run.token, run.sandbox.api_url
        told = {"DATABASE_URL": url, "SLACK_BOT_TOKEN": token, "SLACK_API_URL": api}
        async with run.serving("bot", "serve", **told) as process:
            measures += await run.acknowledgements()
            found = await run.burst(process)
            measure, load = await run.under_load(url)
        parts = stages(url, questions)
        return [*measures, measure], found.beside(load), parts
