"""A digest ready to be sent: what is due, what it says, and what is remembered once it is sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.digest.compose import Digest, compose
from bot.digest.slots import Due, Slot
from bot.digest.watched import Memory, Watching
from bot.digest.words import text
from db.digest.deliveries import Delivered, Outcome


@dataclass(frozen=True, slots=True)
class Prepared:
    """One slot of one follow, composed; silent where nothing is new and no post is wanted then."""

    slot: Slot
    outcome: Outcome
    digest: Digest
    text: str


def prepare(
    title: str,
    watching: Watching,
    memory: Memory,
    due: Due,
    *,
    quiet: bool = False,
    composing: Callable[[Watching, Memory, date], Digest] = compose,
) -> Prepared | None:
    """Compose the slot that is due, or None where none is.

    `due.missed` are told in it; an alert has missed nothing, for it looks at what is so now. Of
    many that are `composing` by one `Sharing` those alike are composed once.
    """
    if due.slot is None:
        return None
    digest = composing(watching, memory, due.slot.day)
    missed = () if watching.conditions else due.missed
    said = text(digest, title, due.slot, missed, late=due.late)
    is_silent = quiet and not (digest.items or digest.lost)
    sent = Outcome.LATE if due.late else Outcome.SENT
    return Prepared(due.slot, Outcome.SILENT if is_silent else sent, digest, said)


def not_told(delivered: Sequence[Delivered]) -> tuple[Slot, ...]:
    """The slots missed since the last one that was posted, oldest first.

    `delivered` are a follow's, newest first.
    """
    missed: list[Slot] = []
    for one in delivered:
        if one.outcome in {Outcome.SENT, Outcome.LATE}:
            break
        if one.outcome == Outcome.MISSED:
            missed.append(Slot(one.slot, datetime.fromtimestamp(one.slot_at, UTC)))
    return tuple(reversed(missed))
