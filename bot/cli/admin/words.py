"""Words that blocked answers, decided on in a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import click
from rich.console import Console
from rich.markup import escape

from bot.cli.admin.figures import table_of
from bot.cli.admin.store import now, opened
from bot.delivery.ledger import write_down
from bot.delivery.outgoing import Reply
from bot.delivery.sending.people import Nobody
from bot.listeners.conversation.context import Context
from bot.listeners.words.learning import Learning
from bot.loading.acts.meant import meant
from bot.loading.loads import Loader
from bot.pipeline import Muster
from bot.settings import settings
from bot.teaching.blocking import noted
from bot.teaching.replaying import Difference
from db.delivery import delivery_url, recording
from db.migrate import upgrade
from db.session import Engine, engine_for, read_engine_for
from db.words import State, Word

_MOST = 50
_SHOWN = 5


@click.group(invoke_without_command=True)
@click.pass_context
def words(context: click.Context) -> None:
    """List the words that blocked answers, and decide on them."""
    if context.invoked_subcommand is None:
        _list()


def _list() -> None:
    table = table_of("word", "answers blocked", "people", "last", "may mean")
    with learning() as (decide, _):
        waiting = decide.awaiting(_MOST)
    for one in waiting:
        last = f"{datetime.fromtimestamp(one.word.last_at).astimezone():%d %b %Y}"
        means = ", ".join(meaning.means for meaning in one.meanings)
        cells = (one.word.written, str(one.word.times), str(one.word.people), last, means)
        table.add_row(*map(escape, cells))
    if not waiting:
        click.echo("No word waits.")
    else:
        Console().print(table)


@words.command()
@click.argument("word")
@click.argument("meaning")
@click.option("--yes", is_flag=True, help="Do it also where answers would change.")
def accept(word: str, meaning: str, *, yes: bool) -> None:
    """Let WORD mean MEANING: a name that Muster knows, or a key like place:devon/mash."""
    with learning() as (decide, kept):
        found, means = _word(decide, word), meant(meaning, decide.loader.lexicon)
        trial = decide.trial(found, means)
        _show(trial.differences)
        if trial.differences and not yes and not click.confirm("Let it mean that all the same?"):
            click.echo("Nothing was changed.")
            return
        reply = decide.learn(found, means, trial)
        _write(decide, kept, reply)
    click.echo(f"“{found.written}” now means {means}. Questions answered: {len(reply.posts)}.")


def _show(differences: tuple[Difference, ...]) -> None:
    if differences:
        click.echo(f"{len(differences)} known questions would be answered otherwise:")
    for one in differences[:_SHOWN]:
        click.echo(
            f"  {one.question}\n    now:  {_first(one.before)}\n    then: {_first(one.after)}"
        )
    if len(differences) > _SHOWN:
        click.echo(f"  … and {len(differences) - _SHOWN} more.")


def _first(text: str) -> str:
    return text.partition("\n")[0]


@words.command()
@click.argument("word")
def ignore(word: str) -> None:
    """Let WORD wait no more; it stays unknown."""
    _decide(word, State.IGNORED, "is ignored")


@words.command("not-ours")
@click.argument("word")
def not_ours(word: str) -> None:
    """Let people who ask with WORD be told that it names nothing here."""
    _decide(word, State.NOT_OURS, "is not one of ours")


@words.command()
@click.argument("word")
def reopen(word: str) -> None:
    """Let WORD wait again; what it was taken for it no longer means."""
    _decide(word, State.OPEN, "waits again")


def _decide(word: str, state: State, what: str) -> None:
    with learning() as (decide, kept):
        found = _word(decide, word)
        _write(decide, kept, decide.decide(found, state))
    click.echo(f"“{found.written}” {what}.")


def _word(decide: Learning, word: str) -> Word:
    group = noted(word)
    return decide.word_spelled(group.spelling if group else word)


def _write(decide: Learning, kept: Engine, reply: Reply) -> None:
    """Write all of it down; whoever serves Slack sends the posts at the next look."""
    moment = decide.context.now
    with recording(kept) as conn:
        write_down(conn, decide.scope.workspace, "terminal", reply, moment, moment)


@contextmanager
def learning() -> Iterator[tuple[Learning, Engine]]:
    """Give whoever decides at this terminal, and an engine over what was said in Slack.

    Raises:
        RefusedActError: what was to be done cannot be; nothing was.
    """
    with opened() as loader, saying(loader) as (context, kept):
        yield Learning(context, loader), kept


@contextmanager
def saying(loader: Loader) -> Iterator[tuple[Context, Engine]]:
    """Give what was said in Slack, and an engine that writes there."""
    url = settings().database_url
    upgrade(delivery_url(url))
    kept, said = engine_for(delivery_url(url)), read_engine_for(delivery_url(url))
    muster = Muster(url, loader.scope)
    try:
        yield Context(muster, said, now, Nobody()), kept
    finally:
        muster.close()
        kept.dispose()
        said.dispose()
