"""`muster admin`: everything an administrator does besides loading files."""

import click

from bot.cli.admin.answers import answers
from bot.cli.admin.figures import audit, history, redo, set_, target, undo
from bot.cli.admin.files import export, freshness, template
from bot.cli.admin.names import alias, council, metric, role, team
from bot.cli.admin.small import disclosure
from bot.cli.admin.words import words

__all__ = ["admin"]


@click.group()
def admin() -> None:
    """Change what the workspace holds; every change can be read in the audit log."""


for command in (
    set_,
    target,
    history,
    undo,
    redo,
    audit,
    export,
    template,
    freshness,
    disclosure,
    alias,
    team,
    metric,
    role,
    council,
    words,
    answers,
):
    admin.add_command(command)
