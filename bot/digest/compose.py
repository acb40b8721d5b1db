"""From findings to a digest: at most seven items, each topic once, the rest counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.digest.accounting import Account, account
from bot.digest.rules import Finding, Rule, findings
from bot.digest.watched import Memory, Watching, newest_end

MOST = 7
"""What fits a phone screen."""

_OF_SEVERAL = frozenset({Rule.LATE, Rule.DENOMINATOR})
_ORDER = list(Rule)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said; `also` are lighter findings that tell of the same thing."""

    finding: Finding
    also: tuple[Finding, ...] = ()

    @property
    def why(self) -> str:
        """Why it is there: every reason, with its own name where it is of another series."""
        return "; also ".join((self.finding.why, *(self._named(one) for one in self.also)))

    def _named(self, one: Finding) -> str:
        return one.why if one.series == self.finding.series else f"{one.asked}: {one.why}"

    @property
    def told(self) -> dict[str, str]:
        """What was so, by what it is about."""
        return {one.about: one.state for one in (self.finding, *self.also)}


@dataclass(frozen=True, slots=True)
class Digest:
    """What is said to one follow at one slot, and what it will know from then on.

    `more` counts what was worth saying and found no room. `newest` is the last day of the newest
    period held, None where nothing is.
    """

    items: tuple[Item, ...]
    more: int
    account: Account
    newest: date | None
    lost: tuple[str, ...]
    memory: Memory


def compose(watching: Watching, memory: Memory, today: date) -> Digest:
    """Choose what is worth saying on a day, given what was said before."""
    merged = _merged(findings(watching, memory, today), watching)
    chosen = merged[:MOST]
    in_order = sorted(chosen, key=lambda one: _ORDER.index(one.finding.rule))
    fresh = sum(memory.is_fresh(one) for one in watching.series)
    newest = newest_end(watching.series)
    return Digest(
        tuple(in_order),
        len(merged) - len(chosen),
        account(watching.series, fresh, today),
        date.fromisoformat(newest) if newest else None,
        watching.lost,
        _remembered(watching, memory, chosen),
    )


def _merged(found: Sequence[Finding], watching: Watching) -> list[Item]:
    """Each topic once, by its weightiest finding; the others' reasons are kept with it."""
    topics = {one.key: one.topic or one.key for one in watching.series}
    items: dict[str, Item] = {}
    for one in found:
        of_several = one.rule in _OF_SEVERAL
        key = one.about if of_several else topics.get(one.series[0], one.series[0])
        item = items.get(key)
        items[key] = Item(item.finding, (*item.also, one)) if item else Item(one)
    return list(items.values())


def _remembered(watching: Watching, memory: Memory, chosen: Sequence[Item]) -> Memory:
    """What was told and shown before, and now; what found no room was not told."""
    told = {about: state for one in chosen for about, state in one.told.items()}
    watched = (*watching.series, *watching.benchmarks)
    seen = {one.key: one.values for one in watched}
    return Memory({**memory.told, **told}, {**memory.seen, **seen})
