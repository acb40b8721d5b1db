"""Small groups: whether counts of a metric from 1 to 4 are kept back when they are loaded."""

import click

from bot.cli.admin.store import now, opened
from bot.loading.acts.disclosure import set_rule
from bot.loading.acts.names import BadNameError
from bot.loading.disclosure.rules import Disclosure
from bot.loading.loads import Loader
from bot.loading.words import Wording


@click.command()
@click.argument("metric")
@click.argument("rule", type=click.Choice([one.value for one in Disclosure]))
def disclosure(metric: str, rule: str) -> None:
    """Keep small groups of METRIC back (default), or show them (off), from the next load on."""
    with opened() as loader:
        key = _metric(loader, metric)
        set_rule(loader, key, Disclosure(rule), now())
        name = loader.lexicon.directory.metrics[key].name
    done = "are kept back" if rule == Disclosure.DEFAULT else "are shown"
    click.echo(
        f"{name}: counts from 1 to 4 and rates on fewer than 5 people {done} from the next load "
        "on; load the file again for what is held."
    )


def _metric(loader: Loader, said: str) -> str:
    """A metric by its key or by a name of it.

    Raises:
        BadNameError: it names none, or several.
    """
    if said in loader.lexicon.directory.metrics:
        return said
    words = Wording(loader.lexicon).words(said)
    found = words.metrics
    if len(found) != 1 or words.unknown:
        raise BadNameError(f"{said!r} may mean {', '.join(found) or 'nothing'}; give the key")
    return found[0]
