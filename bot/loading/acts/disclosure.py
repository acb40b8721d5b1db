"""Deciding whether small counts of a metric are kept back when they are loaded."""

from datetime import datetime

from bot.loading.disclosure.rules import PREFIX, Disclosure, rules_of
from bot.loading.loads import Loader
from db.loads import audit, choose
from db.session import writing


def set_rule(loader: Loader, metric: str, rule: Disclosure, now: datetime) -> str:
    """Decide for a metric by its key, from the next load on; gives what is decided in a sentence.

    The log tells who did.

    Raises:
        LookupError: there is no such metric.
    """
    directory, scope = loader.lexicon.directory, loader.scope
    if metric not in directory.metrics:
        raise LookupError(f"there is no metric {metric!r}")
    with writing(loader.engine) as conn:
        before = rules_of(conn, scope, directory)(metric)
        was = Disclosure.DEFAULT if before else Disclosure.OFF
        choose(conn, scope.workspace, {PREFIX + metric: rule})
        audit(conn, scope.workspace, loader.act(now, "disclosure", metric, was, rule))
    done = "are kept back" if rule is Disclosure.DEFAULT else "are shown"
    return (
        f"{directory.metrics[metric].name}: counts from 1 to 4 and rates on fewer than 5 people "
        f"{done} from the next load on; load the file again for what is held."
    )
