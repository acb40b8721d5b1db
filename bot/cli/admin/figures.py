"""Single figures, and imports taken back."""

import click
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.cli.admin.store import now, opened
from bot.cli.loading.show import show
from bot.loading.acts.meant import council_meant
from bot.loading.acts.single import figure_said
from bot.loading.acts.undoing import REDO, UNDO, exchange
from bot.loading.words import Wording
from db.loads import audited
from db.loads import history as imports
from db.session import staging
from db.vocabulary import Kind

_YES = click.option("--yes", is_flag=True, help="Do it without asking.")
_COUNCIL = click.option("--council", default="", help="Whose figure it is, where that is not said.")
_ANSWERS = click.option("--answer", "answers", multiple=True, metavar="QUESTION=ANSWER")


@click.command("set")
@click.argument("words", nargs=-1, required=True)
@_COUNCIL
@_ANSWERS
@_YES
def set_(words: tuple[str, ...], *, council: str, answers: tuple[str, ...], yes: bool) -> None:
    """Set one figure: muster admin set agency fte social workers Assessment 31 Mar 2024 27.0."""
    _one(" ".join(words), Kind.ACTUAL, council, answers, yes=yes)


@click.command()
@click.argument("words", nargs=-1, required=True)
@_COUNCIL
@_ANSWERS
@_YES
def target(words: tuple[str, ...], *, council: str, answers: tuple[str, ...], yes: bool) -> None:
    """Set a target: muster admin target agency rate social workers Devon 20% by Mar 2025."""
    _one(" ".join(words), Kind.TARGET, council, answers, yes=yes)


def _one(text: str, kind: Kind, council: str, answers: tuple[str, ...], *, yes: bool) -> None:
    given = dict(one.rpartition("=")[::2] for one in answers)
    with opened() as loader:
        key = council_meant(council, loader.lexicon)
        known = loader.remembered(given)
        reading = figure_said(text, kind, Wording(loader.lexicon), known, key)
        preview = loader.preview(reading)
        show(preview, Console())
        agreed = preview.is_loadable and (yes or click.confirm("Store it?"))
        number = loader.load(reading, now(), given)[1] if agreed else None
    click.echo("Nothing was stored." if number is None else f"Stored as import {number}.")


@click.command()
def history() -> None:
    """List what was loaded, newest first."""
    table = table_of("number", "when", "who", "what", "figures", "stands")
    with opened() as loader, staging(loader.engine) as conn:
        for one in imports(conn, loader.scope):
            when = f"{one.loaded_at:%d %b %Y %H:%M}"
            cells = (str(one.id), when, one.loaded_by, one.file, f"{one.rows:,}", one.status)
            table.add_row(*map(escape, cells))
    Console().print(table)


@click.command()
@click.argument("number", type=int)
def undo(number: int) -> None:
    """Take import NUMBER back: what was there before it is there again."""
    _exchange(number, UNDO)


@click.command()
@click.argument("number", type=int)
def redo(number: int) -> None:
    """Put import NUMBER, which was taken back, in again."""
    _exchange(number, REDO)


def _exchange(number: int, act: str) -> None:
    with opened() as loader:
        click.echo(exchange(loader, number, act, now()))


@click.command()
@click.option("--most", default=50, help="How many lines.")
def audit(most: int) -> None:
    """Read who changed what, newest first."""
    table = table_of("when", "who", "what", "of", "before", "after", "from")
    with opened() as loader, staging(loader.engine) as conn:
        for one in audited(conn, loader.scope, most):
            when = f"{one.at:%d %b %Y %H:%M}"
            cells = (when, one.who, one.act, one.subject, one.before, one.after, one.via)
            table.add_row(*map(escape, cells))
    Console().print(table)


def table_of(*headings: str) -> Table:
    """A table to be printed."""
    table = Table(box=box.SIMPLE, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(heading)
    return table
