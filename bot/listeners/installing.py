"""The two pages on which a workspace installs Muster: Bolt's own OAuth flow."""

import json
import logging
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from slack_bolt import BoltResponse
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.web.async_client import AsyncWebClient
from yarl import URL

from bot.delivery.installed.installations import STATE_SECONDS, Installations, OrganisationError
from bot.delivery.sending.faults import described

INSTALL, BACK = "/slack/install", "/slack/oauth_redirect"
"""Where an installation begins, and where Slack sends the browser back to."""

_MANIFEST = Path(__file__).parents[2] / "manifest.json"
_AUTHORIZE = "/oauth/v2/authorize"
_REASON = re.compile(r"[a-z_]{1,40}")
_ONE_ONLY = (
    "Muster is installed in one workspace at a time, not in a whole organisation; please begin "
    f"again at {INSTALL} and choose a workspace.\n"
)
_FAILED = f"Muster could not be installed just now; please begin again at {INSTALL}.\n"

_log = logging.getLogger(__name__)


def install_flow(
    client: AsyncWebClient,
    installations: Installations,
    client_id: str,
    client_secret: str,
    redirect_uri: str | None,
) -> AsyncOAuthFlow:
    """Bolt's flow for the scopes of the manifest; `client` needs no token.

    Where the app has several redirect URLs, `redirect_uri` says which one is meant.
    """
    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=_scopes(),
        user_scopes=[],
        redirect_uri=redirect_uri,
        install_path=INSTALL,
        redirect_uri_path=BACK,
        authorization_url=str(URL(client.base_url).with_path(_AUTHORIZE)),
        callback_options=AsyncCallbackOptions(success=_succeeded, failure=_failed),
        installation_store=installations,
        state_store=installations,
        state_expiration_seconds=STATE_SECONDS,
        logger=client.logger,
    )
    return AsyncOAuthFlow(client=client, logger=client.logger, settings=settings)


def add_pages(application: web.Application, flow: AsyncOAuthFlow) -> None:
    """Let browsers begin and end an installation."""

    async def begin(request: web.Request) -> web.Response:
        return await _answered(flow.handle_installation, request)

    async def end(request: web.Request) -> web.Response:
        return await _answered(flow.handle_callback, request)

    application.router.add_get(INSTALL, begin, allow_head=False)
    application.router.add_get(BACK, end, allow_head=False)


def is_page(request: web.Request) -> bool:
    """Whether a browser asks for one of them, which Slack does not sign."""
    return request.method == "GET" and request.path in {INSTALL, BACK}


async def _answered(
    handle: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]], request: web.Request
) -> web.Response:
    try:
        return await to_aiohttp_response(await handle(await to_bolt_request(request)))
    except OrganisationError:
        return web.Response(status=400, text=_ONE_ONLY)
    except Exception as fault:  # noqa: BLE001 - whoever installs gets a sentence, the log the rest
        _log.error("An installation failed: %s", described(fault))
        return web.Response(status=503, text=_FAILED)


async def _succeeded(args: AsyncSuccessArgs) -> BoltResponse:
    return await args.default.success(args)


async def _failed(args: AsyncFailureArgs) -> BoltResponse:
    reason = args.reason if _REASON.fullmatch(args.reason) else "another reason"
    _log.warning("An installation was not ended: %s", reason)
    return await args.default.failure(args)


def _scopes() -> list[str]:
    manifest = json.loads(_MANIFEST.read_text(encoding="utf-8"))
    return list(manifest["oauth_config"]["scopes"]["bot"])
