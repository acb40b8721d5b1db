"""Names that a workspace adds."""

import click

from bot.cli.admin.store import now, opened
from bot.loading.acts import names
from bot.loading.acts.meant import council_meant, meant
from db.catalogue import Direction


@click.command()
@click.argument("phrase")
@click.argument("meaning")
def alias(phrase: str, meaning: str) -> None:
    """Let PHRASE mean MEANING: a name that Muster knows, or a key like place:devon/mash."""
    with opened() as loader:
        means = meant(meaning, loader.lexicon)
        names.add_alias(loader, phrase, means, now())
    click.echo(f"{phrase!r} now means {means}.")


@click.group()
def team() -> None:
    """Add, move and rename teams."""


@team.command("add")
@click.argument("council")
@click.argument("name")
@click.option("--under", help="The key of the team it is part of.")
def add_team(council: str, name: str, under: str | None) -> None:
    """Add the team NAME to COUNCIL."""
    with opened() as loader:
        key = names.add_team(loader, council_meant(council, loader.lexicon), name, under, now())
    click.echo(f"The team is {key}.")


@team.command("move")
@click.argument("key")
@click.option("--under", help="The key of the team it is to be part of; none is the council.")
def move_team(key: str, under: str | None) -> None:
    """Hang the team KEY elsewhere in its council."""
    with opened() as loader:
        names.move_team(loader, key, under, now())
    click.echo(f"{key} is part of {under or key.partition('/')[0]}.")


@team.command("rename")
@click.argument("key")
@click.argument("name")
def rename_team(key: str, name: str) -> None:
    """Give the team KEY the NAME; the old one is still understood."""
    with opened() as loader:
        names.rename_team(loader, key, name, now())
    click.echo(f"{key} is called {name}.")


@click.group()
def metric() -> None:
    """Add metrics."""


@metric.command("add")
@click.argument("name")
@click.option("--unit", required=True, help="What it is counted in: FTE, people, %.")
@click.option("--better", type=click.Choice(["up", "down", "neither"]), default="neither")
def add_metric(name: str, unit: str, better: str) -> None:
    """Add the metric NAME."""
    direction = {"up": Direction.INCREASE, "down": Direction.DECREASE}.get(
        better, Direction.NEUTRAL
    )
    with opened() as loader:
        key = names.add_metric(loader, name, unit, direction, now())
    click.echo(f"The metric is {key}.")


@click.group()
def role() -> None:
    """Add role groups."""


@role.command("add")
@click.argument("name")
@click.option("--under", help="The key of the wider group.")
def add_role(name: str, under: str | None) -> None:
    """Add the role group NAME."""
    with opened() as loader:
        key = names.add_role_group(loader, name, under, now())
    click.echo(f"The role group is {key}.")


@click.group()
def council() -> None:
    """Add councils."""


@council.command("add")
@click.argument("name")
@click.option("--short", help="What it is called in short.")
def add_council(name: str, short: str | None) -> None:
    """Add the council NAME."""
    with opened() as loader:
        key = names.add_council(loader, name, short or name, now())
    click.echo(f"The council is {key}.")
