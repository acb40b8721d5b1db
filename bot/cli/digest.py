"""A dry run of the digests: what would be sent where, and why each item is in it."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from bot.cli.store import is_ready, make_ready
from bot.digest.compose import Item
from bot.digest.gather import watching
from bot.digest.prepare import Prepared, not_told, prepare
from bot.digest.sets import CHILDRENS_WORKFORCE
from bot.digest.slots import LONDON, Due, Slot, due, schedule_of
from bot.digest.watched import Memory
from bot.errors import UnknownCouncilError
from bot.pipeline import Muster
from bot.settings import settings
from db.delivery import delivery_url
from db.digest import Delivered, Follow, deliveries, follows, recall
from db.scope import Scope
from db.session import Connection, is_absent, read_engine_for
from db.steps import is_at_newest_step

_MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"]


@click.command()
@click.option("--now", type=click.DateTime(_MOMENTS), help="As at this time in London.")
@click.option("--council", default="", help="What a new follow of this council would be sent.")
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON, with every score.")
def digest(now: datetime | None, council: str, *, as_json: bool) -> None:
    """Show the digests that are due; nothing is sent, and nothing remembered.

    Raises:
        UnknownCouncilError: no council is called so.
    """
    moment = now.replace(tzinfo=ZoneInfo(LONDON)) if now else datetime.now(ZoneInfo(LONDON))
    url = settings().database_url
    if not is_ready(url):
        make_ready(url)
    with closing(Muster(url, Scope(settings().workspace))) as muster:
        wanted = [_starting(council, muster, moment)] if council else list(_due(url, moment))
        shown = [_prepared(one, muster) for one in wanted]
    _tell(shown, moment, as_json=as_json)


@dataclass(frozen=True)
class _Wanted:
    """A follow, what it remembers, and what of it is due."""

    place: str
    watches: str
    quiet: bool
    memory: Memory
    due: Due


def _starting(council: str, muster: Muster, now: datetime) -> _Wanted:
    """The set to start with, of a council named by its key or its name, as due at this moment."""
    for one in muster.knowledge().directory.catalogue.organisations:
        if council.lower() in {one.key, one.name.lower(), one.short_name.lower()}:
            watches = f"set:{CHILDRENS_WORKFORCE}:{one.key}"
            due_now = Due(Slot(now.date().isoformat(), now.astimezone(UTC)))
            return _Wanted("", watches, quiet=False, memory=Memory(), due=due_now)
    raise UnknownCouncilError


def _due(url: str, now: datetime) -> Iterator[_Wanted]:
    """Every follow of which something is due."""
    kept = delivery_url(url)
    if is_absent(kept):
        return
    scope, engine = Scope(settings().workspace), read_engine_for(kept)
    with engine.connect() as conn:
        if is_at_newest_step(conn):
            for one in follows(conn, scope):
                if not one.paused:
                    yield from _wanted(conn, scope, one, now)
    engine.dispose()


def _wanted(conn: Connection, scope: Scope, one: Follow, now: datetime) -> Iterator[_Wanted]:
    """What is due of a follow; an unreadable schedule keeps no other follow from its own."""
    since = datetime.fromtimestamp(one.since, UTC)
    try:
        now_due = due(schedule_of(one.schedule), since, now)
    except ValueError as unreadable:
        click.echo(f"Follow {one.id}: {unreadable}.", err=True)
        return
    before: list[Delivered] = deliveries(conn, scope, one.id)
    missed = (*not_told(before), *now_due.missed)
    memory = Memory(*recall(conn, one.id))
    yield _Wanted(one.place, one.watches, one.quiet, memory, replace(now_due, missed=missed))


def _prepared(wanted: _Wanted, muster: Muster) -> tuple[_Wanted, str, Prepared | None]:
    if wanted.due.slot is None:
        return wanted, "", None
    with muster.looking(wanted.due.slot.day) as (_, facts):
        title, seen = watching(wanted.watches, facts)
    return wanted, title, prepare(title, seen, wanted.memory, wanted.due, quiet=wanted.quiet)


def _tell(
    shown: list[tuple[_Wanted, str, Prepared | None]], now: datetime, *, as_json: bool
) -> None:
    if as_json:
        told = [_fields(*one) for one in shown]
        click.echo(json.dumps({"now": now.isoformat(), "digests": told}))
        return
    due_now = [(wanted, ready) for wanted, _, ready in shown if ready]
    for wanted, ready in due_now:
        click.echo(f"{_where(wanted, ready)}\n{ready.text}\n")
    if not due_now:
        click.echo(f"No digest is due; {len(shown)} followed. --council shows one.")


def _where(wanted: _Wanted, ready: Prepared) -> str:
    where = f"To {wanted.place}" if wanted.place else "To a new follow"
    return f"{where} ({ready.outcome}):"


def _fields(wanted: _Wanted, title: str, ready: Prepared | None) -> dict[str, Any]:
    told: dict[str, Any] = {"to": wanted.place, "watches": wanted.watches}
    told["missed"] = [one.key for one in wanted.due.missed]
    if ready is None:
        return {**told, "slot": None}
    account = ready.digest.account
    return {
        **told,
        "slot": ready.slot.key,
        "outcome": str(ready.outcome),
        "title": title,
        "items": [_item(one) for one in ready.digest.items],
        "more": ready.digest.more,
        "series": account.looked_at,
        "standing": {str(kind): count for kind, count in account.standing.items()},
        "new_figures": account.fresh,
        "newest": ready.digest.newest.isoformat() if ready.digest.newest else None,
        "no_longer_held": list(ready.digest.lost),
        "text": ready.text,
    }


def _item(item: Item) -> dict[str, Any]:
    found = item.finding
    return {
        "rule": str(found.rule),
        "score": found.score,
        "text": found.text,
        "why": item.why,
        "ask": found.asked,
        "series": list(found.series),
    }
