"""The command and its sub-commands, each imported when it is called.

Slack, Alembic and the rest cost half a second to import; `muster ask` pays for none of them.
"""

import sys
from importlib import import_module
from keyword import iskeyword

import click

from bot.errors import MusterError

_COMMANDS = {
    "ask": "bot.cli.ask",
    "prepare": "bot.cli.store",
    "check": "bot.cli.store",
    "serve": "bot.cli.serve",
    "demo": "bot.cli.demo",
    "import": "bot.cli.imports",
    "admin": "bot.cli.admin",
    "digest": "bot.cli.digest",
    "trend": "bot.cli.trend",
    "bench": "bot.cli.bench",
    "fuzz": "bot.cli.fuzz",
}


class _LazyGroup(click.Group):
    """A group that imports a command's module only to run or describe it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name]), name)
        return command


@click.group(cls=_LazyGroup)
@click.version_option(package_name="muster")
def cli() -> None:
    """Answers managers' questions about their workforce, each figure with its source."""


def main() -> None:
    """Run the command; an error a person can put right is one line, never a traceback."""
    try:
        cli()
    except MusterError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
