"""Composes what is wanted, from the figures as they stand on the day of its slot."""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.answer.held.facts import Facts
from bot.delivery.sending.faults import described
from bot.digest.gather import Gathering
from bot.digest.prepare import prepare
from bot.digest.sharing import Sharing
from bot.pipeline import Muster
from bot.posting.merging import Composed
from bot.posting.wanted import Wanted

_log = logging.getLogger(__name__)


def compose_all(
    wanted: Sequence[Wanted], muster_of: Callable[[str], Muster]
) -> dict[int, Composed]:
    """Give the digests by their follows' ids; one that fails keeps no other from its own.

    `muster_of` gives the figures as a workspace sees them.
    """
    composed: dict[int, Composed] = {}
    for (workspace, day), some in _together(wanted).items():
        with muster_of(workspace).looking(day) as (_, facts):
            composed |= {one.wanted.follow.id: one for one in _composed(some, facts)}
    return composed


def _together(wanted: Sequence[Wanted]) -> dict[tuple[str, date], list[Wanted]]:
    """What is made from the same figures: of one workspace and day."""
    found: dict[tuple[str, date], list[Wanted]] = {}
    for one in wanted:
        if one.due.slot:
            found.setdefault((one.follow.workspace, one.due.slot.day), []).append(one)
    return found


def _composed(wanted: Sequence[Wanted], facts: Facts) -> Iterator[Composed]:
    gathering = Gathering(facts)
    gathering.read_ahead(one.follow.watches for one in wanted)
    sharing = Sharing()
    for one in wanted:
        try:
            found = compose_one(one, gathering, sharing)
        except Exception as fault:  # noqa: BLE001 - it is tried again at the next look
            _log.error("Follow %d was not composed: %s", one.follow.id, described(fault))
            continue
        if found:
            yield found


def compose_one(one: Wanted, gathering: Gathering, sharing: Sharing) -> Composed | None:
    """Give the digest of a follow; None where nothing of it is due."""
    title, seen = gathering.watching(one.follow.watches)
    quiet, composing = one.follow.quiet, sharing.compose
    ready = prepare(title, seen, one.memory, one.due, quiet=quiet, composing=composing)
    return Composed(one, title, seen, ready) if ready else None
