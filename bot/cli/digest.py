"""A dry run of the digests: what would be sent where, and why each item is in it."""

import json
from contextlib import closing
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from bot.cli.store import is_ready, make_ready
from bot.digest.compose import Item
from bot.digest.gather import Gathering
from bot.digest.prepare import Prepared
from bot.digest.sets import CHILDRENS_WORKFORCE
from bot.digest.sharing import Sharing
from bot.digest.slots import LONDON, Due, Slot
from bot.errors import UnknownCouncilError
from bot.pipeline import Muster
from bot.posting.composing import compose_one
from bot.posting.wanted import Wanted, recalled, wanted_now
from bot.settings import settings
from db.delivery import delivery_url
from db.digest import Follow
from db.scope import Scope
from db.session import is_absent, read_engine_for
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
        wanted = [_starting(council, muster, moment)] if council else _due(url, moment)
        shown = [_prepared(one, muster) for one in wanted]
    _tell(shown, moment, as_json=as_json)


def _starting(council: str, muster: Muster, now: datetime) -> Wanted:
    """The set to start with, of a council named by its key or its name, as due at this moment."""
    for one in muster.knowledge().directory.catalogue.organisations:
        if council.lower() in {one.key, one.name.lower(), one.short_name.lower()}:
            watches = f"set:{CHILDRENS_WORKFORCE}:{one.key}"
            slot = Slot(now.date().isoformat(), now.astimezone(UTC))
            follow = Follow(0, "", "", watches, "", quiet=False, paused="", since=0.0)
            return Wanted(follow, Due(slot))
    raise UnknownCouncilError


def _due(url: str, now: datetime) -> list[Wanted]:
    """Every follow of which something is due."""
    kept = delivery_url(url)
    if is_absent(kept):
        return []
    engine = read_engine_for(kept)
    try:
        with engine.connect() as conn:
            ready = is_at_newest_step(conn)
            return recalled(conn, list(wanted_now(conn, now, _say_unreadable))) if ready else []
    finally:
        engine.dispose()


def _say_unreadable(follow: Follow, error: ValueError) -> None:
    click.echo(f"Follow {follow.id}: {error}.", err=True)


def _prepared(wanted: Wanted, muster: Muster) -> tuple[Wanted, str, Prepared | None]:
    if wanted.due.slot is None:
        return wanted, "", None
    seen = muster.within(wanted.follow.workspace) if wanted.follow.workspace else muster
    with seen.looking(wanted.due.slot.day) as (_, facts):
        composed = compose_one(wanted, Gathering(facts), Sharing())
    return (wanted, composed.title, composed.ready) if composed else (wanted, "", None)


def _tell(
    shown: list[tuple[Wanted, str, Prepared | None]], now: datetime, *, as_json: bool
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


def _where(wanted: Wanted, ready: Prepared) -> str:
    where = f"To {wanted.follow.place}" if wanted.follow.place else "To a new follow"
    return f"{where} ({ready.outcome}):"


def _fields(wanted: Wanted, title: str, ready: Prepared | None) -> dict[str, Any]:
    told: dict[str, Any] = {"to": wanted.follow.place, "watches": wanted.follow.watches}
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
