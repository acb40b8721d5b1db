"""The composition root: the only module that knows every part."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import NamedTuple

from aiohttp import web
from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_sdk.web.async_client import AsyncWebClient

from bot.corrections.telling import Telling
from bot.corrections.watching import Watching
from bot.delivery import Clock
from bot.delivery.installed.installations import Installations
from bot.delivery.installed.seal import Seal
from bot.delivery.ledger import Ledger
from bot.delivery.sending.clients import Clients, ManyClients, OneClient
from bot.delivery.sending.files import Files
from bot.delivery.sending.people import People, Readers
from bot.delivery.sending.sender import Sender
from bot.delivery.sending.slack import PEOPLE
from bot.delivery.timing import Timing
from bot.delivery.worker import Worker
from bot.errors import NoSlackSurfaceError, NoSlackTokenError
from bot.listeners import guard
from bot.listeners.admin.administering import Administering
from bot.listeners.bolt import MusterApp, client_of, with_token
from bot.listeners.conversation.answering import Answering
from bot.listeners.conversation.replying import apologise
from bot.listeners.installing import install_flow
from bot.listeners.listen import Listeners
from bot.pipeline import Muster
from bot.posting.poster import Poster
from bot.settings import Settings, Several
from db.delivery import delivery_url, is_shared_channel_allowed
from db.scope import Scope
from db.session import Connection, Engine, engine_for, read_engine_for

_log = logging.getLogger(__name__)


class Looking(NamedTuple):
    """What looks from time to time whether there is something to do."""

    worker: Worker
    watching: Watching
    poster: Poster


class Bot:
    """Everything that runs: Bolt's app, and what answers behind it."""

    def __init__(
        self, app: MusterApp, ledger: Ledger, looking: Looking, engines: Sequence[Engine]
    ) -> None:
        self.app = app
        self.worker, self.watching, self.poster = looking
        self._ledger = ledger
        self._engines = engines

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[None]:
        """Take up what was left behind, correct and post what is due, now and from time to time."""
        parts = (self.worker, self.watching, self.poster)
        looking = [asyncio.create_task(one.keep_looking()) for one in parts]
        try:
            yield
        finally:
            for one in looking:
                one.cancel()

    async def close(self, seconds: float | None = None) -> None:
        """Let the answers under way be posted, at most for some seconds, then hang up."""
        allowed = self._ledger.timing.drain if seconds is None else seconds
        if left := await self.worker.running.drain(allowed):
            _log.warning("Left to be answered at the next start: %d", left)
        await self._ledger.close()
        for engine in self._engines:
            engine.dispose()
        if self.app.client.session:
            await self.app.client.session.close()


def build_bot(
    settings: Settings, muster: Muster, clock: Clock, timing: Timing | None = None
) -> Bot:
    """Put the parts together, in the event loop that will run them.

    Raises:
        NoSlackTokenError: neither SLACK_BOT_TOKEN nor SLACK_CLIENT_ID is set.
        SeveralWorkspacesError, BadSettingError: SLACK_CLIENT_ID is set, and not what belongs to it.
    """
    several = settings.several()
    if several is None and settings.slack_bot_token is None:
        raise NoSlackTokenError
    seal = Seal(several.token_keys) if several else None
    timing = timing or Timing()
    client = client_of(settings.slack_bot_token, settings.slack_api_url, timing)
    url = delivery_url(settings.database_url)
    ledger, said, kept = Ledger(url, clock, timing), read_engine_for(url), engine_for(url)
    watching = Watching(muster, Telling(muster.within, kept, clock), kept, clock)
    figures = engine_for(settings.database_url)
    clients, flow = _clients(several, seal, client, ledger, said)
    people = People(clients, clock, timing.send)
    administering = Administering(figures, Files(clients, timing.transfer))
    answering = Answering(muster, said, clock, people, administering)
    worker = Worker(ledger, Sender(ledger, clients, people), answering.answer, apologise)
    poster = Poster(ledger, said, muster, clock, worker.send, partial(_may_post, people))
    app = MusterApp(client, flow)
    Listeners(worker).listen(app)
    return Bot(app, ledger, Looking(worker, watching, poster), [said, kept, figures])


def _may_post(people: People, conn: Connection, workspace: str, place: str) -> bool | None:
    """Whether digests may be posted in a place: no other organisation reads it, or it was allowed.

    A person's messages with Muster are nobody else's.
    """
    if place.startswith(PEOPLE):
        return True
    readers = people.readers(workspace, place)
    if readers is Readers.SHARED:
        return is_shared_channel_allowed(conn, Scope(workspace), place)
    return None if readers is Readers.UNKNOWN else True


def surface(
    settings: Settings, app: MusterApp, clock: Clock, patience: float = guard.PATIENCE
) -> AbstractAsyncContextManager[str]:
    """Where Slack reaches the app while it is open: gives the place in words.

    `patience` is how many seconds the body of a request may take to come.

    Raises:
        NoSlackSurfaceError: neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set.
    """
    if settings.slack_app_token:
        return _socket(app, settings.slack_app_token)
    if settings.slack_signing_secret:
        secret = settings.slack_signing_secret.get_secret_value()
        guarded = guard.web_app(app, guard.Guard(secret, clock, patience))
        return _http(guarded, settings.host, settings.port)
    raise NoSlackSurfaceError


@asynccontextmanager
async def _http(application: web.Application, host: str, port: int) -> AsyncIterator[str]:
    runner = web.AppRunner(
        application,
        shutdown_timeout=guard.PATIENCE,
        access_log=None,
        logger=guard.server_logger(),
        auto_decompress=False,  # Slack signs what it sends; nothing is unpacked for a forger
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def _socket(app: MusterApp, token: SecretStr) -> AsyncIterator[str]:
    handler = AsyncSocketModeHandler(app, token.get_secret_value())
    # It tries again until it is connected, which must not keep a signal from stopping it.
    connecting = asyncio.create_task(handler.connect_async())  # type: ignore[no-untyped-call] # so in Bolt
    try:
        yield "Socket Mode"
    finally:
        connecting.cancel()
        await handler.close_async()  # type: ignore[no-untyped-call] # so in Bolt


def _clients(
    several: Several | None, seal: Seal | None, client: AsyncWebClient, ledger: Ledger, said: Engine
) -> tuple[Clients, AsyncOAuthFlow | None]:
    """Who speaks in which workspace, and how further ones install Muster."""
    if several is None or seal is None:
        return OneClient(client, ledger.now), None
    installations = Installations(ledger, said, seal)
    flow = install_flow(
        client, installations, several.client_id, several.client_secret, several.redirect_uri
    )
    return ManyClients(installations, partial(with_token, client)), flow
