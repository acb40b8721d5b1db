"""`muster bench`: how fast Muster is, and what the easy way would cost, measured in one run."""

import click

from bot.cli.bench.ask import ask

__all__ = ["bench"]


@click.group()
def bench() -> None:
    """Measure speed, beside the naive way."""


bench.add_command(ask)
