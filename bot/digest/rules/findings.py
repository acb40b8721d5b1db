"""All rules put to what is watched."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from bot.digest.rules.finding import Finding
from bot.digest.rules.identities import broken
from bot.digest.rules.late import is_late, late
from bot.digest.rules.moves import denominators, movers
from bot.digest.rules.published import benchmarks, corrected
from bot.digest.rules.standing import alerts, records, signals, targets
from bot.digest.watched import Memory, Watching

_FIND: tuple[Callable[[Watching, Memory], Iterator[Finding]], ...] = (
    signals,
    targets,
    records,
    movers,
    benchmarks,
    broken,
    denominators,
)


def findings(watching: Watching, memory: Memory, today: date) -> list[Finding]:
    """What is worth saying and was not told before, the weightiest first.

    Of figures that stand for few people nothing is said, and of series that are late only that
    they are, and what was corrected.
    """
    held = [one for one in watching.series if one.points and not one.is_small]
    news = Watching(tuple(one for one in held if not is_late(one, today)), watching.benchmarks)
    if watching.conditions:
        found = [*alerts(replace(news, conditions=watching.conditions), memory)]
    else:
        found = [finding for find in _FIND for finding in find(news, memory)]
        found += [*corrected(Watching(tuple(held)), memory), *late(watching, today)]
    new = [one for one in found if not memory.knows(one.about, one.state)]
    return sorted(new, key=lambda one: (-one.score, one.about))
