"""Several digests of one place made into one: each thing said once, the rest counted once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.digest.accounting import account
from bot.digest.compose import MOST, Digest, Item
from bot.digest.prepare import Prepared
from bot.digest.rules import Rule
from bot.digest.slots import Slot
from bot.digest.watched import Memory, Watched, Watching, newest_end
from bot.digest.words import lines
from bot.posting.wanted import Wanted
from bot.reply.lines import Lines

_TITLES = 3
_ORDER = list(Rule)


@dataclass(frozen=True, slots=True)
class Composed:
    """One follow's digest, and what it was made from."""

    wanted: Wanted
    title: str
    watching: Watching
    ready: Prepared


@dataclass(frozen=True, slots=True)
class Merged:
    """What is said in one place, and what each follow remembers of it.

    `series` are all that were looked at, by their keys.
    """

    lines: Lines
    items: tuple[Item, ...]
    series: dict[str, Watched]
    memories: tuple[Memory, ...]

    def numbered(self, id_: str, *notes: str) -> "Merged":
        """The same with the number it can be shown again by, and other small print."""
        small = (*self.lines.small, *notes, f"Digest {id_}.")
        return replace(self, lines=replace(self.lines, small=small))


def merged(parts: Sequence[Composed]) -> Merged:
    """Say the seven weightiest things of all; the parts are of one slot, and at least one."""
    items = _different([item for part in parts for item in part.ready.digest.items])
    chosen = sorted(items, key=lambda one: -one.finding.score)[:MOST]
    chosen.sort(key=lambda one: _ORDER.index(one.finding.rule))
    series = {one.key: one for part in parts for one in part.watching.series}
    more = sum(part.ready.digest.more for part in parts) + len(items) - len(chosen)
    digest = _digest(parts, tuple(chosen), more, series)
    slot, missed = parts[0].ready.slot, _missed(parts)
    late = any(part.wanted.due.late for part in parts)
    said = lines(digest, _titles([part.title for part in parts]), slot, missed, late=late)
    benchmarks = {one.key: one for part in parts for one in part.watching.benchmarks}
    told = {_known(item) for item in chosen}
    memories = tuple(_remembered(part, told) for part in parts)
    return Merged(said, digest.items, {**benchmarks, **series}, memories)


def _known(item: Item) -> tuple[str, str]:
    """What an item is known by, whichever follow it was found for."""
    return item.finding.about, item.finding.state


def _different(items: Sequence[Item]) -> list[Item]:
    return list({_known(item): item for item in items}.values())


def _digest(
    parts: Sequence[Composed], items: tuple[Item, ...], more: int, series: dict[str, Watched]
) -> Digest:
    """The digest of all parts; a series that several of them watch counts once."""
    if len(parts) == 1:
        return parts[0].ready.digest
    fresh = {
        one.key
        for part in parts
        for one in part.watching.series
        if part.wanted.memory.is_fresh(one)
    }
    looked_at = list(series.values())
    days = [part.ready.digest.newest for part in parts if newest_end(part.watching.series)]
    newest = max((day for day in days if day), default=None)
    counted = account(looked_at, len(fresh), parts[0].ready.slot.day)
    lost = tuple(dict.fromkeys(name for part in parts for name in part.ready.digest.lost))
    return Digest(items, more, counted, newest, lost, Memory())


def _missed(parts: Sequence[Composed]) -> tuple[Slot, ...]:
    digests = [part for part in parts if not part.watching.conditions]
    by_day = {slot.key: slot for part in digests for slot in part.wanted.due.missed}
    return tuple(by_day[key] for key in sorted(by_day))


def _titles(titles: Sequence[str]) -> str:
    different = list(dict.fromkeys(titles))
    more = len(different) - _TITLES
    return "; ".join(different[:_TITLES]) + (f"; and {more} more" if more > 0 else "")


def _remembered(part: Composed, told: set[tuple[str, str]]) -> Memory:
    """What a follow remembers: all that was there, and of what it would say only what was said."""
    unsaid = {
        about for item in part.ready.digest.items if _known(item) not in told for about in item.told
    }
    before, after = part.wanted.memory, part.ready.digest.memory
    kept = {about: state for about, state in after.told.items() if about not in unsaid}
    return Memory({**before.told, **kept}, after.seen)
