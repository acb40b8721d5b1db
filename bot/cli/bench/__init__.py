"""`muster bench`: how fast Muster is, and what the easy way would cost, measured in one run."""

import click

from bot.cli.bench.ask import ask
from bot.cli.bench.digests import digest
from bot.cli.bench.loading import import_
from bot.cli.bench.slack.command import slack
from bot.cli.bench.whole import answer

__all__ = ["bench"]


@click.group()
def bench() -> None:
    """Measure speed, beside the naive way."""


bench.add_command(ask)
bench.add_command(answer)
bench.add_command(slack)
bench.add_command(import_)
bench.add_command(digest)
