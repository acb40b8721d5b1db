"""Turns away over HTTP whatever Slack did not send, before anything reads it.

Bolt's own check answers 500 to a timestamp that is no number, and logs the body of what is forged.
"""

import asyncio
import hmac
import logging
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp

from bot.delivery import Clock
from bot.delivery.sending.faults import described
from bot.listeners.installing import add_pages, is_page

PATH = "/slack/events"
LARGEST = 1_000_000
"""Bytes of the largest body read."""
OLDEST = 300
"""Seconds a signed request stays good, for Slack's clock and ours may differ."""
PATIENCE = 3.0
"""Seconds a body may take to come; by then Slack itself has given up."""

_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """Knows Slack's requests by the secret they are signed with."""

    def __init__(self, secret: str, clock: Clock, patience: float = PATIENCE) -> None:
        self._secret = secret.encode()
        self._clock = clock
        self._patience = patience
        self._accepted: OrderedDict[str, int] = OrderedDict()

    async def admits(self, request: web.Request) -> bool:
        """Whether Slack sent this request within the last five minutes; never raises."""
        timestamp, signature = _seal(request)
        if not (_TIMESTAMP.fullmatch(timestamp) and _SIGNATURE.fullmatch(signature)):
            return False
        if abs(self._clock().timestamp() - int(timestamp)) > OLDEST:
            return False
        body = await self._body(request)
        if body is None or not hmac.compare_digest(self.sign(timestamp, body), signature):
            return False
        return signature not in self._accepted

    @property
    def remembered(self) -> int:
        """How many requests it would know again."""
        return len(self._accepted)

    def accepted(self, request: web.Request) -> None:
        """Admit this request no more: Slack signs what it delivers again anew."""
        timestamp, signature = _seal(request)
        self._accepted[signature] = int(timestamp)
        oldest = self._clock().timestamp() - OLDEST
        while next(iter(self._accepted.values())) < oldest:
            self._accepted.popitem(last=False)

    async def _body(self, request: web.Request) -> bytes | None:
        """The body; None where it is too large, too slow or not what its headers say."""
        try:
            async with asyncio.timeout(self._patience):
                return await request.read()
        except (web.HTTPRequestEntityTooLarge, web.RequestPayloadError, TimeoutError):
            return None

    def sign(self, timestamp: str, body: bytes) -> str:
        """The signature Slack gives a body at a time, in seconds since 1970."""
        signed = b"v0:" + timestamp.encode() + b":" + body
        return f"v0={hmac.new(self._secret, signed, 'sha256').hexdigest()}"


def web_app(app: AsyncApp, guard: Guard) -> web.Application:
    """The web application that hands Slack's requests to Bolt and refuses all others alike.

    Where the app can be installed in several workspaces, browsers see the pages for that.
    """
    flow = app.oauth_flow

    @web.middleware
    async def guarded(request: web.Request, handler: _Handler) -> web.StreamResponse:
        if flow and is_page(request):
            return await handler(request)
        if not await guard.admits(request):
            return _refusal()
        response = await handler(request)
        if response.status == HTTPStatus.OK:
            guard.accepted(request)
        return response

    async def dispatch(request: web.Request) -> web.StreamResponse:
        try:
            asked = await to_bolt_request(request)
        except (ValueError, LookupError):  # no text in any encoding known, or no JSON
            return _refusal()
        return await to_aiohttp_response(await app.async_dispatch(asked))

    application = web.Application(middlewares=[guarded], client_max_size=LARGEST)
    application.router.add_post(PATH, dispatch)
    if flow:
        add_pages(application, flow)
    return application


def server_logger() -> logging.Logger:
    """The log of the HTTP server without what strangers send: it quotes what it cannot parse."""
    logger = logging.getLogger("muster.http")
    logger.addFilter(_is_ours)
    return logger


def _is_ours(record: logging.LogRecord) -> bool:
    """Leave out requests that are no HTTP, and the message of any other fault."""
    fault = record.exc_info[1] if record.exc_info else None
    if fault:
        record.msg, record.args = f"{record.getMessage()}: {described(fault)}", ()
        record.exc_info = None
    return not isinstance(fault, (HttpProcessingError, web.RequestPayloadError))


def _seal(request: web.Request) -> tuple[str, str]:
    """The time a request was signed at and its signature, "" where it has none."""
    told = request.headers
    return told.get("X-Slack-Request-Timestamp", ""), told.get("X-Slack-Signature", "")


def _refusal() -> web.Response:
    return web.Response(status=401, text="Not signed by Slack.\n")
