"""The command: what a whole answer costs over the store as it is."""

from datetime import date
from functools import partial

import click
from rich.console import Console

from bot.cli.bench.measures import WHOLE, Measure
from bot.cli.bench.report import times
from bot.cli.bench.timing import Timing, timed
from bot.cli.bench.whole.questions import questions
from bot.cli.store import is_ready, make_ready
from bot.pipeline import EXAMPLES, Muster
from bot.reply.lines import lines_of
from bot.settings import settings


@click.command()
@click.option("--questions", "count", default=40, show_default=True, type=click.IntRange(2))
@click.option("--repeats", default=5, show_default=True, type=click.IntRange(1))
def answer(count: int, repeats: int) -> None:
    """Time whole answers: figure, change, benchmarks, neighbours, rank, what it would take.

    The store is measured as it is: import the Department's files first to measure with them.
    """
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    muster, today = Muster(url), date.today()  # noqa: DTZ011 - the person's own day
    measures, asked = _measured(muster, today, count, repeats)
    Console().print(times(measures, asked))
    muster.close()


def _measured(
    muster: Muster, today: date, count: int, repeats: int
) -> tuple[list[Measure], list[str]]:
    """Each sort of question, and all of them together first."""
    work = partial(_reply, muster, today)
    sorts = questions(muster.knowledge().directory, count)
    timings = {sort: timed(work, asked, repeats) for sort, asked in sorts.items()}
    whole = Timing(tuple(one for timing in timings.values() for one in timing.durations))
    measures = [Measure("every sort together", whole, WHOLE)]
    measures += [Measure(f"  {sort}", timing) for sort, timing in timings.items()]
    return measures, [question for asked in sorts.values() for question in asked]


def _reply(muster: Muster, today: date, question: str) -> str:
    replied = muster.ask(question, today)
    return lines_of(replied.result, replied.understanding.corrections, EXAMPLES).text
