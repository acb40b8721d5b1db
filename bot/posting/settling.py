"""The one transaction of a digest: settled, written to be sent, and remembered, or none of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex

from bot.delivery.outgoing import Outgoing, Way
from bot.delivery.sending.slack import PEOPLE
from bot.digest.slots import Slot
from bot.digest.watched import Memory
from bot.posting.merging import Composed, Merged, merged
from bot.posting.message import forms_of, written_items
from bot.posting.wanted import Wanted
from bot.reply.blocks import fallback_text
from db import delivery, digest
from db.digest import Delivered, Outcome
from db.scope import Scope
from db.session import Connection


class OutrunError(Exception):
    """Another process has settled one of the slots; nothing of this transaction is kept."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What is to be written down of a place: each follow's slot, and the post, if there is one."""

    scope: Scope
    slots: tuple[tuple[Delivered, Memory], ...]
    missed: tuple[Delivered, ...] = ()
    key: str = ""
    outgoing: Outgoing | None = None
    receipt: delivery.Kept | None = None


def settlement(parts: Sequence[Composed], now: float) -> Settlement:
    """Make the post of a place from its digests, those that say nothing left out."""
    said = [one for one in parts if one.ready.outcome is not Outcome.SILENT]
    unsaid = [one for one in parts if one.ready.outcome is Outcome.SILENT]
    silent = tuple((_delivered(one, "", ""), one.ready.digest.memory) for one in unsaid)
    scope = parts[0].wanted.scope
    missed = tuple(_missed(one.wanted, slot) for one in parts for slot in one.wanted.unsettled)
    if not said:
        return Settlement(scope, silent, missed)
    id_, first = token_hex(5), said[0]
    post = merged(said).numbered(id_)
    key = f"digest {first.wanted.follow.id} {first.ready.slot.key}"
    text = post.lines.text
    slots = [
        (_delivered(one, text, key), memory)
        for one, memory in zip(said, post.memories, strict=True)
    ]
    place = first.wanted.follow.place
    outgoing = Outgoing(
        Way.CHANNEL, place, "", fallback_text(post.lines), forms_of(post, id_), part="digest"
    )
    receipt = receipt_of(post, id_, place, now)
    return Settlement(scope, (*slots, *silent), missed, key, outgoing, receipt)


def unposted(wanted: Wanted) -> Settlement:
    """Settle what is not posted: slots that went by, and the one due where nothing may be posted.

    The next digest tells those that went by. Nothing counts as told.
    """
    follow, slot = wanted.follow.id, wanted.due.slot
    missed = tuple(_missed(wanted, one) for one in wanted.unsettled)
    if slot is None:
        return Settlement(wanted.scope, (), missed)
    withheld = Delivered(follow, slot.key, slot.at.timestamp(), Outcome.WITHHELD, "")
    return Settlement(wanted.scope, ((withheld, Memory()),), missed)


def settle(conn: Connection, one: Settlement, now: float, until: float) -> delivery.Post | None:
    """Write it down; gives the post, leased to be sent, if there is one.

    Raises:
        OutrunError: another has settled one of its slots.
    """
    for missed in one.missed:
        digest.settle(conn, one.scope, missed, now)
    for delivered, memory in one.slots:
        if not digest.settle(conn, one.scope, delivered, now):
            raise OutrunError
        digest.remember(conn, delivered.follow_id, memory.told, memory.seen)
    if one.outgoing is None or one.receipt is None:
        return None
    delivery.keep(conn, one.scope, one.receipt)
    payload = one.outgoing.written()
    return delivery.write(conn, one.scope.workspace, one.key, payload, now, until)


def receipt_of(post: Merged, id_: str, place: str, now: float) -> delivery.Kept:
    """What is kept of a digest, so that its menus and its number lead back to it."""
    return delivery.Kept(
        id=id_,
        channel=place,
        thread="",
        person=place if place.startswith(PEOPLE) else "",
        asked_at=now,
        question="",
        query="",
        reply=post.lines.text,
        figures="[]",
        readings=written_items(post.items),
        private=place.startswith(PEOPLE),
    )


def _delivered(one: Composed, text: str, post: str) -> Delivered:
    slot = one.ready.slot
    follow = one.wanted.follow.id
    return Delivered(follow, slot.key, slot.at.timestamp(), one.ready.outcome, text, post)


def _missed(wanted: Wanted, slot: Slot) -> Delivered:
    return Delivered(wanted.follow.id, slot.key, slot.at.timestamp(), Outcome.MISSED, "")
