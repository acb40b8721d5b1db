"""The composition root: the only module that knows every part."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from aiohttp import ClientSession, ClientTimeout, web
from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import NoSlackSurfaceError, NoSlackTokenError
from bot.listeners import Clock
from bot.listeners.answering import Answering
from bot.listeners.guard import Guard, server_logger, web_app
from bot.listeners.inbox import InboxInMemory
from bot.listeners.listen import Listeners
from bot.listeners.posting import Posting
from bot.listeners.running import Running
from bot.listeners.threads import ThreadsInMemory
from bot.pipeline import Muster
from bot.settings import Settings

PATIENCE = 10.0
"""Seconds that Slack may take over a call, and that answers may take when Muster stops."""

_RATE_LIMITED = 2  # times a call is made again after Slack said to wait

_log = logging.getLogger(__name__)


class MusterApp(AsyncApp):
    """Bolt's app, and what it has to let go of in the end."""

    def __init__(self, client: AsyncWebClient, running: Running) -> None:
        super().__init__(
            name="muster",
            logger=client.logger,
            client=client,
            authorize=_authorize_with(client.token),
            # Else Bolt looks every 10 ms whether a command was acknowledged.
            process_before_response=True,
            request_verification_enabled=False,  # the guard has done it; a socket needs none
            attaching_conversation_kwargs_enabled=False,
        )
        self.running = running

    async def close(self, seconds: float = PATIENCE) -> None:
        """Let the answers under way be posted, at most for some seconds, then hang up."""
        if left := await self.running.drain(seconds):
            _log.error("Questions left without an answer: %d", left)
        if self.client.session:
            await self.client.session.close()


def build_app(settings: Settings, muster: Muster, clock: Clock) -> MusterApp:
    """Put the parts together, in the event loop that will run them.

    Raises:
        NoSlackTokenError: SLACK_BOT_TOKEN is not set.
    """
    if settings.slack_bot_token is None:
        raise NoSlackTokenError
    client = _client(settings.slack_bot_token, settings.slack_api_url)
    running = Running()
    app = MusterApp(client, running)
    answering = Answering(muster, Posting(client), ThreadsInMemory(), clock)
    Listeners(answering, InboxInMemory(), running).listen(app)
    return app


def surface(settings: Settings, app: MusterApp, clock: Clock) -> AbstractAsyncContextManager[str]:
    """Where Slack reaches the app while it is open: gives the place in words.

    Raises:
        NoSlackSurfaceError: neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set.
    """
    if settings.slack_app_token:
        return _socket(app, settings.slack_app_token)
    if settings.slack_signing_secret:
        guard = Guard(settings.slack_signing_secret.get_secret_value(), clock)
        return _http(web_app(app, guard), settings.host, settings.port)
    raise NoSlackSurfaceError


@asynccontextmanager
async def _http(application: web.Application, host: str, port: int) -> AsyncIterator[str]:
    runner = web.AppRunner(
        application,
        shutdown_timeout=PATIENCE,
        access_log=None,
        logger=server_logger(),
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


def _client(token: SecretStr, api_url: str) -> AsyncWebClient:
    """One client with one session for every call: a new connection each time costs seven times."""
    return AsyncWebClient(
        token.get_secret_value(),
        base_url=api_url,
        session=ClientSession(timeout=ClientTimeout(total=PATIENCE)),
        logger=_quiet_logger(),
        # The one error that says for sure that nothing was posted. The handler that slack_sdk
        # brings posts again when only the reply was lost.
        retry_handlers=[AsyncRateLimitErrorRetryHandler(_RATE_LIMITED)],
    )


def _quiet_logger() -> logging.Logger:
    """The logger of Bolt and slack_sdk: below WARNING they log people's words and tokens."""
    logger = logging.getLogger("muster.slack")
    logger.setLevel(logging.WARNING)
    logger.addFilter(_is_news)
    return logger


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out that Bolt won't use the token that it finds in the environment by itself."""
    return "`token`" not in record.getMessage()


def _authorize_with(token: str | None) -> Callable[..., Awaitable[AuthorizeResult]]:
    """One workspace needs no asking whose token to use: no call to Slack before the first reply."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize
