"""Bolt's app and Slack's client, set up so that they say and repeat nothing by themselves."""

import logging

from aiohttp import ClientSession, ClientTimeout
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_sdk.web.async_client import AsyncWebClient

from bot.delivery.timing import Timing


class MusterApp(AsyncApp):
    """Bolt's app, and what it has to let go of in the end."""

    def __init__(self, client: AsyncWebClient, flow: AsyncOAuthFlow | None = None) -> None:
        super().__init__(
            name="muster",
            logger=client.logger,
            client=client,
            authorize=_Authorize(client.token),
            oauth_flow=flow,
            # Else Bolt looks every 10 ms whether a command was acknowledged.
            process_before_response=True,
            request_verification_enabled=False,  # the guard has done it; a socket needs none
            attaching_conversation_kwargs_enabled=False,
        )


def with_token(client: AsyncWebClient, token: str) -> AsyncWebClient:
    """The same client with the token of one workspace."""
    return AsyncWebClient(
        token,
        base_url=client.base_url,
        session=client.session,
        logger=client.logger,
        retry_handlers=[],
    )


def client_of(token: SecretStr | None, api_url: str, timing: Timing) -> AsyncWebClient:
    """One client with one session for every call: a new connection each time costs seven times."""
    return AsyncWebClient(
        token.get_secret_value() if token else None,
        base_url=api_url,
        session=ClientSession(timeout=ClientTimeout(total=timing.call)),
        logger=_quiet_logger(),
        # The outbox decides what is sent again and when. The handler that slack_sdk brings posts
        # again when only the reply was lost.
        retry_handlers=[],
    )


def _quiet_logger() -> logging.Logger:
    """The logger of Bolt and slack_sdk: below WARNING they log people's words and tokens."""
    logger = logging.getLogger("muster.slack")
    logger.setLevel(logging.WARNING)
    logger.addFilter(_is_news)
    return logger


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out that Bolt won't use the token it finds, and the codes that tokens are given for."""
    told = record.getMessage()
    return "`token`" not in told and "with code:" not in told


class _Authorize(AsyncAuthorize):
    """Asks nobody whose token to use: what answers looks for it when something is to be said."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    async def __call__(
        self,
        *,
        context: object,  # noqa: ARG002 - so in Bolt
        enterprise_id: str | None,
        team_id: str | None,
        **_others: object,
    ) -> AuthorizeResult:
        """Let everything through."""
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=self._token)
