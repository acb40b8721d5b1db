"""Serving Slack until the process is told to stop."""

import asyncio
import logging
import signal
import sys
from datetime import datetime

import click
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import build_bot, surface
from bot.cli.store import is_ready
from bot.delivery import Clock
from bot.delivery.sending.verdict import code_of
from bot.errors import NoSlackSurfaceError, NoSlackTokenError, NoStoreError, OldStoreError
from bot.pipeline import Muster
from bot.settings import Settings, settings
from db.delivery import delivery_url
from db.migrate import upgrade
from db.session import is_absent

_REFUSED_TOKENS = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}
)

_SWITCH = 0.0005
"""Seconds a thread may keep the others waiting: by Python's own measure, ten times as long, the
event loop would hear of a question late while answers are being worked out."""

_log = logging.getLogger(__name__)


@click.command()
def serve() -> None:
    """Answer in Slack, over Socket Mode or HTTP, until told to stop."""
    known = settings()
    check(known)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    sys.setswitchinterval(_SWITCH)
    asyncio.run(run(known))


def check(known: Settings) -> None:
    """See that everything needed is there, before anything is begun.

    Raises:
        NoSlackTokenError, NoSlackSurfaceError, SeveralWorkspacesError, NoStoreError,
        OldStoreError: something is not.
    """
    if known.several() is None and known.slack_bot_token is None:
        raise NoSlackTokenError
    if known.slack_app_token is None and known.slack_signing_secret is None:
        raise NoSlackSurfaceError
    if is_absent(known.database_url):
        raise NoStoreError
    if not is_ready(known.database_url):
        raise OldStoreError


async def run(known: Settings) -> None:
    """Serve until SIGTERM, which a platform sends, or SIGINT, which is Ctrl-C."""
    stop = asyncio.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
    muster = Muster(known.database_url)
    try:
        await serve_until(stop, known, muster, _now)
    finally:
        muster.close()


async def serve_until(stop: asyncio.Event, known: Settings, muster: Muster, clock: Clock) -> None:
    """Serve until the event is set; then take nothing in, and post what is under way.

    Raises:
        NoSlackTokenError: Slack refuses the token.
    """
    await asyncio.to_thread(upgrade, delivery_url(known.database_url))
    bot = build_bot(known, muster, clock)
    try:
        if known.slack_bot_token:
            await _introduce(bot.app.client)
        await asyncio.to_thread(muster.knowledge)  # else the first person to ask waits for it
        async with bot.looking(), surface(known, bot.app, clock) as place:
            _log.info("Muster listens: %s", place)
            await stop.wait()
        _log.info("Muster stops.")
    finally:
        await bot.close()


async def _introduce(client: AsyncWebClient) -> None:
    """Ask Slack who we are: a wrong token is better known now than when somebody asks."""
    try:
        await client.auth_test()
    except SlackApiError as error:
        if code_of(error) in _REFUSED_TOKENS:
            raise NoSlackTokenError(f"Slack refuses this one: {code_of(error)}.") from error
        _log.warning("Slack did not say who Muster is: %s", code_of(error))
    except (ClientError, TimeoutError) as error:
        _log.warning("Slack is out of reach for now: %s", type(error).__name__)


def _now() -> datetime:
    """This moment where the process runs; TZ sets the day that "today" is."""
    return datetime.now().astimezone()
