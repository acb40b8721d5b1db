"""Answers as they were given."""

import click

from bot.cli.admin.store import opened
from bot.cli.admin.words import saying
from bot.corrections.answers import as_given, then_and_now
from db.corrections import given_in
from db.delivery import kept as answer


@click.command()
@click.argument("number", metavar="ID")
def answers(number: str) -> None:
    """Show answer ID as it was given in Slack, with its figures then and now."""
    with opened() as loader, saying(loader) as (context, _):
        with context.said.connect() as conn:
            found = answer(conn, loader.scope, number.lower())
            figures = given_in(conn, loader.scope, number.lower())
        if found is None:
            raise LookupError(f"there is no answer {number!r}")
        with context.muster.looking(context.today) as (_, facts):
            lines = (*as_given(found), *then_and_now(figures, facts))
    click.echo("\n".join(lines))
