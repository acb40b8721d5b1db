"""The command: so many typing errors, so many random texts, and what came of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from random import Random
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import Progress

from bot.cli.fuzz.mistyping import Ask, Tally, mistyped
from bot.cli.fuzz.nonsense import Fault, faults
from bot.cli.fuzz.report import grades, nonsense, wrong_figures
from bot.cli.fuzz.texts import Texts
from bot.cli.samples.pool import Asked, pool
from bot.cli.store import is_ready, make_ready
from bot.pipeline import Muster
from bot.question import Lexicon
from bot.settings import settings

MOST_WRONG = 3
"""Wrong figures that are put up with, however many questions are asked; each is printed."""

_T = TypeVar("_T")


@click.command()
@click.option("--questions", default=10_000, show_default=True, type=click.IntRange(0))
@click.option("--texts", default=100_000, show_default=True, type=click.IntRange(0))
@click.option("--seed", default=1, show_default=True, help="Another seed, other errors and texts.")
def fuzz(questions: int, texts: int, seed: int) -> None:
    """Make typing errors and random texts; look for wrong figures and for faults."""
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    muster, today = Muster(url), date.today()  # noqa: DTZ011 - the person's own day
    known = muster.knowledge()
    tally = spoil(
        lambda text: muster.ask(text, today), pool(url, known.directory, today), questions, seed
    )
    found = pester(lambda text: muster.ask(text, today), known.lexicon, texts, seed)
    muster.close()
    console = Console(soft_wrap=True)
    console.print(grades(tally))
    for line in (*wrong_figures(tally.wrong), *nonsense(texts, found)):
        console.print(line)
    if found or len(tally.wrong) > MOST_WRONG:
        raise SystemExit(1)


def spoil(ask: Ask, known: list[Asked], questions: int, seed: int) -> Tally:
    """Ask so many questions with a typing error each."""
    tally = Tally()
    random = Random(seed)  # noqa: S311 - the same errors for the same seed
    for one in _shown(mistyped(ask, known, questions, random), "Typing errors", questions):
        tally.add(one)
    return tally


def pester(ask: Ask, lexicon: Lexicon, texts: int, seed: int) -> list[Fault]:
    """Ask so many random texts; gives those with a fault."""
    drawn = Texts(lexicon, Random(seed))  # noqa: S311 - the same texts for the same seed
    asked = (drawn.draw() for _ in range(texts))
    return [fault for fault in _shown(faults(ask, asked), "Random texts", texts) if fault]


def _shown(items: Iterable[_T], what: str, total: int) -> Iterator[_T]:
    """The items, with their progress on stderr."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total, description=f"{what} …")
