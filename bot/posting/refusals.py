"""What becomes of digests that Slack did not take: noted, paused, and their owner told once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeAlias

from bot.delivery.outgoing import Form, Outgoing, Way
from bot.reply.blocks import blocks_of, fallback_text
from bot.reply.lines import Lines
from db import delivery, digest
from db.digest import Refused
from db.scope import Scope
from db.session import Connection

GONE = {
    "is_archived": "the channel was archived",
    "not_in_channel": "I am not in the channel any more",
    "channel_not_found": "I can't see the channel any more",
}
"""Why a place can be sent nothing, by Slack's word; anything else may go well the next time."""

Title: TypeAlias = Callable[[str, str], str]
"""What a follow is called, by its workspace and what it watches."""

_DAY = 24 * 60 * 60.0
_SHOWN = 5
_AGAIN = "Once that is put right, start it again with /muster follows."


def pause_refused(conn: Connection, now: float, title: Title) -> None:
    """Note what was refused of late, pause the follows of places that are gone, tell the owners."""
    paused: defaultdict[tuple[str, str, str], list[Refused]] = defaultdict(list)
    for one in digest.refused(conn, now - _DAY):
        if not digest.mark_refused(conn, one):
            continue
        digest.forget(conn, one.follow_id)  # what nobody read was not told
        why = GONE.get(one.code)
        if why and digest.pause(conn, Scope(one.workspace), one.follow_id, why):
            paused[one.workspace, one.owner, why].append(one)
    for (workspace, owner, why), some in paused.items():
        _tell(conn, workspace, _notice(owner, why, some, title), some[0], now)


def _notice(owner: str, why: str, paused: Iterable[Refused], title: Title) -> Outgoing:
    titles = list(dict.fromkeys(title(one.workspace, one.watches) for one in paused))
    more = len(titles) - _SHOWN
    shown = [f"• {one}" for one in titles[:_SHOWN]]
    shown += [f"… and {more} more."] if more > 0 else []
    lines = Lines((f"These digests are paused, for {why}:", *shown, _AGAIN))
    forms = [Form(blocks_of(lines)), Form([])]
    return Outgoing(Way.CHANNEL, owner, owner, fallback_text(lines), forms, part="paused")


def _tell(conn: Connection, workspace: str, notice: Outgoing, first: Refused, now: float) -> None:
    """Leave the notice to whoever looks for posts next."""
    key = f"paused {first.follow_id} {first.slot}"
    delivery.write(conn, workspace, key, notice.written(), now, now)
