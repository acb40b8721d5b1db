"""Small groups: whether counts of a metric from 1 to 4 are kept back when they are loaded."""

import click

from bot.cli.admin.store import now, opened
from bot.loading.acts.disclosure import set_rule
from bot.loading.acts.meant import metric_meant
from bot.loading.disclosure.rules import Disclosure


@click.command()
@click.argument("metric")
@click.argument("rule", type=click.Choice([one.value for one in Disclosure]))
def disclosure(metric: str, rule: str) -> None:
    """Keep small groups of METRIC back (default), or show them (off), from the next load on."""
    with opened() as loader:
        key = metric_meant(metric, loader.lexicon)
        click.echo(set_rule(loader, key, Disclosure(rule), now()))
